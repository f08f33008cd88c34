using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class PowerOfETests
{
    [Theory]
    [InlineData("Use({|LG1020:Math.Pow(Math.E, x)|});", "Use(Math.Exp(x));")]
    [InlineData("Use(1 / (1 + {|LG1020:Math.Pow(Math.E, -x)|})); // s", "Use(1 / (1 + Math.Exp(-x))); // s")]
    [InlineData("Use({|LG1020:MathF.Pow(MathF.E, f * 2)|});", "Use(MathF.Exp(f * 2));")]
    [InlineData("Use({|LG1020:Math.Pow(2.71828, x)|});", "Use(Math.Exp(x));")]
    public Task It_is_reported_and_fixed(string before, string after) => Net.Cures(RuleIds.PowerOfE).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("Use(Math.Pow(2, x));")]
    [InlineData("Use(Math.Pow(Math.E, 2));")]
    [InlineData("Use(Math.Pow(x, Math.E));")]
    [InlineData("Use(Math.Exp(x));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(Math.Pow(Math.E, "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x; double P => {|LG1020:Math.Pow(Math.E, x)|}; Func<double, double> F => v => {|LG1020:Math.Pow(Math.E, v)|};"));
}
