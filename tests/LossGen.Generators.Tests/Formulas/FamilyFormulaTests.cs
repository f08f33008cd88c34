using System;
using System.Linq;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Formulas;

/// <summary>A loss of the family, written as a formula of the user's own, becomes the very same kernel: there is one mechanism for both.</summary>
public sealed class FamilyFormulaTests
{
    [Theory]
    [InlineData("CrossEntropy", "row.NegLogP(row.Target)")]
    [InlineData("CrossEntropy", "-Math.Log(row.P(row.Target))")]
    [InlineData("CrossEntropy", "row.Sum(k => row.Label(k) * -Math.Log(row.P(k)))")]
    [InlineData("CrossEntropy", "-row.Sum(k => k == row.Target ? Math.Log(row.P(k)) : 0)")]
    [InlineData("ChebyshevLoss", "1 - row.P(row.Target)")]
    [InlineData("ExpectationLoss", "2 * (1 - row.P(row.Target))")]
    [InlineData("FocalCrossEntropy", "Math.Pow(1 - row.P(row.Target), 2) * -Math.Log(row.P(row.Target))")]
    [InlineData("FocalCrossEntropy", "Math.Pow(row.Q(row.Target), 1.5) * row.NegLogP(row.Target)", ", Gamma = 1.5")]
    [InlineData("SquaredLogLoss", "row.NegLogP(row.Target) * row.NegLogP(row.Target)")]
    [InlineData("SquaredLogLoss", "Math.Log(row.P(row.Target)) * Math.Log(row.P(row.Target))")]
    [InlineData("PolyCrossEntropy", "row.NegLogP(row.Target) + 2 * (1 - row.P(row.Target))", ", Epsilon = 2")]
    [InlineData("MultiMarginLoss", "1.0 / row.Classes * row.Sum(k => k == row.Target ? 0 : Math.Max(0, row.Logit(k) - row.Logit(row.Target) + 1))")]
    public void A_loss_of_class_indices(string attribute, string formula, string options = "") => AreTheSame(attribute, formula, "ReadOnlySpan<int> targets", options);

    [Theory]
    [InlineData("CrossEntropy", "row.Sum(k => row.Label(k) * row.NegLogP(k))")]
    [InlineData("CrossEntropy", "-row.Sum(k => row.Label(k) * Math.Log(row.P(k)))")]
    public void A_loss_of_probabilities(string attribute, string formula) => AreTheSame(attribute, formula, "ReadOnlySpan<float> targets", string.Empty);

    [Theory]
    [InlineData("-row.Sum(k => row.P(k) * Math.Log(row.P(k)))")]
    [InlineData("-row.Sum(k => Math.Log(row.P(k)) * row.P(k))")]
    [InlineData("row.Sum(k => row.P(k) * row.NegLogP(k))")]
    public void A_loss_without_targets(string formula) => AreTheSame("EntropyLoss", formula, string.Empty, string.Empty);

    private static void AreTheSame(string attribute, string formula, string targets, string options)
    {
        foreach (string classes in new[] { "10", "40", "1000" })
        {
            Kernel($"CustomLoss({classes}, nameof(Formula))", formula, targets).ShouldBe(Kernel($"{attribute}({classes}{options})", formula, targets), $"{attribute}, {classes} classes: {formula}");
        }
    }

    /// <summary>The class that holds the kernel, without the comment in front of it, which has the loss's name.</summary>
    private static string Kernel(string attribute, string formula, string targets)
    {
        string[] parameters = [.. new[] { "ReadOnlySpan<float> logits", targets, "Span<float> gradient", "Span<float> losses", "ReadOnlySpan<float> sampleWeights" }.Where(parameter => parameter.Length > 0)];
        var compilation = GeneratorHost.Compilation($$"""
            using System;
            using LossGen;
            static partial class K
            {
                [LossFormula] static double Formula(LossRow row) => {{formula}};
                [{{attribute}}] public static partial float Loss({{string.Join(", ", parameters)}});
            }
            """);
        GeneratorHost.Problems(GeneratorHost.Run(compilation, null, out var generated)).ShouldBeEmpty();
        string text = generated.ShouldHaveSingleItem().SourceText.ToString();
        return text[text.IndexOf("file static class", StringComparison.Ordinal)..];
    }
}
