using System;

namespace LossGen.Analyzers.Evidence;

/// <summary>
/// What a name suggests. Names are never a reason to speak, with one exception: an epsilon whose value is out of sight.
/// </summary>
internal static class NameEvidence
{
    private static readonly string[] Epsilons = { "eps", "epsilon", "tiny" };
    private static readonly string[] Sorted = { "sort", "topk", "rank", "order", "candidate", "descend" };
    private static readonly string[] LogProbabilities = { "logp", "log_p", "loglik", "log_lik" };
    private static readonly string[] Probabilities = { "softmax*", "prob*", "p", "ps", "soft", "confidence*", "likelihood*" };
    private static readonly string[] Logs = { "log*", "ln", "lp", "nll", "loss*", "entropy", "surprise" };
    private static readonly string[] Maxima = { "max", "peak", "largest", "highest", "top", "stab", "shift" };
    private static readonly string[] Reduced = { "center", "centre", "norm" };
    private static readonly string[] Shifts = { "max", "offset", "shift", "peak", "largest", "highest", "top", "stab", "center", "centre", "norm" };

    /// <summary>Whether a name has epsilon for a word: <c>eps</c>, <c>_logEps</c>, <c>EPSILON</c>, but not <c>steps</c>.</summary>
    public static bool IsEpsilon(string name)
    {
        foreach (string word in Epsilons)
        {
            int at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && StartsWord(name, at) && EndsWord(name, at + word.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name suggests that a value is, or has been reduced by, a maximum.</summary>
    public static bool IsShift(string name) => ContainsAny(WithoutSoftmax(name), Shifts);

    /// <summary>Whether a name says that a value has been reduced, and not merely that it can be added to another.</summary>
    public static bool IsShifted(string name) => IsMaximum(name) || ContainsAny(name, Reduced);

    /// <summary>Whether a name says that a value is a maximum, and not merely something that is subtracted.</summary>
    public static bool IsMaximum(string name) => ContainsAny(WithoutSoftmax(name), Maxima);

    /// <summary>Whether a name says that the largest comes first.</summary>
    public static bool IsSorted(string? name) => name is not null && ContainsAny(name, Sorted);

    /// <summary>Whether a name says that a value is the logarithm of a probability, which is never far above zero.</summary>
    public static bool IsLogProbability(string? name) => name is not null && ContainsAny(name, LogProbabilities);

    /// <summary>Whether a name says that a value is a probability itself, and not its logarithm.</summary>
    public static bool IsCalledProbability(string name) => Words.HasAny(name, Probabilities) && !Words.HasAny(name, Logs);

    // A softmax is no maximum.
    private static string WithoutSoftmax(string name) =>
        name.IndexOf("softmax", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? name.Remove(at, "softmax".Length) : name;

    private static bool ContainsAny(string name, string[] words)
    {
        foreach (string word in words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWord(string name, int at) => at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));

    private static bool EndsWord(string name, int at) => at >= name.Length || !char.IsLower(name[at]);
}
