using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfOnePlusTests
{
    [Theory]
    [InlineData("double rate = x; Use({|LG1010:Math.Log(1 + rate)|});", "double rate = x; Use(StableMath.Log1p(rate));")]
    [InlineData("float eps = f; Use({|LG1010:MathF.Log(eps + 1f)|});", "float eps = f; Use(StableMath.Log1p(eps));")]
    [InlineData("double annualRate = x; Use(n * {|LG1010:Math.Log(1 + annualRate / n)|}); // yearly", "double annualRate = x; Use(n * StableMath.Log1p(annualRate / n)); // yearly")]
    public Task It_is_reported_and_fixed(string before, string after) => Net.Cures(RuleIds.LogOfOnePlus).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("var delta = x * 2; return {|LG1010:torch.log(1 + delta)|};", "var delta = x * 2; return delta.log1p();")]
    public Task Of_tensors_it_is_reported_and_fixed(string before, string after) => Torch.Cures(RuleIds.LogOfOnePlus).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("Use(Math.Log(1 + x));")]
    [InlineData("Use(Math.Log(1 + xs[k]) - Math.Log(1 + ys[k]));")]
    [InlineData("double u = x; Use(-Math.Log(1 - u));")]
    [InlineData("double r = x, rate = f; Use(-Math.Log(1 - r) / rate);")]
    [InlineData("int count = k; Use(Math.Log(1 + count));")]
    [InlineData("double rate = x; Use(Math.Log(2 + rate));")]
    [InlineData("double rate = x; Use(Math.Log(rate));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double rate = x; Use(Math.Log(1 + "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double rate; double P => {|LG1010:Math.Log(1 + rate)|}; Func<double, double> F => rate => {|LG1010:Math.Log(1 + rate)|};"));
}
