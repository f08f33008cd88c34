namespace LossGen;

/// <summary>
/// A kernel for a binary loss of your own: every logit is a question, answered with yes or no. The formula is a method with
/// <see cref="LossFormulaAttribute"/> that takes a <see cref="BinaryRow"/>.
/// </summary>
public sealed class CustomBinaryLossAttribute : LossKernelAttribute
{
    /// <summary>A kernel with so many labels per row.</summary>
    /// <param name="formula">The formula's name: <c>nameof(…)</c>.</param>
    /// <param name="labels">Logits per row, at least 1.</param>
    public CustomBinaryLossAttribute(string formula, int labels = 1)
        : base(labels) => Formula = formula;

    /// <summary>The formula's name.</summary>
    public string Formula { get; }
}
