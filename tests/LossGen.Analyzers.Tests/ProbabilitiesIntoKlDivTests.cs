using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ProbabilitiesIntoKlDivTests
{
    [Theory]
    [InlineData("return F.kl_div({|LG2004:F.softmax(x, 1)|}, y);", "return F.kl_div(F.log_softmax(x, 1), y);")]
    [InlineData("return F.kl_div({|LG2004:x.softmax(-1)|}, y, log_target: false); // kl", "return F.kl_div(x.log_softmax(-1), y, log_target: false); // kl")]
    [InlineData("Func<Tensor, Tensor> loss = v => F.kl_div({|LG2004:v.softmax(1)|}, y); return loss(x);", "Func<Tensor, Tensor> loss = v => F.kl_div(v.log_softmax(1), y); return loss(x);")]
    [InlineData("return nn.KLDivLoss().call({|LG2004:x.softmax(1)|}, y);", "return nn.KLDivLoss().call(x.log_softmax(1), y);")]
    public Task A_softmax_in_the_argument_is_fixed(string before, string after) => Torch.Cures(RuleIds.ProbabilitiesIntoKlDiv).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var p = x.softmax(1); return F.kl_div({|LG2004:p|}, y);")]
    [InlineData("return F.kl_div({|LG2004:x.sigmoid()|}, y);")]
    public Task Others_are_flagged(string statements) => Torch.Cures(RuleIds.ProbabilitiesIntoKlDiv).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("return F.kl_div(x.log_softmax(1), y);")]
    [InlineData("return F.kl_div(x.log_softmax(1), y.softmax(1), log_target: false);")]
    [InlineData("return F.kl_div(x, y);")]
    [InlineData("return F.kl_div(fc.forward(x), y);")]
    public Task Log_probabilities_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.kl_div(x.softmax(, y);"));
}
