#if LOSSGEN_GENERATOR
namespace LossGen.Generators.Specs;
#else
namespace LossGen;
#endif

/// <summary>What a parameter of a kernel stands for. Without a <see cref="RoleAttribute"/> the parameter's name tells (<c>logits</c>, <c>classWeights</c> …).</summary>
public enum KernelRole
{
    /// <summary>Read: rows × classes unnormalised scores.</summary>
    Logits,

    /// <summary>Read: one class index per row, or rows × classes probabilities.</summary>
    Targets,

    /// <summary>Written: rows × classes, the derivative of the returned value (of the sum of the losses, for a <c>void</c> method).</summary>
    Gradient,

    /// <summary>Written: one loss per row, in nats.</summary>
    Losses,

    /// <summary>Read: one weight per class.</summary>
    ClassWeights,

    /// <summary>Read: one weight per row.</summary>
    SampleWeights,

    /// <summary>Read: one number per class that is added to every row of logits.</summary>
    LogitBias,

    /// <summary>Read: a number that multiplies the gradient and the reduced loss.</summary>
    Scale,

    /// <summary>Written: rows × classes softmax probabilities.</summary>
    Probabilities,

    /// <summary>Written: rows × classes logarithms of the softmax probabilities.</summary>
    LogProbabilities,

    /// <summary>Written: one log-sum-exp per row.</summary>
    LogSumExp,

    /// <summary>Written: per row the index of the first maximum, −1 for a row with NaN.</summary>
    Predictions,

    /// <summary>Written: how many of the kept rows are predicted right.</summary>
    Correct,

    /// <summary>Written: rows × classes, the diagonal of the Hessian.</summary>
    HessianDiagonal,

    /// <summary>Read: the number of classes, where the attribute does not fix it.</summary>
    Classes,

    /// <summary>Read: the distance between a position's classes with <see cref="Layout.ClassStride"/>.</summary>
    Inner,

    /// <summary>Read: one focal weight per class.</summary>
    Alpha,

    /// <summary>Read: classes × classes, how similar each class is to the target's: one row per target.</summary>
    Similarity,

    /// <summary>Read: classes × classes, the probability of observing class j where i is right, at [i, j].</summary>
    Confusion,

    /// <summary>Read: rows × classes logits of the teacher.</summary>
    Teacher,

    /// <summary>Read: rows × classes logits of the other distribution.</summary>
    Other,

    /// <summary>Read: rows × classes relevance scores.</summary>
    Relevance,

    /// <summary>Read: one return per row.</summary>
    Returns,

    /// <summary>Read: a number that is subtracted from every return.</summary>
    Baseline,

    /// <summary>Read: one product of norms ‖W_y‖‖f‖ per row.</summary>
    Norms,

    /// <summary>Read: one weight of the positive answer per label.</summary>
    PosWeights,

    /// <summary>Read: rows × labels weights.</summary>
    ElementWeights,

    /// <summary>
    /// Read: the classes that are allowed; the logit of any other counts as −∞. Rows × classes of <see cref="bool"/>, or of each row
    /// ⌈classes/64⌉ words of <see cref="ulong"/>, where bit k % 64 of word k / 64 is that of class k.
    /// </summary>
    Mask,

    /// <summary>Written: rows × labels, the loss of every label of a binary kernel, in nats: PyTorch's <c>reduction='none'</c>.</summary>
    ElementLosses,

    /// <summary>Read: rows × features numbers, from which a linear layer computes the logits: features · weightsᵀ + bias.</summary>
    Features,

    /// <summary>Read: classes × features, the weights of the linear layer, row by row as PyTorch's <c>Linear</c> holds them.</summary>
    Weights,

    /// <summary>Read: one number per class, the bias of the linear layer.</summary>
    Bias,

    /// <summary>Written: classes × features, the derivative of the returned value with respect to the weights.</summary>
    WeightsGradient,

    /// <summary>Written: one number per class, the derivative with respect to the bias.</summary>
    BiasGradient,

    /// <summary>Written: rows × features, the derivative with respect to the features.</summary>
    FeaturesGradient,

    /// <summary>
    /// Read: how many elements apart the rows of <c>logits</c> and <c>gradient</c> begin, where they have more than one per class. What lies
    /// behind a row's classes is neither read nor written. All other rows have one element per class.
    /// </summary>
    RowStride,
}
