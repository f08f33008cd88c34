namespace LossGen;

/// <summary>
/// A kernel for a loss of your own: the formula is a method with <see cref="LossFormulaAttribute"/> in the same type or a type around it.
/// Its gradient is derived, and both are computed without the cancellations of the formula as written.
/// </summary>
public sealed class CustomLossAttribute : SoftmaxLossAttribute
{
    /// <summary>A kernel for a number of classes that is known at compile time.</summary>
    /// <param name="classes">Logits per row, at least 1.</param>
    /// <param name="formula">The formula's name: <c>nameof(…)</c>.</param>
    public CustomLossAttribute(int classes, string formula)
        : base(classes) => Formula = formula;

    /// <summary>A kernel that takes the number of classes as a parameter <c>classes</c>.</summary>
    /// <param name="formula">The formula's name: <c>nameof(…)</c>.</param>
    public CustomLossAttribute(string formula)
        : base(0) => Formula = formula;

    /// <summary>The formula's name.</summary>
    public string Formula { get; }
}
