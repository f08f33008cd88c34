using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NaiveHypotTests
{
    [Theory]
    [InlineData("Use({|LG1018:Math.Sqrt(x * x + f * f)|});")]
    [InlineData("Use({|LG1018:MathF.Sqrt(f * f + fs[0] * fs[0])|});")]
    public Task It_is_reported(string statements) => (Net with { Enabled = ["LG1018"] }).Reports(Body(statements));

    [Theory]
    [InlineData("Use(1 / {|LG1018:Math.Sqrt(x * x + f * f)|});", "Use(1 / double.Hypot(x, f));")]
    [InlineData("Use({|LG1018:MathF.Sqrt(f * f + fs[0] * fs[0])|});", "Use(float.Hypot(f, fs[0]));")]
    [InlineData("Use({|LG1018:Math.Sqrt(Math.Pow(x - f, 2) + (ys[k] * ys[k]))|});", "Use(double.Hypot(x - f, ys[k]));")]
    public Task It_is_fixed(string before, string after) => (Net with { Enabled = ["LG1018"] }).Cures(RuleIds.NaiveHypot).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double a = x * x, b = f * f; Use({|LG1018:Math.Sqrt(a + b)|});")]
    public Task Without_a_fix(string statements) => (Net with { Enabled = ["LG1018"] }).Cures(RuleIds.NaiveHypot).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(Math.Sqrt(x * x + f * f + k * k));")]
    [InlineData("Use(Math.Sqrt(x * x + x * x));")]
    [InlineData("Use(Math.Sqrt(x * f + f * f));")]
    [InlineData("Use(Math.Sqrt(x * x - f * f));")]
    public Task Its_look_alikes_are_not(string statements) => (Net with { Enabled = ["LG1018"] }).Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => ((Net with { Enabled = ["LG1018"] }) with { MayBeBroken = true }).Reports(Body("Use(Math.Sqrt(x * x + "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => (Net with { Enabled = ["LG1018"] }).Reports(Class("double x, y; double P => {|LG1018:Math.Sqrt(x * x + y * y)|}; Func<double, double> F => v => {|LG1018:Math.Sqrt(v * v + y * y)|};"));
}
