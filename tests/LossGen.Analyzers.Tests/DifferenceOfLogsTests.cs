using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class DifferenceOfLogsTests
{
    [Theory]
    [InlineData("Use({|LG1017:Math.Log(x + 1) - Math.Log(x)|});")]
    [InlineData("Use({|LG1017:Math.Log(1 + xs[k]) - Math.Log(xs[k])|});")]
    [InlineData("Use({|LG1017:MathF.Log(f + 1) - MathF.Log(f)|});")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1017:Math.Log(x + 1) - Math.Log(x)|});", "Use(StableMath.Log1p(1.0 / x));")]
    [InlineData("Use(2 * ({|LG1017:Math.Log(1 + (x + f)) - Math.Log(x + f)|}));", "Use(2 * StableMath.Log1p(1.0 / (x + f)));")]
    [InlineData("Use({|LG1017:MathF.Log(f + 1) - MathF.Log(f)|});", "Use(StableMath.Log1p(1f / f));")]
    [InlineData("Use({|LG1017:Math.Log(k + 1) - Math.Log(k)|});", "Use(StableMath.Log1p(1.0 / k));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.DifferenceOfLogs).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("Use(Math.Log(x + 1) - Math.Log(ys[k]));")]
    [InlineData("Use(Math.Log(x + 2) - Math.Log(x));")]
    [InlineData("Use(Math.Log(x) - Math.Log(x + 1));")]
    [InlineData("Use(Math.Log(xs[k] + 1) - Math.Log(ys[k] + 1));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(Math.Log(x + 1) - Math.Log("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x; double P => {|LG1017:Math.Log(x + 1) - Math.Log(x)|}; Func<double, double> F => v => {|LG1017:Math.Log(v + 1) - Math.Log(v)|};"));
}
