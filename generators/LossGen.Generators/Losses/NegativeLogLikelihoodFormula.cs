using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>−x_y, where the logits are log-probabilities already: no softmax is taken (PyTorch's nll_loss).</summary>
internal sealed class NegativeLogLikelihoodFormula : LossFormula
{
    public override string Name => "NegativeLogLikelihood";

    public override string Title => "negative log-likelihood";

    // The first two belong to a softmax, the third is 0.
    public override IReadOnlyList<KernelRole> Without => [KernelRole.LogSumExp, KernelRole.LogitBias, KernelRole.HessianDiagonal];

    public override Expr Probability => new Unary(UnaryOp.AnyExp, Inputs.Logit);

    public override Expr LogProbability => Inputs.Logit;

    public override IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (spec.Options.Temperature != 1)
        {
            yield return new("Temperature", "Log-probabilities have no temperature; divide the logits by it, before the log-softmax");
        }

        if (spec.Options.Softcap > 0)
        {
            yield return new("Softcap", "Log-probabilities are not capped; cap the logits, before the log-softmax");
        }
    }

    public override Expr RowLoss(KernelSpec spec) => -Inputs.TargetLogit;
}
