using System;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Analyzers;

/// <summary>Which library advice and fixes point at.</summary>
internal enum Helper : byte
{
    LossGen,
    MathNet,
    None,
}

/// <summary>What a project decides in its <c>.editorconfig</c>.</summary>
/// <param name="Helper"><c>lossgen_helper = lossgen | mathnet | none</c></param>
/// <param name="AllowsEpsilons"><c>lossgen_epsilon = report | allow</c>: whether a probability behind an epsilon or a clip is good enough.</param>
/// <param name="Explains"><c>lossgen_explain = true</c>: whether to say what every expression is taken for.</param>
internal sealed record Policy(Helper Helper, bool AllowsEpsilons, bool Explains)
{
    private const string HelperKey = "lossgen_helper";
    private const string EpsilonKey = "lossgen_epsilon";
    private const string ExplainKey = "lossgen_explain";
    private const string StableMath = "StableMath.";

    public static Policy Default { get; } = new(Helper.LossGen, AllowsEpsilons: false, Explains: false);

    public static Policy Of(AnalyzerConfigOptions options)
    {
        Helper helper = options.TryGetValue(HelperKey, out string? name) && Enum.TryParse(name, ignoreCase: true, out Helper parsed) ? parsed : Helper.LossGen;
        return new Policy(helper, Is(options, EpsilonKey, "allow"), Is(options, ExplainKey, "true"));
    }

    private static bool Is(AnalyzerConfigOptions options, string key, string value) =>
        options.TryGetValue(key, out string? given) && string.Equals(given, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Advice that names StableMath, in the words of the helper.</summary>
    public object Translate(object argument)
    {
        if (Helper == Helper.LossGen || argument is not string text || text.IndexOf(StableMath, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return argument;
        }

        int end = at + StableMath.Length;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        string function = text.Substring(at + StableMath.Length, end - at - StableMath.Length);
        string other = Helper == Helper.MathNet && MathNetNameOf(function) is { } known ? "MathNet's SpecialFunctions." + known : "a stable " + function;
        return text.Substring(0, at) + other + text.Substring(end);
    }

    /// <summary>What MathNet.Numerics calls a function of StableMath; null where it has none that is as good.</summary>
    public static string? MathNetNameOf(string function) => function switch
    {
        "Log1p" or "Expm1" => function,
        "Sigmoid" => "Logistic",
        _ => null,
    };
}
