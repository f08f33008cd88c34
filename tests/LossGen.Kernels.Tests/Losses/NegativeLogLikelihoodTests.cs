using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>The loss of log-probabilities: after a log-softmax it is the cross-entropy, and every number of it can be said in one line.</summary>
public sealed class NegativeLogLikelihoodTests
{
    private const string Outputs = "Span<float> gradient, Span<float> losses, Span<float> probabilities, Span<float> logProbabilities, Span<int> predictions, out int correct";

    internal delegate double Run(float[] logits, int[] targets, float[] classWeights, float[] sampleWeights, Result result, int inner);

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 1, 3, 17, 1000 })
        {
            foreach (string options in new[] { "", "Sum = true", "IgnoreIndex = 0, EmptyMean = EmptyMean.Zero", "InvalidTarget = InvalidTarget.Ignore", "Layout = Layout.ClassStride", "Parallel = true" })
            {
                data.Add(classes, options);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_output_is_what_the_definition_says(int classes, string options)
    {
        bool strided = options.Contains("Stride", StringComparison.Ordinal);
        const int Rows = 22;
        const int Inner = 11;
        var random = new Random(classes);
        float[] x = [.. Enumerable.Range(0, Rows * classes).Select(_ => (float)-(random.NextDouble() * 9))];
        int[] targets = [.. Enumerable.Range(0, Rows).Select(row => options.Contains("Invalid", StringComparison.Ordinal) && row % 5 == 0 ? -7 : random.Next(classes))];
        float[] classWeights = [.. Enumerable.Range(0, classes).Select(k => 0.5f + (k % 3))];
        float[] sampleWeights = [.. Enumerable.Range(0, Rows).Select(row => 0.25f * (1 + (row % 4)))];
        var actual = new Result(Rows, classes);
        double returned = Compile(classes, options)(strided ? Strides.To<float>(x, classes, Inner) : x, targets, classWeights, sampleWeights, actual, Inner);

        bool Counts(int row) => targets[row] >= 0 && !(options.Contains("IgnoreIndex", StringComparison.Ordinal) && targets[row] == 0);
        double Weight(int row) => Counts(row) ? (double)classWeights[targets[row]] * sampleWeights[row] : 0;
        double denominator = options.Contains("Sum", StringComparison.Ordinal) ? 1 : Enumerable.Range(0, Rows).Sum(Weight);
        double total = Enumerable.Range(0, Rows).Sum(row => Counts(row) ? Weight(row) * -x[(row * classes) + targets[row]] : 0);
        returned.ShouldBe(denominator == 0 ? 0 : total / denominator, 1e-6 * Math.Abs(total / Math.Max(denominator, 1e-9)) + 1e-12);
        int right = 0;
        for (int row = 0; row < Rows; row++)
        {
            float[] own = x[(row * classes)..((row + 1) * classes)];
            ((double)actual.Losses[row]).ShouldBe(Counts(row) ? Weight(row) * -own[targets[row]] : 0, 1e-6 * 30);
            int first = Array.IndexOf(own, own.Max());
            actual.Predictions[row].ShouldBe(first);
            right += Counts(row) && first == targets[row] ? 1 : 0;
            for (int k = 0; k < classes; k++)
            {
                int at = strided ? ((row / Inner) * classes * Inner) + (k * Inner) + (row % Inner) : (row * classes) + k;
                double slope = Counts(row) && k == targets[row] ? -Weight(row) / denominator : 0;
                ((double)actual.Gradient[at]).ShouldBe(slope, (1e-6 * Math.Abs(slope)) + 1e-30, $"row {row}, class {k}");
                actual.LogProbabilities[at].ShouldBe(own[k]);
                ((double)actual.Probabilities[at]).ShouldBe(Math.Exp(own[k]), 1.8e-7 * Math.Exp(own[k]));
            }
        }

        actual.Correct.ShouldBe(right);
    }

    [Fact]
    public void After_a_log_softmax_it_is_the_cross_entropy()
    {
        float[] logits = [1, 2, 3, -1, 0.5f, 8];
        float[] logarithms = new float[6];
        StableMath.LogSoftmax(logits.AsSpan(0, 3), logarithms.AsSpan(0, 3));
        StableMath.LogSoftmax(logits.AsSpan(3, 3), logarithms.AsSpan(3, 3));
        var result = new Result(2, 3);
        Compile(3, string.Empty)(logarithms, [2, 0], [1, 1, 1], [1, 1], result, 1).ShouldBe((0.40760596 + 9.00067) / 2, 1e-4);
    }

    private static Run Compile(int classes, string options)
    {
        string inner = options.Contains("Stride", StringComparison.Ordinal) ? ", int inner" : string.Empty;
        return KernelAssembly.FromSource($$"""
            using System;
            using LossGen;
            public static partial class K
            {
                [NegativeLogLikelihood({{classes}}{{(options.Length > 0 ? ", " + options : string.Empty)}})]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights, {{Outputs}}{{inner}});
                public static double Call(float[] logits, int[] targets, float[] classWeights, float[] sampleWeights, LossGen.Kernels.Tests.Losses.NegativeLogLikelihoodTests.Result o, int inner) =>
                    Loss(logits, targets, classWeights, sampleWeights, o.Gradient, o.Losses, o.Probabilities, o.LogProbabilities, o.Predictions, out o.Correct{{(inner.Length > 0 ? ", inner" : string.Empty)}});
            }
            """).Method<Run>("K", "Call");
    }

#pragma warning disable CA1034, CA1051, SA1401 // Read by kernels that are compiled at run time.
    public sealed class Result(int rows, int classes)
    {
        public readonly float[] Gradient = new float[rows * classes];
        public readonly float[] Losses = new float[rows];
        public readonly float[] Probabilities = new float[rows * classes];
        public readonly float[] LogProbabilities = new float[rows * classes];
        public readonly int[] Predictions = new int[rows];
        public int Correct;
    }
#pragma warning restore CA1034, CA1051, SA1401
}
