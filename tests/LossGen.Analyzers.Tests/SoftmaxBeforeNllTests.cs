using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxBeforeNllTests
{
    [Theory]
    [InlineData("return F.nll_loss({|LG2003:F.softmax(x, 1)|}, y);", "return F.nll_loss(F.log_softmax(x, 1), y);")]
    [InlineData("return F.nll_loss({|LG2003:x.softmax(-1)|}, y); // loss", "return F.nll_loss(x.log_softmax(-1), y); // loss")]
    [InlineData("return nn.NLLLoss().call({|LG2003:(x + w).softmax(1)|}, y);", "return nn.NLLLoss().call((x + w).log_softmax(1), y);")]
    [InlineData("Func<Tensor, Tensor> loss = v => F.nll_loss({|LG2003:v.softmax(1)|}, y); return loss(x);", "Func<Tensor, Tensor> loss = v => F.nll_loss(v.log_softmax(1), y); return loss(x);")]
    public Task A_softmax_in_the_argument_is_fixed(string before, string after) => Torch.Cures(RuleIds.SoftmaxBeforeNll).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var p = x.softmax(1); return F.nll_loss({|LG2003:p|}, y);")]
    [InlineData("return F.nll_loss({|LG2003:x.sigmoid()|}, y);")]
    [InlineData("return F.nll_loss({|LG2003:nn.Softmax(1).forward(x)|}, y);")]
    [InlineData("var m = nn.Sequential(nn.Linear(3, 3), nn.Softmax(1)); return nn.NLLLoss().call({|LG2003:m.call(x)|}, y);")]
    [InlineData("var m = nn.Sequential((\"fc\", nn.Linear(3, 3)), (\"p\", nn.Softmax(1))); return F.nll_loss({|LG2003:m.forward(x)|}, y);")]
    [InlineData("return F.nll_loss({|LG2003:x.softmax(1) + 1e-8|}, y);")]
    public Task Others_are_flagged(string statements) => Torch.Cures(RuleIds.SoftmaxBeforeNll).OffersNoFix(TorchBody(statements));

    [Fact]
    public Task A_kernel_of_log_probabilities_takes_no_softmax() => (Net with { Ids = ["LG2001", "LG2003"] }).Reports(Class("""
        [NegativeLogLikelihood(10)]
        public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;

        public static float Wrong(float[] x, int[] y)
        {
            var p = new float[x.Length];
            StableMath.Softmax(x, p);
            return Loss({|LG2003:p|}, y);
        }

        public static float Right(float[] x, int[] y)
        {
            var l = new float[x.Length];
            StableMath.LogSoftmax(x, l);
            return Loss(l, y);
        }
        """));

    [Theory]
    [InlineData("return F.nll_loss(x.log_softmax(1), y);")]
    [InlineData("return F.nll_loss(F.log_softmax(x, 1), y);")]
    [InlineData("return F.nll_loss(x, y);")]
    [InlineData("return nn.NLLLoss().call(nn.LogSoftmax(1).forward(x), y);")]
    [InlineData("Use(x.softmax(1)); return F.cross_entropy(x, y);")]
    public Task Log_probabilities_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return F.nll_loss(x.softmax(, y);"));
}
