using System;

namespace LossGen.Analyzers.Values;

/// <summary>
/// What a name suggests. Names are never a reason to speak, with one exception: an epsilon whose value is out of sight.
/// </summary>
internal static class NameEvidence
{
    private static readonly string[] Epsilons = { "eps", "tiny", "small" };
    private static readonly string[] Shifts = { "max", "offset", "shift", "peak", "largest", "highest", "top", "stab", "center", "centre", "norm" };

    public static bool IsEpsilon(string name) => ContainsAny(name, Epsilons);

    /// <summary>Whether a name suggests that a value is, or has been reduced by, a maximum.</summary>
    public static bool IsShift(string name) => ContainsAny(name, Shifts);

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
}
