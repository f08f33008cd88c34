namespace LossGen;

/// <summary>
/// The binary cross-entropy a·t·softplus(−x) + (1 − t)·softplus(x) of each label's logit x and target t with a weight a of the positive
/// answer, in nats, added up over the labels of a row. Semantics follow PyTorch's <c>binary_cross_entropy_with_logits</c>.
/// </summary>
/// <remarks>
/// <c>targets</c>: rows × labels numbers from 0 to 1, <c>bool</c> or <c>byte</c> (0 or 1), or bits: ⌈labels/64⌉ words of <c>ulong</c> per row,
/// where bit k % 64 of word k / 64 is label k.
/// <c>posWeights</c>: one per label; <c>elementWeights</c>: rows × labels; <c>sampleWeights</c>: one per row. <c>losses</c> receives one number per row, the sum over its
/// labels; a mean divides by rows × labels, whatever the weights. <c>probabilities</c> are σ(x). A logit of ±∞ gives the mathematical limit.
/// </remarks>
public sealed class BinaryCrossEntropyAttribute : LossKernelAttribute
{
    /// <summary>A kernel for rows of so many labels.</summary>
    /// <param name="labels">Logits per row, 1 or more.</param>
    public BinaryCrossEntropyAttribute(int labels = 1)
        : base(labels)
    {
    }

    /// <summary>A constant weight of the positive answer, at least 0; or else a parameter <c>posWeights</c>. Default 1.</summary>
    public double PosWeight { get; set; } = 1;

    /// <summary>The share e of every target that is replaced by ½: t becomes (1 − e)·t + e/2. From 0 to 1; default 0.</summary>
    public double LabelSmoothing { get; set; }
}
