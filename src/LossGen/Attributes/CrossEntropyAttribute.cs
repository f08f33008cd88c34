using System;

namespace LossGen;

/// <summary>
/// The softmax cross-entropy of logits, in nats: −log softmax(x)[y] per row for a class index y, −Σ t·log softmax(x) for probabilities t.
/// </summary>
/// <remarks>
/// <para>Semantics follow PyTorch's <c>cross_entropy</c>: a row with NaN or +∞ has a NaN loss and gradient, a logit of −∞ has probability 0
/// (loss +∞ where it is the target). An ignored row contributes exactly 0, and so does a probability target of 0 on a logit of −∞.</para>
/// <para>The loss is computed as (max − x[y]) + log1p(Σ of the others), so it keeps its relative accuracy on confident rows.</para>
/// </remarks>
public sealed class CrossEntropyAttribute : LossKernelAttribute
{
    /// <summary>A kernel for a fixed number of classes.</summary>
    /// <param name="classes">Logits per row, 1 or more.</param>
    public CrossEntropyAttribute(int classes)
        : base(classes)
    {
    }

    /// <summary>A kernel whose number of classes is the method's parameter <c>int classes</c>.</summary>
    public CrossEntropyAttribute()
    {
    }

    /// <summary>
    /// The share e of the target that is spread evenly over all classes, 0 … 1 (Szegedy et al. 2016, arXiv 1512.00567 §7). Default 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>A class index whose rows contribute nothing, even if they hold NaN. No index is ignored unless this is written.</summary>
    public long IgnoreIndex { get; set; }

    /// <summary>λ of the z-loss λ·logsumexp², at least 0 (PaLM, JMLR 24, 22-1144). Default 0.</summary>
    public double ZLoss { get; set; }
}
