namespace LossGen.Analyzers.Algebra;

/// <summary>The canonical operations. Their camel-case names are the vocabulary of the knowledge files.</summary>
internal enum Op : byte
{
    /// <summary>Something the engine does not understand; equal to nothing, not even to itself.</summary>
    Unknown,

    // leaves
    Leaf,
    Const,
    LoopVariable,
    Reference,
    Instance,
    Function,

    // domains that a knowledge file or an attribute states without saying how the value came to be
    Logits,
    Probabilities,
    LogProbabilities,
    ClassIndices,

    // arithmetic
    Add,
    Sub,
    Mul,
    Div,
    Neg,
    Abs,
    Max,
    Min,
    Clamp,
    Pow,
    Sqrt,
    Truncate,

    // exponentials, logarithms
    Exp,
    Exp2,
    Exp10,
    Expm1,
    Exp2m1,
    Exp10m1,
    Log,
    Log2,
    Log10,
    Log1p,
    Log2p1,
    Log10p1,
    LogBase,
    Sinh,
    Cosh,
    Tanh,

    /// <summary>A function of its first argument that says nothing but where its values lie: sine, softsign, cosine similarity.</summary>
    Bounded,

    // functions of the family
    Sigmoid,
    LogSigmoid,
    Softplus,
    Softmax,
    LogSoftmax,
    LogSumExp,
    LogAddExp,
    Log1mExp,
    LogCosh,
    LogSubExp,
    XLogY,
    XLog1PY,

    // reductions
    Sum,
    Mean,
    Product,
    MaxOf,
    MinOf,
    ArgMax,

    /// <summary>Round, floor, sign: constant between its steps.</summary>
    Step,
    OneHot,
    Norm,

    // layers
    Linear,
    Sequence,

    // losses; their first argument is the prediction
    CrossEntropyWithLogits,
    NllLoss,
    Bce,
    BceWithLogits,
    KlDiv,
    MseLoss,

    /// <summary>Something else that is made for logits and is given its first argument as such.</summary>
    TakesLogits,

    /// <summary>A model is given its loss.</summary>
    Compile,

    // where a value lies
    Element,
    View,
    Store,
    Append,

    /// <summary>A part of what the member is called on becomes something else.</summary>
    Put,
    BeforeLoop,
    Hole,
    Tuple,
    Item,
    Pairs,
    Member,
    Map,
    Fold,
    One,
    Zero,
    Same,

    // conditions
    Choose,
    Greater,
    GreaterOrEqual,
    Equal,
    Not,
    And,
    Or,
}
