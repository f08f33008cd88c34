using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class FocalPowerTests
{
    [Theory]
    [InlineData("var pt = (-x).exp(); return {|LG2013:(1 - pt).pow(0.5)|} * x;")]
    [InlineData("return {|LG2013:(1 - x.softmax(1)).pow(0.25)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var pt = (-x).exp(); return (1 - pt).pow(2) * x;")]
    [InlineData("return (1 - x).pow(0.5);")]
    [InlineData("return x.pow(0.5);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return (1 - x.softmax(1)).pow(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2013:(1 - v.sigmoid()).pow(0.5)|}; return f(x);"));

    [Theory]
    [InlineData("double gamma = 0.5", "{|LG2013:(1 - p).pow(gamma)|}")]
    [InlineData("double gamma = 2", "(1 - p).pow(gamma)")]
    [InlineData("double gamma", "(1 - p).pow(gamma)")]
    public Task A_default_is_what_most_callers_mean(string parameter, string power) => Torch.Reports(
        "using TorchSharp; using static TorchSharp.torch; class C { Tensor M(Tensor x, " + parameter + ") { var p = x.softmax(1); return " + power + "; } }");
}
