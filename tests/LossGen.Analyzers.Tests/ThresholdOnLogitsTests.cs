using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ThresholdOnLogitsTests
{
    [Theory]
    [InlineData("var o = fc.forward(x); var l = F.binary_cross_entropy_with_logits(o, y); return {|LG2104:o > 0.5|};")]
    [InlineData("var l = nn.BCEWithLogitsLoss().call(x, y); return {|LG2104:fc.call(x).ge(0.5)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var o = fc.forward(x); var l = F.binary_cross_entropy_with_logits(o, y); return {|LG2104:o > 0.5|};", "var o = fc.forward(x); var l = F.binary_cross_entropy_with_logits(o, y); return o > 0;")]
    [InlineData("var l = nn.BCEWithLogitsLoss().call(x, y); return {|LG2104:fc.call(x).ge(0.5)|};", "var l = nn.BCEWithLogitsLoss().call(x, y); return fc.call(x).ge(0);")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.ThresholdOnLogits).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var l = F.binary_cross_entropy_with_logits(x, y); return {|LG2104:x > 0.5|};")]
    [InlineData("var z = x * 2; var l = F.binary_cross_entropy_with_logits(z, y); return {|LG2104:z.gt(0.5)|};")]
    public Task What_a_loss_takes_for_logits_is_logits_afterwards(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var l = k > 0 ? F.binary_cross_entropy_with_logits(x, y) : F.binary_cross_entropy(x, y); return x > 0.5;")]
    [InlineData("if (k > 0) Use(F.binary_cross_entropy_with_logits(x, y)); return x > 0.5;")]
    [InlineData("var l = F.binary_cross_entropy_with_logits(x, y); x = x.sigmoid(); return x > 0.5;")]
    [InlineData("var l = F.binary_cross_entropy_with_logits(x, y); x = x + 1; return x > 0.5;")]
    [InlineData("var l = F.binary_cross_entropy_with_logits(x, y); return y > 0.5;")]
    [InlineData("var l = F.binary_cross_entropy_with_logits(x, y); return l > 0.5;")]
    public Task Nor_what_may_be_something_else(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var l = nn.BCEWithLogitsLoss().call(x, y); return {|LG2104:fc.call(x).ge(0.7)|};")]
    public Task Without_a_fix(string statements) => Torch.Cures(RuleIds.ThresholdOnLogits).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("var o = fc.forward(x); var l = F.binary_cross_entropy_with_logits(o, y); return o > 0;")]
    [InlineData("var o = fc.forward(x); var l = F.binary_cross_entropy_with_logits(o, y); return o.sigmoid() > 0.5;")]
    [InlineData("return x > 0.5;")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("var l = F.binary_cross_entropy_with_logits(x, y); return fc.forward(x) > ; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2104:fc.forward(v) > 0.5|}; F.binary_cross_entropy_with_logits(x, y); return f(x);"));
}
