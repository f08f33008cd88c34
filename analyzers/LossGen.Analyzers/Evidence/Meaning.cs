namespace LossGen.Analyzers.Evidence;

/// <summary>What a name may say. The sections of <c>Vocabulary.txt</c> have these names and explain them.</summary>
internal enum Meaning : byte
{
    Target,
    Prediction,
    Probability,
    ProbabilityItself,
    LogProbability,
    Scores,
    Teacher,
    Student,
    Return,
    Policy,
    Content,
    OtherQuantity,
    PhysicalQuantity,
    Small,
    Epsilon,
    Maximum,
    Sorted,
    Temperature,
    Steps,
    Rows,
    Mask,
    Loss,
    OtherLoss,
    CrossEntropy,
    Entropy,
    Divergence,
    Reversal,
    Gradient,
    Density,
    Attention,
    Softmax,
    Product,
    OnScreen,
}

/// <summary>How sure a name is, as a weight.</summary>
internal enum Degree : byte
{
    None,

    /// <summary>The name allows it; something else has to speak for it too.</summary>
    Likely,

    /// <summary>Enough beside a partner that is named so as well.</summary>
    Sure,

    /// <summary>The name can mean nothing else.</summary>
    Certain,
}
