using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogSoftmaxByHandTests
{
    [Theory]
    [InlineData("return {|LG2007:x - x.logsumexp(1, true)|};", "return x.log_softmax(1);")]
    [InlineData("return {|LG2007:x - torch.logsumexp(x, -1, true)|}; // l", "return x.log_softmax(-1); // l")]
    public Task Of_tensors_it_is_reported_and_fixed(string before, string after) => Torch.Cures(RuleIds.LogSoftmaxByHand).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return y - x.logsumexp(1, true);")]
    [InlineData("return x.logsumexp(1) - x;")]
    [InlineData("return x - x.sum(1, true);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return x - x.logsumexp("));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2007:v - v.logsumexp(1, true)|}; return f(x);"));
}
