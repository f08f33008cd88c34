using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogitsBeforeNllTests
{
    [Theory]
    [InlineData("return F.nll_loss({|LG2008:fc.forward(x)|}, y);")]
    [InlineData("var o = fc.call(x); return nn.NLLLoss().forward({|LG2008:o|}, y);")]
    [InlineData("var m = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)); return nn.NLLLoss().call({|LG2008:m.forward(x)|}, y);")]
    [InlineData("return F.binary_cross_entropy({|LG2008:fc.forward(x).squeeze()|}, y);")]
    [InlineData("return F.nll_loss({|LG2008:forward(x)|}, y);")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return F.nll_loss({|LG2008:fc.forward(x)|}, y);", "return F.cross_entropy(fc.forward(x), y);")]
    [InlineData("return F.binary_cross_entropy({|LG2008:fc.forward(x).squeeze()|}, y);", "return F.binary_cross_entropy_with_logits(fc.forward(x).squeeze(), y);")]
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.LogitsBeforeNll).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var o = fc.call(x); return nn.NLLLoss().forward({|LG2008:o|}, y);")]
    public Task Without_a_fix(string statements) => Torch.Cures(RuleIds.LogitsBeforeNll).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("return F.nll_loss(x, y);")]
    [InlineData("return F.nll_loss(F.log_softmax(fc.forward(x), 1), y);")]
    [InlineData("return F.cross_entropy(fc.forward(x), y);")]
    [InlineData("return F.binary_cross_entropy(torch.sigmoid(F.relu(x)) * 0.5, y);")]
    [InlineData("return torch.add(fc.forward(x), y);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.nll_loss(fc.forward(x), ; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => F.nll_loss({|LG2008:fc.forward(v)|}, y); return f(x);"));
}
