using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogByBaseTests
{
    [Theory]
    [InlineData("Use({|LG1021:Math.Log(x) / Math.Log(10)|});")]
    [InlineData("Use({|LG1021:Math.Log(x) / Math.Log(2)|});")]
    [InlineData("Use({|LG1021:Math.Log(x, 2)|});")]
    [InlineData("Use({|LG1021:MathF.Log(f, 10)|});")]
    public Task It_is_reported(string statements) => (Net with { Enabled = ["LG1021"] }).Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1021:Math.Log(x) / Math.Log(10)|}); // digits", "Use(Math.Log10(x)); // digits")]
    [InlineData("Use(1 - {|LG1021:Math.Log(x + 1, 2)|});", "Use(1 - Math.Log2(x + 1));")]
    [InlineData("Use({|LG1021:MathF.Log(f, 10)|});", "Use(MathF.Log10(f));")]
    [InlineData("Use((int)({|LG1021:Math.Log(k) / Math.Log(2)|}));", "Use((int)Math.Log2(k));")]
    public Task It_is_fixed(string before, string after) => (Net with { Enabled = ["LG1021"] }).Cures(RuleIds.LogByBase).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double l = Math.Log(x); Use({|LG1021:l / Math.Log(10)|});")]
    public Task Without_a_fix(string statements) => (Net with { Enabled = ["LG1021"] }).Cures(RuleIds.LogByBase).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(Math.Log(x) / Math.Log(3));")]
    [InlineData("Use(Math.Log(x) / 2);")]
    [InlineData("Use(Math.Log(x, f));")]
    [InlineData("Use(Math.Log(8, 2));")]
    [InlineData("Use(Math.Log2(x));")]
    public Task Its_look_alikes_are_not(string statements) => (Net with { Enabled = ["LG1021"] }).Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => ((Net with { Enabled = ["LG1021"] }) with { MayBeBroken = true }).Reports(Body("Use(Math.Log(x) / Math.Log("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => (Net with { Enabled = ["LG1021"] }).Reports(Class("double x; double P => {|LG1021:Math.Log(x, 2)|}; Func<double, double> F => v => {|LG1021:Math.Log(v, 10)|};"));
}
