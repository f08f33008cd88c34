using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Losses;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>Something that a declaration can have in several ways.</summary>
/// <param name="Name">What it is called in the table of refusals.</param>
/// <param name="Levels">The ways; the first is the ordinary one.</param>
internal sealed record Factor(string Name, params string[] Levels);

/// <summary>All choices of a declaration. A level of every factor makes a declaration.</summary>
internal static class Choices
{
    private const string Absent = "-";

    public static IReadOnlyList<Factor> Factors { get; } =
    [
        new("loss",
            [.. LossFormulas.All.SelectMany(loss =>
            loss.Name == "CustomLoss" ? (string[])["CustomLoss:Hit", "CustomLoss:Spread"] : [loss.Name])]),
        new("classes", "5", "1", "2", "19", "40", "130", "n=5", "n=40", "19:LanePerRow", "19:RowBlock", "19:RowStream"),
        new("element", "float", "double", "Half", "BFloat16"),
        new("written", "same", "float", "Half"),
        new("targets", "own", "int", "short", "long", "byte", "uint", "numbers", "bool", "ulong"),
        new("layout", "RowMajor", "ClassStride"),
        new("view", "span", "matrix"),
        new("source", "logits", "linear", "linear+gradients"),
        new("parallel", Absent, "true"),
        new("reduction", "Mean", "Sum"),
        new("returns", "own", "void", "float", "double"),
        new("emptyMean", "NaN", "Zero"),
        new("invalidTarget", "Throw", "Ignore"),
        new("hessian", Absent, "Exact", "XGBoost", "LightGBM"),
        new("temperature", "1", "1.75"),
        new("softcap", Absent, "20"),
        new("zLoss", Absent, "0.015625"),
        new("labelSmoothing", Absent, "0.125"),
        new("ignoreIndex", Absent, "0", "-100"),
        new("classWeights", Absent, "span", "constants"),
        new("scale", Absent, "double", "element"),
        new("mask", Absent, "bool", "ulong"),
        new("own", "ordinary", "first", "second"),
        new("optional", Absent, "one"),
        new("gradient", "own", Absent, "yes"),
        .. Roles.Select(role => new Factor(role, Absent, "yes")),
    ];

    /// <summary>Parameters that are there or not.</summary>
    public static IReadOnlyList<string> Roles =>
        ["sampleWeights", "logitBias", "losses", "probabilities", "logProbabilities", "logSumExp", "predictions", "correct",
            "elementLosses", "elementWeights", "posWeights", "alpha", "similarity", "baseline"];

    public static int[] Sizes { get; } = [.. Factors.Select(factor => factor.Levels.Length)];

    /// <summary>A row, as a declaration prints it.</summary>
    public static int[] Parse(string text)
    {
        int[] row = new int[Factors.Count];
        foreach (string choice in text.Split(' '))
        {
            string[] parts = choice.Split('=', 2);
            int factor = Factors.ToList().FindIndex(factor => factor.Name == parts[0]);
            row[factor] = Array.IndexOf(Factors[factor].Levels, parts[1]);
        }

        return row;
    }

    /// <summary>Two values for each option that only some losses have.</summary>
    public static string OwnOptions(string loss, string level, string classes) => (loss, level) switch
    {
        ("FocalCrossEntropy", "first") => "Gamma = 1.5",
        ("FocalCrossEntropy", "second") => $"Gamma = 3, Alpha = new double[] {{ {Constants(classes)} }}",
        ("PolyCrossEntropy", "first") => "Epsilon = -0.5",
        ("PolyCrossEntropy", "second") => "Epsilon = 2",
        ("GeneralizedCrossEntropy", "first") => "Q = 0.3",
        ("GeneralizedCrossEntropy", "second") => "Q = 0.9, Truncation = 0.2",
        ("LargeMarginCrossEntropy", "first") => "Margin = 2",
        ("LargeMarginCrossEntropy", "second") => "Margin = 4",
        ("CorrentropyLoss", "first") => "Sigma = 1.5",
        ("CorrentropyLoss", "second") => "Sigma = 0.25",
        ("HingeLoss", "first") => "Power = 2",
        ("HingeLoss", "second") => "Power = 3, Margin = 1.1",
        ("MultiMarginLoss", "first") => "Power = 2",
        ("MultiMarginLoss", "second") => "Margin = 0.6",
        ("CrammerSingerLoss", "first") => "Margin = 0.6",
        ("CrammerSingerLoss", "second") => "Margin = 2.1",
        ("EntropyLoss" or "KLDivergence" or "JensenShannonDivergence", not "ordinary") => "Unit = Unit.Bits",
        ("BinaryCrossEntropy", "first") => "PosWeight = 2",
        ("BinaryCrossEntropy", "second") => "PosWeight = 0.5",
        ("FocalBinaryCrossEntropy", "first") => "Gamma = 1",
        ("FocalBinaryCrossEntropy", "second") => "Gamma = 3, Alpha = 0.25, PosWeight = 2",
        _ => string.Empty,
    };

    /// <summary>One number per class, 0 among them; any number of them where the attribute does not say how many.</summary>
    public static string Constants(string classes) =>
        string.Join(", ", Enumerable.Range(0, int.TryParse(classes, out int count) ? count : 5).Select(k => k == 2 ? "0" : FormattableString.Invariant($"{0.5 + (k % 3)}")));
}
