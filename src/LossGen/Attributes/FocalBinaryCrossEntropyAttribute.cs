namespace LossGen;

/// <summary>
/// The focal loss of labels: α·σ(−x)^γ·softplus(−x) where the target is 1 and (1 − α)·σ(x)^γ·softplus(x) where it is 0, in nats, added up
/// over the labels of a row (Lin et al. 2017, arXiv 1708.02002).
/// </summary>
/// <remarks>
/// <c>targets</c>: rows × labels numbers from 0 to 1, <c>bool</c> or <c>byte</c> (0 or 1), or bits: ⌈labels/64⌉ words of <c>ulong</c> per row,
/// where bit k % 64 of word k / 64 is label k.
/// <c>posWeights</c>: one per label; <c>elementWeights</c>: rows × labels; <c>sampleWeights</c>: one per row. <c>losses</c> receives one number per row, the sum over its
/// labels; a mean divides by rows × labels, whatever the weights. <c>probabilities</c> are σ(x). A logit of ±∞ gives the mathematical limit.
/// A target between 0 and 1 weighs the two.
/// </remarks>
public sealed class FocalBinaryCrossEntropyAttribute : LossKernelAttribute
{
    /// <summary>A kernel for rows of so many labels.</summary>
    /// <param name="labels">Logits per row, 1 or more.</param>
    public FocalBinaryCrossEntropyAttribute(int labels = 1)
        : base(labels)
    {
    }

    /// <summary>γ, at least 0. Default 2.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>α, from 0 to 1. Unless it is written, both answers weigh 1.</summary>
    public double Alpha { get; set; }

    /// <summary>A constant weight of the positive answer, at least 0; or else a parameter <c>posWeights</c>. Default 1.</summary>
    public double PosWeight { get; set; } = 1;

    /// <summary>The share e of every target that is replaced by ½: t becomes (1 − e)·t + e/2. From 0 to 1; default 0.</summary>
    public double LabelSmoothing { get; set; }
}
