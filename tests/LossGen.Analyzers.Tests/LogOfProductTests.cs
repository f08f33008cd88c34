using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfProductTests
{
    [Theory]
    [InlineData("double l = 1; foreach (var v in xs) l *= v; Use({|LG1016:Math.Log(l)|});")]
    [InlineData("double l = xs.Aggregate(1.0, (a, b) => a * b); Use({|LG1016:Math.Log(l)|});")]
    [InlineData("double l = 1; int m = 0; for (int i = 0; m < 4; i++) { l *= xs[i]; if (l < 1) m++; } Use({|LG1016:Math.Log(l)|});")]
    [InlineData("double l = 1; int m = 0; for (int i = 0; i < 4; m++) { l *= xs[m]; if (l < 1) i++; } Use({|LG1016:Math.Log(l)|});")]
    [InlineData("double l = 1; for (int i = int.MinValue; i < int.MaxValue; i++) l *= xs[i & 7]; Use({|LG1016:Math.Log(l)|});")]
    [InlineData("double l = ys[k]; foreach (var v in xs) l *= v; Use({|LG1016:Math.Log(l)|});")]
    [InlineData("Use({|LG1016:Math.Log(TensorPrimitives.Product<double>(xs))|});")]
    [InlineData("Use({|LG1016:Math.Log(Math.Pow(x, ys[k]))|});")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1016:Math.Log(Math.Pow(x, ys[k]))|});", "Use(ys[k] * Math.Log(x));")]
    [InlineData("Use(1 / {|LG1016:MathF.Log(MathF.Pow(f, f + 1))|});", "Use(1 / ((f + 1) * MathF.Log(f)));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.LogOfProduct).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double l = 1; foreach (var v in xs) l *= v; Use({|LG1016:Math.Log(l)|});")]
    public Task Without_a_fix(string statements) => Net.Cures(RuleIds.LogOfProduct).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(Math.Log(2 * Math.PI * x));")]
    [InlineData("Use(Math.Log(x * ys[k]));")]
    [InlineData("double l = ys[k]; for (int i = 0; i < 3; i++) l *= xs[i]; Use(Math.Log(l));")]
    [InlineData("double l = 1; foreach (var v in xs) l += v; Use(Math.Log(l));")]
    [InlineData("Use(Math.Log(Math.Pow(10, k)));")]
    [InlineData("Use(Math.Log(Math.Pow(x, 2)));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(Math.Log(Math.Pow(x, "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x, y; double P => {|LG1016:Math.Log(Math.Pow(x, y))|}; Func<double, double> F => v => {|LG1016:Math.Log(Math.Pow(v, y))|};"));
}
