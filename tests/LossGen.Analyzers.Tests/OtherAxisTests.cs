using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class OtherAxisTests
{
    [Theory]
    [InlineData("var p = x.softmax(1); return {|LG2012:(p * x.log_softmax(1)).sum(2)|};")]
    [InlineData("return {|LG2012:(x.softmax(1) * y).sum(2)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var p = x.softmax(1); return {|LG2012:(p * x.log_softmax(1)).sum(2)|};", "var p = x.softmax(1); return (p * x.log_softmax(1)).sum(1);")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.OtherAxis).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var p = x.softmax(1); return (p * x.log_softmax(1)).sum(1);")]
    [InlineData("return (x.softmax(-1) * y).sum(1);")]
    [InlineData("return x.softmax(1).sum();")]
    [InlineData("return (x.exp() * y).sum(0);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return (x.softmax(1) * y).sum(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2012:(v.softmax(1) * y).sum(2)|}; return f(x);"));
}
