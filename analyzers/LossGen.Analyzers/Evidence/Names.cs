using System;

namespace LossGen.Analyzers.Evidence;

/// <summary>
/// What names say. A name is never a reason to speak: it is asked only about an expression that already has the shape of what a rule looks for, and what is
/// asked for is always two or three of them together, such as a target, a prediction and a place where a loss is computed.
/// </summary>
internal static class Names
{
    private const string Softmax = "softmax";

    /// <summary>Whether a name says so, and is that sure.</summary>
    public static bool Say(Meaning meaning, string? name, Degree degree = Degree.Likely) => Vocabulary.Default.Weigh(name, meaning) >= degree;

    /// <summary>Whether a name can only be that of a model's answer.</summary>
    public static bool IsEstimate(string? name) => Say(Meaning.Prediction, name, Degree.Certain) && !Say(Meaning.Target, name, Degree.Certain);

    /// <summary>Whether the two are named so that nothing else is needed.</summary>
    public static bool ArePair(string? target, string? prediction) => Say(Meaning.Target, target, Degree.Sure) && Say(Meaning.Prediction, prediction, Degree.Sure)
        && (Say(Meaning.Prediction, prediction, Degree.Certain) || !Say(Meaning.Target, prediction, Degree.Sure));

    /// <summary>Whether a name does not keep a value from being a probability.</summary>
    public static bool MayBeProbability(string? name) => name is not null && !Say(Meaning.OtherQuantity, name);

    /// <summary>Whether a name is of a distribution's density, and of no likelihood that is minimised.</summary>
    public static bool IsDensity(string context) => Say(Meaning.Density, context) && !Say(Meaning.Loss, context, Degree.Sure);

    /// <summary>Whether a name says that a value is, or has been reduced by, a maximum. A softmax is none.</summary>
    public static bool IsMaximum(string? name, Degree degree) => name is not null && Say(
        Meaning.Maximum, name.IndexOf(Softmax, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? name.Remove(at, Softmax.Length) : name, degree);
}
