using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxOverRowsTests
{
    [Theory]
    [InlineData("return {|LG2010:fc.forward(x).softmax(0)|};")]
    [InlineData("var o = fc.call(x); return {|LG2010:F.log_softmax(o, 0)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return {|LG2010:fc.forward(x).softmax(0)|};", "return fc.forward(x).softmax(-1);")]
    [InlineData("var o = fc.call(x); return {|LG2010:F.log_softmax(o, 0)|};", "var o = fc.call(x); return F.log_softmax(o, -1);")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.SoftmaxOverRows).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return x.softmax(0);")]
    [InlineData("return fc.forward(x).softmax(1);")]
    [InlineData("return fc.forward(x).softmax(-1);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return fc.forward(x).softmax(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2010:fc.forward(v).softmax(0)|}; return f(x);"));
}
