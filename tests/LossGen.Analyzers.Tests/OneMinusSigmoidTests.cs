using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class OneMinusSigmoidTests
{
    [Theory]
    [InlineData("double s = 1 / (1 + Math.Exp(-x)); Use({|LG1013:s / (1 - s)|});")]
    [InlineData("double s = 1 / (1 + Math.Exp(-x)); Use(Math.Log({|LG1013:s / (1 - s)|}));")]
    [InlineData("double rest = {|LG1013:1 - StableMath.Sigmoid(x)|}; Use(rest);")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1013:1 - StableMath.Sigmoid(x)|}); // rest", "Use(StableMath.Sigmoid(-x)); // rest")]
    public Task It_is_reported_and_fixed(string before, string after) => Net.Cures(RuleIds.OneMinusSigmoid).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double s = StableMath.Sigmoid(x); Use(s * (1 - s));")]
    [InlineData("double s = StableMath.Sigmoid(x); double t = 1 - s; Use(t * s);")]
    [InlineData("double s = StableMath.Sigmoid(x); double t = 1 - s, g = 0; g += t; Use(t);")]
    [InlineData("double t = 1 - StableMath.Sigmoid(x); Use(Math.Log(x * t));")]
    [InlineData("Use(1 - x);")]
    [InlineData("Use(2 - StableMath.Sigmoid(x));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task The_derivative_of_vectors_is_not() => (Net with { References = Net.References.Add(LossGen.RoslynTesting.References.Named("MathNet.Numerics")) }).Reports(
        "using MathNet.Numerics.LinearAlgebra; class C { Vector<double> S(Vector<double> z) => 1 / (1 + (-z).PointwiseExp()); Vector<double> D(Vector<double> z) => S(z).PointwiseMultiply(1 - S(z)); }");

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(1 - StableMath.Sigmoid(x"));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x; double P => {|LG1013:1 - StableMath.Sigmoid(x)|}; Func<double, double> F => v => {|LG1013:1 - StableMath.Sigmoid(v)|};"));
}
