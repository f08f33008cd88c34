using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class EpsilonBehindClipTests
{
    [Theory]
    [InlineData("Use({|LG1205:Math.Log(Math.Max(x, 1e-7) + 1e-7)|});")]
    [InlineData("double p = Math.Clamp(x, 1e-7, 1 - 1e-7); Use({|LG1205:Math.Log(p + 1e-7)|});")]
    [InlineData("const double eps = 1e-9; double p = Math.Min(Math.Max(xs[k], eps), 1 - eps); Use({|LG1205:Math.Log(eps + p)|});")]
    [InlineData("float p = Math.Clamp(fs[k], 1e-6f, 1f - 1e-6f); Use({|LG1205:MathF.Log(1f - p + 1e-6f)|});")]
    [InlineData("double p = Math.Clamp(x, 1e-7, 1 - 1e-7); double y = ys[k]; Use(-(y * {|LG1205:Math.Log(p + 1e-7)|} + (1 - y) * {|LG1205:Math.Log(1 - p + 1e-7)|}));")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1205:Math.Log(Math.Max(x, 1e-7) + 1e-7)|});", "Use(Math.Log(Math.Max(x, 1e-7)));")]
    [InlineData("const double eps = 1e-9; double p = Math.Min(Math.Max(xs[k], eps), 1 - eps); Use({|LG1205:Math.Log(eps + p)|});", "const double eps = 1e-9; double p = Math.Min(Math.Max(xs[k], eps), 1 - eps); Use(Math.Log(p));")]
    [InlineData("float p = Math.Clamp(fs[k], 1e-6f, 1f - 1e-6f); Use({|LG1205:MathF.Log(1f - p + 1e-6f)|});", "float p = Math.Clamp(fs[k], 1e-6f, 1f - 1e-6f); Use(MathF.Log(1f - p));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.EpsilonBehindClip).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double p = Math.Max(x, 1e-7) + 1e-7; Use({|LG1205:Math.Log(p)|});")]
    public Task Without_a_fix(string statements) => Net.Cures(RuleIds.EpsilonBehindClip).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(Math.Log(Math.Max(x, 1e-7)));")]
    [InlineData("Use(Math.Log(Math.Max(x, 0) + 1e-7));")]
    [InlineData("Use(Math.Log10(Math.Max(n, 1) + 0.5));")]
    [InlineData("double p = Math.Clamp(x, 0, 1); Use(Math.Log(p + 1e-7));")]
    [InlineData("double p = Math.Min(x, 0.999); Use(Math.Log(p + 1e-7));")]
    [InlineData("double p = Math.Max(x, 1e-7); Use(p + 1e-7 + Math.Log(p));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double p = Math.Max(x, 1e-7); Use(Math.Log(p + "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class(
        "double p; double P => {|LG1205:Math.Log(Math.Max(p, 1e-9) + 1e-9)|}; Func<double, double> G => q => {|LG1205:Math.Log(Math.Max(q, 1e-9) + 1e-9)|};"));
}
