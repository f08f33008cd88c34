using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Reading;

/// <summary>Guesses which role a parameter with an unknown name was meant to have.</summary>
internal static class RoleSuggestion
{
    /// <summary>What else the roles are often called.</summary>
    private static readonly Dictionary<string, string[]> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["logits"] = ["scores", "outputs", "predicted", "predictions", "x", "z"],
        ["targets"] = ["labels", "truth", "expected", "classes", "y"],
        ["gradient"] = ["grad", "grads", "delta", "deltas", "dx", "dLogits", "gradOutput", "logitsGradient"],
        ["probabilities"] = ["probs", "softmax", "p"],
        ["predictions"] = ["predicted", "argmax"],
        ["sampleWeights"] = ["rowWeights", "weight"],
        ["classes"] = ["classCount", "numClasses", "count", "k"],
    };

    /// <summary>A role that is still free and takes the parameter's type: one that the kernel needs, or else one of a similar name.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="free">Roles without a parameter that take its type.</param>
    /// <param name="needed">Those that the kernel cannot do without.</param>
    public static RoleInfo? For(string name, IReadOnlyList<RoleInfo> free, IReadOnlyList<KernelRole> needed)
    {
        var required = free.Where(info => needed.Contains(info.Role)).ToList();
        return required.Count == 1 ? required[0]
            : Meant(name, required) ?? Nearest(name, required) ?? Meant(name, free) ?? Nearest(name, free) ?? required.FirstOrDefault();
    }

    private static RoleInfo? Meant(string name, IEnumerable<RoleInfo> roles) => roles.FirstOrDefault(info =>
        Synonyms.TryGetValue(info.Name, out string[] others) && others.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static RoleInfo? Nearest(string name, IEnumerable<RoleInfo> roles) => roles
        .Select(info => (Info: info, Distance: Distance(name, info.Name)))
        .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Info.Name.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Info)
        .FirstOrDefault();

    /// <summary>How many letters must be added, removed or replaced (Levenshtein), whatever their case.</summary>
    private static int Distance(string first, string second)
    {
        int[] row = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(first[i - 1]) == char.ToLowerInvariant(second[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[second.Length];
    }
}
