using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class KlDivLogTargetTests
{
    [Theory]
    [InlineData("return {|LG2005:F.kl_div(x.log_softmax(1), y.softmax(1))|};", "return F.kl_div(x.log_softmax(1), y.softmax(1), log_target: false);")]
    [InlineData("var q = F.softmax(y / 2, 1); return {|LG2005:F.kl_div(x, q, reduction: nn.Reduction.Sum)|}; // kl", "var q = F.softmax(y / 2, 1); return F.kl_div(x, q, reduction: nn.Reduction.Sum, log_target: false); // kl")]
    [InlineData("return {|LG2005:F.kl_div(x, y.softmax(1), log_target: true)|};", "return F.kl_div(x, y.softmax(1), log_target: false);")]
    [InlineData("Func<Tensor, Tensor> loss = v => {|LG2005:F.kl_div(v, y.sigmoid())|}; return loss(x);", "Func<Tensor, Tensor> loss = v => F.kl_div(v, y.sigmoid(), log_target: false); return loss(x);")]
    public Task A_target_of_probabilities_is_flagged_and_fixed(string before, string after) => Torch.Cures(RuleIds.KlDivLogTarget).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return F.kl_div(x.log_softmax(1), y.softmax(1), log_target: false);")]
    [InlineData("return F.kl_div(x.log_softmax(1), y.log_softmax(1));")]
    [InlineData("return F.kl_div(x.log_softmax(1), y);")]
    [InlineData("return F.kl_div(x.log_softmax(1), y.softmax(1), k > 0);")]
    [InlineData("return nn.KLDivLoss(false).call(x.log_softmax(1), y.softmax(1));")]
    public Task Others_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Of_a_module_it_is_flagged() => Torch.Cures(RuleIds.KlDivLogTarget).OffersNoFix(TorchBody("return {|LG2005:nn.KLDivLoss().call(x.log_softmax(1), y.softmax(1))|};"));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.kl_div(x, y.;"));
}
