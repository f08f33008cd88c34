using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>What a kernel loads. The kinds that begin with "Of" name a parameter by its role; the others are known to the schedules.</summary>
internal enum InputKind
{
    /// <summary>x_k.</summary>
    Logit,

    /// <summary>x_y.</summary>
    TargetLogit,

    /// <summary>k itself, as a number.</summary>
    ClassIndex,

    /// <summary>y itself, as a number.</summary>
    TargetIndex,

    /// <summary>The condition k = y.</summary>
    IsTarget,

    /// <summary>K, where it is known at run time only.</summary>
    ClassCount,

    /// <summary>What every row's gradient is multiplied by: scale over the mean's denominator.</summary>
    GradientScale,

    /// <summary>The condition that the row's index is not the ignored one.</summary>
    NotIgnored,

    /// <summary>The condition that the row's index is a class.</summary>
    InRange,

    /// <summary>An element of rows × classes.</summary>
    OfElement,

    /// <summary>One per class: that of class k.</summary>
    OfClass,

    /// <summary>One per class: that of the target.</summary>
    OfTarget,

    /// <summary>One per row.</summary>
    OfRow,

    /// <summary>A number of the whole call.</summary>
    OfCall,

    /// <summary>Of classes × classes: that of the target and class k.</summary>
    OfPair,
}

/// <summary>The quantities that losses are written in. Each knows its derivative, so that none is differentiated into a cancellation.</summary>
internal enum PrimitiveKind
{
    /// <summary>n_k = −log p_k.</summary>
    NegLogP,

    /// <summary>p_k.</summary>
    P,

    /// <summary>q_k = 1 − p_k, as the sum of the others.</summary>
    Q,

    /// <summary>n_y.</summary>
    TargetNegLogP,

    /// <summary>p_y.</summary>
    TargetP,

    /// <summary>q_y.</summary>
    TargetQ,

    /// <summary>n_y − q_y, which is of the order n_y²/2 where n_y is small.</summary>
    TargetExcess,

    /// <summary>log Σ exp(x_k).</summary>
    LogSumExp,

    /// <summary>log Σ exp(x_k − m), for differences of two of them; their derivatives are stated without the shift, which cancels.</summary>
    LogSum,

    /// <summary>How far the largest penalised logit is below m: the shift that belongs to a difference of two <see cref="LogSum"/>.</summary>
    Distance,

    /// <summary>−log σ(x_k), of a yes-or-no question.</summary>
    LabelNegLogP,

    /// <summary>−log σ(−x_k).</summary>
    LabelNegLogQ,

    /// <summary>σ(x_k).</summary>
    LabelP,

    /// <summary>σ(−x_k).</summary>
    LabelQ,
}

internal static class Inputs
{
    public static Shape ShapeOf(InputKind kind) => kind switch
    {
        InputKind.Logit or InputKind.ClassIndex or InputKind.IsTarget or InputKind.OfElement or InputKind.OfClass or InputKind.OfPair => Shape.Class,
        _ => Shape.Row,
    };

    public static Expr Logit { get; } = new Input(InputKind.Logit);

    public static Expr TargetLogit { get; } = new Input(InputKind.TargetLogit);

    public static Expr IsTarget { get; } = new Input(InputKind.IsTarget);

    public static Expr OfElement(KernelRole role) => new Input(InputKind.OfElement, role);

    public static Expr OfClass(KernelRole role) => new Input(InputKind.OfClass, role);

    public static Expr OfTarget(KernelRole role) => new Input(InputKind.OfTarget, role);

    public static Expr OfRow(KernelRole role) => new Input(InputKind.OfRow, role);

    public static Expr OfCall(KernelRole role) => new Input(InputKind.OfCall, role);

    public static Expr OfPair(KernelRole role) => new Input(InputKind.OfPair, role);

    /// <summary>t_k, of probability targets.</summary>
    public static Expr TargetProbability { get; } = OfElement(KernelRole.Targets);
}

internal static class Primitives
{
    public static Expr NegLogP { get; } = Of(PrimitiveKind.NegLogP);

    public static Expr P { get; } = Of(PrimitiveKind.P);

    public static Expr Q { get; } = Of(PrimitiveKind.Q);

    public static Expr TargetNegLogP { get; } = Of(PrimitiveKind.TargetNegLogP);

    public static Expr TargetP { get; } = Of(PrimitiveKind.TargetP);

    public static Expr TargetQ { get; } = Of(PrimitiveKind.TargetQ);

    public static Expr LogSumExp { get; } = Of(PrimitiveKind.LogSumExp);

    public static Expr Of(PrimitiveKind kind, LogitSource? source = null) => new Primitive(kind, source ?? LogitSource.Main);

    /// <summary>A quantity of a yes-or-no question.</summary>
    public static Expr OfLabel(PrimitiveKind kind) => new Primitive(kind, LogitSource.Binary);

    public static Shape ShapeOf(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.NegLogP or PrimitiveKind.P or PrimitiveKind.Q => Shape.Class,
        PrimitiveKind.LabelNegLogP or PrimitiveKind.LabelNegLogQ or PrimitiveKind.LabelP or PrimitiveKind.LabelQ => Shape.Class,
        _ => Shape.Row,
    };

    /// <summary>The same quantity of the target's class, for a quantity of class k.</summary>
    public static Expr AtTarget(Expr expr) => expr switch
    {
        Primitive { Kind: PrimitiveKind.NegLogP } p => p.As(PrimitiveKind.TargetNegLogP),
        Primitive { Kind: PrimitiveKind.P } p => p.As(PrimitiveKind.TargetP),
        Primitive { Kind: PrimitiveKind.Q } p => p.As(PrimitiveKind.TargetQ),
        Input { Kind: InputKind.Logit } => Inputs.TargetLogit,
        Input { Kind: InputKind.OfClass } input => Inputs.OfTarget(input.Role),
        Input { Kind: InputKind.ClassIndex } => new Input(InputKind.TargetIndex),
        Choose { Condition: Input { Kind: InputKind.IsTarget } } choice => AtTarget(choice.Then),
        ClassSum or ClassMax or IsFirstMax => expr,
        _ => expr.MapOperands(AtTarget),
    };
}
