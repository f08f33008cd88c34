using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Snapshots;

/// <summary>What a user sees who opens the generated file. A handful: numbers are tested by running the kernels.</summary>
public sealed class KernelSnapshots
{
    private static string Generate(string attribute, string signature)
    {
        string source = $$"""
            using System;
            using LossGen;

            namespace Demo;

            public static partial class Kernels
            {
                [{{attribute}}]
                public static partial {{signature}};
            }
            """;
        GeneratorHost.Run(GeneratorHost.Compilation(source), schedule: null, out var generated);
        return generated.Single().SourceText.ToString();
    }

    /// <summary>A file without the bodies that stand there for longer vectors, too: which there are is the plan's, and they are tested by running.</summary>
    private static void Matches(string text, string hint, [CallerMemberName] string test = "")
    {
        var shown = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            shown.Add(line);
            if (line.Trim('\r') == "        }" && shown.FindLastIndex(IsSummary) is var start && start >= 0 && shown.Skip(start).FirstOrDefault(IsBody) is { } body
                && Narrower.Match(body) is { Success: true } name && text.Contains($" {name.Groups["name"].Value}512(", StringComparison.Ordinal))
            {
                shown.RemoveRange(start, shown.Count - start);
                shown.Add($"        // {name.Groups["name"].Value}{name.Groups["bits"].Value}: for vectors of {name.Groups["bits"].Value} bits, not shown here");
            }
        }

        Snapshot.Matches(string.Join("\n", shown), hint, test: test);

        static bool IsSummary(string line) => line.StartsWith("        /// <summary>", StringComparison.Ordinal);
        static bool IsBody(string line) => line.StartsWith("        private static double ", StringComparison.Ordinal);
    }

    private static readonly Regex Narrower = new(@" (?<name>\w+?)(?<bits>256|128)\(", RegexOptions.CultureInvariant);

    [Fact]
    public void Ten_classes_forward() => Matches(
        Generate("CrossEntropy(10)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"), "Loss");

    [Fact]
    public void Ten_classes_with_gradient() => Matches(
        Generate("CrossEntropy(10)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)"), "Loss");

    [Fact]
    public void Six_actions_with_a_mask_that_may_be_left_out() => Matches(
        Generate("CrossEntropy(6)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask = default)"), "Loss");

    [Fact]
    public void Two_classes_with_gradient() => Matches(
        Generate("CrossEntropy(2)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)"), "Loss");

    [Fact]
    public void Three_classes_smoothed_ignored_and_weighted_in_double() => Matches(
        Generate("CrossEntropy(3, LabelSmoothing = 0.1, IgnoreIndex = -100)", "double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<long> targets, Span<double> gradient, ReadOnlySpan<double> classWeights, ReadOnlySpan<double> sampleWeights)"), "Loss");

    [Fact]
    public void Five_classes_of_probabilities() => Matches(
        Generate("CrossEntropy(5)", "void Losses(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses, Span<float> gradient)"), "Losses");

    [Fact]
    public void A_hundred_classes_forward() => Matches(
        Generate("CrossEntropy(100)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"), "Loss");

    [Fact]
    public void A_thousand_classes_with_gradient() => Matches(
        Generate("CrossEntropy(1000)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)"), "Loss");

    [Fact]
    public void A_thousand_classes_in_halves() => Matches(
        Generate("CrossEntropy(1000)", "float Loss(ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient)"), "Loss");

    [Fact]
    public void A_vocabulary_of_probabilities_in_double() => Matches(
        Generate("CrossEntropy(32000, Reduction = Reduction.Sum)", "double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient)"), "Loss");

    [Fact]
    public void A_vocabulary_of_any_size() => Matches(
        Generate("CrossEntropy(LabelSmoothing = 0.1)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, int classes)"), "Loss");

    [Fact]
    public void A_segmentation_into_19_classes() => Matches(
        Generate("CrossEntropy(19, Layout = Layout.ClassStride, IgnoreIndex = 255)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, int inner)"), "Loss");

    [Fact]
    public void A_refused_method() => Matches(
        Generate("CrossEntropy(0)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"), "Loss");

    [Fact]
    public void The_file_of_ten_classes_is_short_and_that_of_a_hundred_thousand_no_longer_than_that_of_a_thousand()
    {
        int Lines(int classes) => Generate($"CrossEntropy({classes})", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)").Split('\n').Length;

        Lines(10).ShouldBeLessThan(500);
        Lines(100_000).ShouldBeLessThanOrEqualTo(Lines(1000));
    }
}
