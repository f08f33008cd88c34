using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ExpOfLogSoftmaxTests
{
    [Theory]
    [InlineData("return {|LG2006:torch.exp(F.log_softmax(x, 1))|};", "return x.softmax(1);")]
    [InlineData("return {|LG2006:x.log_softmax(-1).exp()|}; // p", "return x.softmax(-1); // p")]
    public Task Of_tensors_it_is_reported_and_fixed(string before, string after) => Torch.Cures(RuleIds.ExpOfLogSoftmax).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var l = x.log_softmax(1); return l.exp() * l;")]
    [InlineData("return x.exp();")]
    [InlineData("return (x.log_softmax(1) - y).exp();")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return torch.exp(F.log_softmax(x, "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2006:v.log_softmax(1).exp()|}; return f(P);", "Tensor P => {|LG2006:torch.exp(F.log_softmax(null!, 1))|};"));
}
