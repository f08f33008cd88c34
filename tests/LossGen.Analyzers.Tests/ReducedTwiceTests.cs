using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ReducedTwiceTests
{
    [Theory]
    [InlineData("return {|LG2207:F.cross_entropy(x, y).mean()|};")]
    [InlineData("var l = nn.BCEWithLogitsLoss().call(x, y); return {|LG2207:l.sum()|};")]
    [InlineData("var batchSize = k; return {|LG2207:F.cross_entropy(x, y) / batchSize|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return {|LG2207:F.cross_entropy(x, y).mean()|};", "return F.cross_entropy(x, y);")]
    [InlineData("var l = nn.BCEWithLogitsLoss().call(x, y); return {|LG2207:l.sum()|} * 2;", "var l = nn.BCEWithLogitsLoss().call(x, y); return l * 2;")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.ReducedTwice).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var batchSize = k; return {|LG2207:F.cross_entropy(x, y) / batchSize|};")]
    public Task Without_a_fix(string statements) => Torch.Cures(RuleIds.ReducedTwice).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("return F.cross_entropy(x, y, reduction: nn.Reduction.None).mean();")]
    [InlineData("var batchSize = k; return F.cross_entropy(x, y, reduction: nn.Reduction.Sum) / batchSize;")]
    [InlineData("return F.cross_entropy(x, y) / 2;")]
    [InlineData("return F.cross_entropy(x, y);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.cross_entropy(x, ).mean(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2207:F.cross_entropy(v, y).mean()|}; return f(x);"));
}
