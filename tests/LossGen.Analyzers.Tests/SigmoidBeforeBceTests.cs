using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SigmoidBeforeBceTests
{
    [Theory]
    [InlineData("return F.binary_cross_entropy({|LG2002:x.sigmoid()|}, y);", "return F.binary_cross_entropy_with_logits(x, y);")]
    [InlineData("return F.binary_cross_entropy({|LG2002:torch.sigmoid(x + w)|}, y, w); // loss", "return F.binary_cross_entropy_with_logits(x + w, y, w); // loss")]
    [InlineData("var p = F.sigmoid(x); return F.binary_cross_entropy({|LG2002:p|}, y);", "var p = F.sigmoid(x); return F.binary_cross_entropy_with_logits(x, y);")]
    [InlineData("Func<Tensor, Tensor> loss = v => F.binary_cross_entropy({|LG2002:v.sigmoid()|}, y); return loss(x);", "Func<Tensor, Tensor> loss = v => F.binary_cross_entropy_with_logits(v, y); return loss(x);")]
    public Task The_function_is_flagged_and_fixed(string before, string after) => Torch.Cures(RuleIds.SigmoidBeforeBce).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return nn.BCELoss().call({|LG2002:x.sigmoid()|}, y);")]
    [InlineData("return F.binary_cross_entropy({|LG2002:x.sigmoid().clamp(1e-7, 0.9999)|}, y);")]
    [InlineData("var p = fc.forward(x).sigmoid(); return F.binary_cross_entropy({|LG2002:p|}, y);")]
    public Task Others_are_flagged(string statements) => Torch.Cures(RuleIds.SigmoidBeforeBce).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("return F.binary_cross_entropy(x, y);")]
    [InlineData("return F.binary_cross_entropy_with_logits(x, y);")]
    [InlineData("return F.binary_cross_entropy(x, y.sigmoid());")]
    [InlineData("Use(x.sigmoid()); return F.binary_cross_entropy_with_logits(x, y);")]
    public Task What_is_no_sigmoid_is_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.binary_cross_entropy(x.sigmoid(, y);"));
}
