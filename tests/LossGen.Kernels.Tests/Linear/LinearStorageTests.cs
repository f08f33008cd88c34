using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Linear;

/// <summary>
/// Linear heads whose numbers are narrow in memory give what the float head gives for the same numbers, each output rounded once, whichever of
/// the spans are narrow.
/// </summary>
public sealed class LinearStorageTests
{
    public delegate double Head<TFeatures, TWeights, TOutput>(
        ReadOnlySpan<TFeatures> features,
        ReadOnlySpan<TWeights> weights,
        ReadOnlySpan<TWeights> bias,
        ReadOnlySpan<int> targets,
        Span<TOutput> logits,
        Span<TOutput> gradient,
        Span<TOutput> losses,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        Span<TOutput> featuresGradient);

    private static readonly int[] Counts = [1, 7, 10, 33, 100];

    // Rows of few and of many features, of more than are packed at once, and of so many that weights are widened a few classes at a time.
    private static readonly (int Rows, int Features)[] Shapes = [(0, 3), (1, 1), (5, 4), (33, 20), (700, 7), (120, 300), (2, 40_000)];

    private static readonly Numbers<float> AsTheyAre = new("float", x => x, x => x, FractionBits: 23, LeastStep: float.Epsilon);

    public static TheoryData<string> Options => new() { "", ", Parallel = true", ", Temperature = 2, Sum = true" };

    [Theory]
    [MemberData(nameof(Options))]
    public void Halves_give_the_float_heads_results_rounded(string options) => CompareAll(Numbers.OfHalf, options);

    [Theory]
    [MemberData(nameof(Options))]
    public void Bfloats_give_the_float_heads_results_rounded(string options) => CompareAll(Numbers.OfBFloat16, options);

    [LinuxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Many_numbers_are_converted_as_one_is_and_nothing_outside_is_touched(bool atEnd)
    {
        ConvertAll(Numbers.OfHalf, atEnd);
        ConvertAll(Numbers.OfBFloat16, atEnd);
    }

    /// <summary>What a tile holds beside the logits counts towards its limit.</summary>
    [Fact]
    public void A_tile_of_narrow_features_takes_at_most_twelve_megabytes()
    {
        foreach (int classes in new[] { 1, 1000, 150_000 })
        {
            foreach (int length in new[] { 1, 784, 100_000, 1_000_000 })
            {
                int rows = LinearLayer.TileRows(1_000_000, classes, length, sizeof(float), length);
                ((long)rows * (classes + length) * sizeof(float)).ShouldBeLessThanOrEqualTo(12 << 20, $"{classes} classes, {length} features");
            }
        }
    }

    private static void ConvertAll<T>(Numbers<T> numbers, bool atEnd)
        where T : unmanaged
    {
        for (int length = 1; length <= 70; length++)
        {
            using var wide = new GuardedMemory<float>([.. Enumerable.Range(0, length).Select(i => (i - 30) * 0.37f)], atEnd);
            using var narrow = new GuardedMemory<T>(new T[length], atEnd);
            using var again = new GuardedMemory<float>(new float[length], atEnd);
            KernelStorage.Narrow(ref wide.Span[0], ref narrow.Span[0], length);
            KernelStorage.Widen(ref narrow.Span[0], ref again.Span[0], length);
            Equal(narrow.Span.ToArray(), wide.Span.ToArray(), numbers.Narrow, $"{length} numbers narrowed");
            Equal(again.Span.ToArray(), Array.ConvertAll(narrow.Span.ToArray(), x => numbers.Widen(x)), x => x, $"{length} numbers widened");
        }
    }

    private static void CompareAll<T>(Numbers<T> numbers, string options)
        where T : unmanaged
    {
        int compared = 0;
        var kernels = Compile(numbers.Name, options);
        foreach (int classes in Counts)
        {
            var wide = kernels.Method<Head<float, float, float>>("Wide", "K" + classes);
            foreach (var (rows, features) in Shapes)
            {
                string where = $"{classes} classes, {rows} rows, {features} features";
                Same(wide, kernels.Method<Head<T, T, T>>("All", "K" + classes), numbers, numbers, numbers, rows, features, classes, where + ", all narrow");
                Same(wide, kernels.Method<Head<T, float, float>>("Features", "K" + classes), numbers, AsTheyAre, AsTheyAre, rows, features, classes, where + ", features narrow");
                Same(wide, kernels.Method<Head<float, T, float>>("Weights", "K" + classes), AsTheyAre, numbers, AsTheyAre, rows, features, classes, where + ", weights narrow");
                Same(wide, kernels.Method<Head<float, float, T>>("Outputs", "K" + classes), AsTheyAre, AsTheyAre, numbers, rows, features, classes, where + ", outputs narrow");
                compared++;
            }
        }

        compared.ShouldBe(Counts.Length * Shapes.Length);
    }

    private static void Same<TFeatures, TWeights, TOutput>(
        Head<float, float, float> wide,
        Head<TFeatures, TWeights, TOutput> narrow,
        Numbers<TFeatures> ofFeatures,
        Numbers<TWeights> ofWeights,
        Numbers<TOutput> ofOutputs,
        int rows,
        int features,
        int classes,
        string where)
        where TFeatures : unmanaged
        where TWeights : unmanaged
        where TOutput : unmanaged
    {
        var random = new Random(rows + (31 * features) + classes);
        TFeatures[] x = Draw(rows * features, ofFeatures.Narrow);
        TWeights[] w = Draw(classes * features, ofWeights.Narrow);
        TWeights[] b = Draw(classes, ofWeights.Narrow);
        int[] targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        var expected = new Outputs<float>(rows, features, classes);
        var actual = new Outputs<TOutput>(rows, features, classes);
        double loss = wide(
            [.. x.Select(ofFeatures.Widen)], [.. w.Select(ofWeights.Widen)], [.. b.Select(ofWeights.Widen)], targets,
            expected.Logits, expected.Gradient, expected.Losses, expected.WeightsGradient, expected.BiasGradient, expected.FeaturesGradient);
        narrow(x, w, b, targets, actual.Logits, actual.Gradient, actual.Losses, actual.WeightsGradient, actual.BiasGradient, actual.FeaturesGradient)
            .ShouldBe(loss, where);
        Equal(actual.WeightsGradient, expected.WeightsGradient, x => x, where + ": weightsGradient");
        Equal(actual.BiasGradient, expected.BiasGradient, x => x, where + ": biasGradient");
        Equal(actual.Logits, expected.Logits, ofOutputs.Narrow, where + ": logits");
        Equal(actual.Gradient, expected.Gradient, ofOutputs.Narrow, where + ": gradient");
        Equal(actual.Losses, expected.Losses, ofOutputs.Narrow, where + ": losses");
        Equal(actual.FeaturesGradient, expected.FeaturesGradient, ofOutputs.Narrow, where + ": featuresGradient");

        TNumber[] Draw<TNumber>(int length, Func<float, TNumber> narrowed) =>
            [.. Enumerable.Range(0, length).Select(_ => narrowed((float)((random.NextDouble() - 0.5) / Math.Sqrt(1 + (features / 100.0)))))];
    }

    private static void Equal<T>(T[] actual, float[] wide, Func<float, T> narrow, string where)
    {
        T[] expected = Array.ConvertAll(wide, x => narrow(x));
        int same = actual.AsSpan().CommonPrefixLength(expected, EqualityComparer<T>.Default);
        if (same < expected.Length)
        {
            actual[same].ShouldBe(expected[same], $"{where}[{same}]");
        }
    }

    private static KernelAssembly Compile(string narrow, string options) => KernelAssembly.FromSource(
        "using System;\nusing LossGen;\n"
        + Type("Wide", "float", "float", "float", options)
        + Type("All", narrow, narrow, narrow, options)
        + Type("Features", narrow, "float", "float", options)
        + Type("Weights", "float", narrow, "float", options)
        + Type("Outputs", "float", "float", narrow, options),
        bits: Widths.Here);

    private static string Type(string name, string features, string weights, string outputs, string options) =>
        $"public static partial class {name}\n{{\n" + string.Concat(Counts.Select(classes => $"""
            [CrossEntropy({classes}{options})]
            public static partial double K{classes}(
                ReadOnlySpan<{features}> features, ReadOnlySpan<{weights}> weights, ReadOnlySpan<{weights}> bias, ReadOnlySpan<int> targets,
                Span<{outputs}> logits, Span<{outputs}> gradient, Span<{outputs}> losses,
                Span<float> weightsGradient, Span<float> biasGradient, Span<{outputs}> featuresGradient);

            """)) + "}\n";

    private sealed class Outputs<T>(int rows, int features, int classes)
    {
        public T[] Logits { get; } = new T[rows * classes];

        public T[] Gradient { get; } = new T[rows * classes];

        public T[] Losses { get; } = new T[rows];

        public float[] WeightsGradient { get; } = new float[classes * features];

        public float[] BiasGradient { get; } = new float[classes];

        public T[] FeaturesGradient { get; } = new T[rows * features];
    }
}
