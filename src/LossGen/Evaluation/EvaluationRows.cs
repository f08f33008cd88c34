using System;

namespace LossGen;

/// <summary>The checks of what is evaluated row by row.</summary>
internal static class EvaluationRows
{
    /// <summary>The number of rows, after all lengths and indices were checked. An ignored row's index need not be a class.</summary>
    public static int Check(int length, string name, ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
    {
        CheckClasses(classes);
        if (length % classes != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"'{name}' has {length} elements, which is not a whole number of rows of {classes} classes."), name);
        }

        if (targets.Length != length / classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"'targets' has {targets.Length} elements; {length / classes} are needed, one per row of '{name}'."), nameof(targets));
        }

        CheckIndices(targets, classes, ignoreIndex);
        return targets.Length;
    }

    /// <summary>An ignored row's index need not be a class.</summary>
    public static void CheckIndices(ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
    {
        CheckClasses(classes);
        for (int row = 0; row < targets.Length; row++)
        {
            if ((uint)targets[row] >= (uint)classes && targets[row] != ignoreIndex)
            {
                throw new ArgumentOutOfRangeException(nameof(targets), targets[row], FormattableString.Invariant($"The class index {targets[row]} in row {row} is not in 0 … {classes - 1} ({classes} classes)."));
            }
        }
    }

    /// <summary>One answer per element of another span.</summary>
    public static void CheckAnswers(int length, string name, int targets)
    {
        if (targets != length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'targets' has {targets} elements and '{name}' has {length}; they must have as many."),
                nameof(targets));
        }
    }

    private static void CheckClasses(int classes)
    {
        if (classes < 1)
        {
            string message = FormattableString.Invariant($"'classes' is {classes}; it must be 1 or more.");
            throw new ArgumentOutOfRangeException(nameof(classes), classes, message);
        }
    }
}
