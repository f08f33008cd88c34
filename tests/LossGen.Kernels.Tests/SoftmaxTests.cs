using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>[Softmax], [LogSoftmax] and [LogSumExp]: functions of the logits alone, in both schedules.</summary>
public sealed class SoftmaxTests
{
    private delegate void Function(ReadOnlySpan<float> logits, Span<float> output);

    private static Function Compile(string attribute, int classes, string role) => KernelAssembly.FromSource($$"""
        using System;
        public static partial class K
        {
            [LossGen.{{attribute}}({{classes}})]
            private static partial void Run(ReadOnlySpan<float> logits, Span<float> {{role}});
            public static void Call(ReadOnlySpan<float> logits, Span<float> output) => Run(logits, output);
        }
        """).Method<Function>("K", "Call");

    public static TheoryData<int> ClassCounts => new() { 1, 2, 3, 4, 7, 10, 16, 17, 64, 100, 1000 };

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Softmax_is_within_the_promised_ulps(int classes) => Check(classes, "Softmax", "probabilities", (row, k) => row.P(k), (row, k) => 6 + row.Gap(k));

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void LogSoftmax_is_within_the_promised_ulps(int classes) =>
        Check(classes, "LogSoftmax", "logProbabilities", (row, k) => -row.NegLogP(k), (row, k) => row.Others >= 0.5 ? 4 : 4 + row.MeanGap);

    private static void Check(int classes, string attribute, string role, Func<SoftmaxRow, int, double> expected, Func<SoftmaxRow, int, double> bound)
    {
        var function = Compile(attribute, classes, role);
        foreach (var kind in Enum.GetValues<Rows>())
        {
            var batch = Batch.Of(classes, 11, kind);
            float[] output = new float[batch.Logits.Length];
            function(batch.FloatLogits, output);
            float[] inPlace = batch.FloatLogits;
            function(inPlace, inPlace);
            inPlace.ShouldBe(output);
            for (int row = 0; row < batch.Count; row++)
            {
                var reference = new SoftmaxRow(batch.FloatRow(row));
                for (int k = 0; k < classes; k++)
                {
                    double value = expected(reference, k);
                    float actual = output[(row * classes) + k];
                    if (double.IsInfinity(value) || Math.Abs(value) < 1e-46)
                    {
                        actual.ShouldBe((float)value);
                        continue;
                    }

                    FloatUlp.Error(actual, value).ShouldBeLessThanOrEqualTo(Math.Max(bound(reference, k), 4), $"{kind} {row} {k}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void LogSumExp_agrees_with_the_oracle(int classes)
    {
        var function = Compile("LogSumExp", classes, "logSumExp");
        var batch = Batch.Of(classes, 11, Rows.Normal40);
        float[] output = new float[batch.Count];
        function(batch.FloatLogits, output);
        for (int row = 0; row < batch.Count; row++)
        {
            var reference = new SoftmaxRow(batch.FloatRow(row));
            Math.Abs(output[row] - (reference.Max + reference.LogSum)).ShouldBeLessThanOrEqualTo(4 / 16777216.0 * (Math.Abs(reference.Max) + reference.LogSum));
        }
    }

    [Fact]
    public void The_published_softmax_examples()
    {
        float[] output = new float[4];
        Compile("Softmax", 4, "probabilities")([4, 3, 2, 1], output);
        output.ShouldPair([0.6439142599, 0.2368828181, 0.0871443187, 0.0320586033], pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        output = new float[7];
        Compile("Softmax", 7, "probabilities")([1, 2, 3, 4, 1, 2, 3], output);
        output.Take(4).ShouldPair([0.023640543, 0.0642616585, 0.1746812986, 0.4748329997], pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        output = new float[2];
        Compile("LogSoftmax", 2, "logProbabilities")([1000, 1], output);
        output.ShouldBe([0, -999]);
    }

    [Fact]
    public void A_length_that_does_not_fit_is_refused() =>
        Should.Throw<ArgumentException>(() => Compile("Softmax", 4, "probabilities")(new float[8], new float[7])).ParamName.ShouldBe("probabilities");

    private delegate void AtRunTime(ReadOnlySpan<float> logits, Span<float> output, int classes, int inner);

    /// <summary>The number of classes may be an argument and the layout another here too.</summary>
    [Theory]
    [InlineData("Softmax", "probabilities", true)]
    [InlineData("LogSoftmax", "logProbabilities", true)]
    [InlineData("LogSumExp", "logSumExp", false)]
    public void In_other_forms(string attribute, string role, bool perClass)
    {
        var streamed = Of(string.Empty, "int classes", "classes");
        var planes = Of("Layout = LossGen.Layout.ClassStride", "int classes, int inner", "classes, inner");
        foreach (int classes in new[] { 1, 3, 10, 16, 40, 500 })
        {
            var batch = Batch.Of(classes, 12, Rows.Normal3);
            int length = perClass ? batch.Logits.Length : batch.Count;
            float[] expected = new float[length], rows = new float[length], strided = new float[length], back = new float[length];
            Compile(attribute, classes, role)(batch.FloatLogits, expected);
            streamed(batch.FloatLogits, rows, classes, 1);
            planes(Strides.To<float>(batch.FloatLogits, classes, 4), strided, classes, 4);
            if (perClass)
            {
                Strides.From<float>(strided, back, classes, 4);
            }

            foreach (float[] actual in new[] { rows, perClass ? back : strided })
            {
                actual.ShouldPair(expected, pair => Math.Abs(pair.First - pair.Second) <= (20 / 16777216.0 * Math.Abs(pair.Second)) + 1e-37);
            }
        }

        AtRunTime Of(string options, string parameters, string arguments) => KernelAssembly.FromSource($$"""
            using System;
            public static partial class K
            {
                [LossGen.{{attribute}}({{options}})]
                public static partial void Run(ReadOnlySpan<float> logits, Span<float> {{role}}, {{parameters}});
                public static void Call(ReadOnlySpan<float> logits, Span<float> output, int classes, int inner) => Run(logits, output, {{arguments}});
            }
            """).Method<AtRunTime>("K", "Call");
    }
}
