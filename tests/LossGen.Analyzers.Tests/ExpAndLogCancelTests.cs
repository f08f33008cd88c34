using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ExpAndLogCancelTests
{
    [Theory]
    [InlineData("Use({|LG1012:Math.Exp(Math.Log(x))|});")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use({|LG1012:Math.Log(Math.Exp(x))|}); // x", "Use(x); // x")]
    [InlineData("Use(2 * {|LG1012:MathF.Log(MathF.Exp(f + 1))|});", "Use(2 * (f + 1));")]
    public Task It_is_reported_and_fixed(string before, string after) => Net.Cures(RuleIds.ExpAndLogCancel).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1012:x.exp().log()|};", "return x;")]
    public Task Of_tensors_it_is_reported_and_fixed(string before, string after) => Torch.Cures(RuleIds.ExpAndLogCancel).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("double e = Math.Exp(x); Use(Math.Log(e));")]
    [InlineData("Use(Math.Exp(k * Math.Log(x)));")]
    [InlineData("Use(Math.Log(Math.Exp(3)));")]
    [InlineData("Use(Math.Log10(Math.Exp(x)));")]
    [InlineData("Use(Math.Exp(Math.Log(x) / k));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Use(Math.Log(Math.Exp("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double x; double P => {|LG1012:Math.Log(Math.Exp(x))|}; Func<double, double> F => v => {|LG1012:Math.Log(Math.Exp(v))|};"));
}
