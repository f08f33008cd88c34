namespace LossGen.Generators.Rows;

/// <summary>
/// What a step computes, whatever it is called: by this a schedule knows the values that it treats in a way of its own, and by this the
/// generated text is titled.
/// </summary>
internal enum StepRole
{
    /// <summary>Anything that has no role of its own: coefficients of the classes, numbers of the row.</summary>
    Other,

    /// <summary>The exponentials of the kernel's own softmax.</summary>
    Exponential,

    /// <summary>Those of another softmax, such as a teacher's.</summary>
    OtherExponential,

    /// <summary>For each class, the sum of all exponentials but its own.</summary>
    AllButOne,

    /// <summary>How far the logits are below their maximum, in the kernel's own softmax.</summary>
    Gap,

    /// <summary>The same with a penalty for each class.</summary>
    PenalisedGap,

    /// <summary>The same in another softmax.</summary>
    OtherGap,
    BiasedLogit,
    TemperedLogit,
    CappedLogit,
    MarginLogit,
    CapSlope,

    /// <summary>The smaller exponential of a yes-or-no question's two, the larger being 1.</summary>
    SmallerOfTwo,
    LogOfTwo,
    OneOfTwo,
    SumOfTwo,

    /// <summary>A factor over the sum of the exponentials.</summary>
    OverSum,

    /// <summary>A function that the loss's own formula asks for.</summary>
    Function,
}
