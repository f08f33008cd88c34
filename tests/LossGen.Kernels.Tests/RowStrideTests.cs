using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>
/// Rows with more elements than classes have the bits of the same rows without a gap, and the gaps are neither read nor written.
/// </summary>
public sealed class RowStrideTests
{
    /// <summary>A kernel with or without gaps; what it does not have it leaves alone.</summary>
    public delegate double Padded<T>(
        ReadOnlySpan<T> logits, ReadOnlySpan<int> targets, ReadOnlySpan<T> numbers, Span<T> gradient, Span<T> losses, Span<T> probabilities, int classes, int rowStride);

    private const string Formula = """
            [LossGen.LossFormula]
            static double Symmetric(LossGen.LossRow row) => -Math.Log(row.P(row.Target)) + 4 * (1 - row.P(row.Target));

        """;

    private static readonly int[] Counts = [1, 2, 3, 5, 10, 16, 17, 40, 100, 300, 1000];

    private static readonly int[] RowCounts = [0, 1, 2, 3, 7, 16, 17, 33, 70];

    /// <summary>An attribute's options behind the number of classes, the loss before, and what its targets are.</summary>
    public static TheoryData<string, string, string, string> Kernels => new()
    {
        { "CrossEntropy", "", "float", "" },
        { "CrossEntropy", "", "double", "" },
        { "CrossEntropy", "", "Half", "" },
        { "CrossEntropy", "", "LossGen.Numerics.BFloat16", "" },
        { "CrossEntropy", "LabelSmoothing = 0.1, IgnoreIndex = 0", "float", "" },
        { "CrossEntropy", "InvalidTarget = LossGen.InvalidTarget.Ignore, Temperature = 2", "double", "" },
        { "CrossEntropy", "", "float", "RowBlock" },
        { "CrossEntropy", "", "float", "RowStream" },
        { "CrossEntropy", "", "Half", "RowStream" },
        { "CrossEntropy", "", "float", "AtRunTime" },
        { "CrossEntropy", "", "double", "AtRunTime" },
        { "CrossEntropy", "", "Half", "AtRunTime" },
        { "CrossEntropy", "Parallel = true", "float", "" },
        { "KLDivergence", "", "float", "" },
        { "BinaryCrossEntropy", "", "float", "" },
        { "CrossEntropy", "LabelSmoothing = 0.1, IgnoreIndex = 0", "double", "AtRunTime" },
        { "CustomLoss", "", "float", "" },
        { "Softmax", "", "float", "" },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Rows_with_gaps_have_the_bits_of_rows_without(string loss, string options, string element, string form)
    {
        switch (element)
        {
            case "float":
                Compare(loss, options, element, form, x => (float)x, float.NaN);
                break;
            case "double":
                Compare(loss, options, element, form, x => x, double.NaN);
                break;
            case "Half":
                Compare(loss, options, element, form, x => (Half)x, Half.NaN);
                break;
            default:
                Compare(loss, options, element, form, x => (BFloat16)(float)x, (BFloat16)float.NaN);
                break;
        }
    }

    [Theory]
    [InlineData(9, 30, 30, "rowStride", "9", "10")]
    [InlineData(-1, 30, 30, "rowStride", "-1", "10")]
    [InlineData(12, 29, 36, "logits", "29", "12")]
    [InlineData(12, 34, 33, "gradient", "33", "34")]
    [InlineData(12, 34, 37, "gradient", "37", "36")]
    public void A_stride_or_a_length_that_does_not_fit_is_an_error_with_both_numbers(
        int stride, int logits, int gradient, string parameter, string first, string second)
    {
        var kernel = KernelAssembly.FromSource("using System;\n" + Source("CrossEntropy", string.Empty, "float", 10, isPadded: true))
            .Method<Padded<float>>(NameOf(10, isPadded: true), "Call");
        float[] written = [.. Enumerable.Repeat(7f, gradient)];
        var error = Should.Throw<ArgumentException>(() => kernel(new float[logits], new int[3], [], written, new float[3], new float[30], 10, stride));
        error.ParamName.ShouldBe(parameter);
        error.Message.ShouldContain(first);
        error.Message.ShouldContain(second);
        written.ShouldEach(value => value == 7);
    }

    [Fact]
    public void Two_heads_that_share_rows_are_two_slices()
    {
        var kernels = KernelAssembly.FromSource("using System;\n"
            + string.Concat(new[] { 3, 5 }.Select(count => Source("CrossEntropy", string.Empty, "float", count, isPadded: true))));
        float[] rows = [.. Enumerable.Range(0, 32).Select(i => (i * 7 % 13) / 4f)], gradient = new float[32];
        Call(3, 0);
        Call(5, 3);

        // Each row's gradients sum to 0 head by head.
        gradient.ShouldEach(g => g != 0);
        gradient.Chunk(8).Select(row => Math.Abs(row.Take(3).Sum()) + Math.Abs(row.Skip(3).Sum())).ShouldEach(sum => sum < 1e-6);

        void Call(int classes, int start) => kernels.Method<Padded<float>>(NameOf(classes, isPadded: true), "Call")(
            rows.AsSpan(start), [0, 1, 2, 1], [], gradient.AsSpan(start), new float[4], new float[4 * classes], classes, 8);
    }

    private static void Compare<T>(string loss, string options, string element, string form, Func<double, T> convert, T gap)
        where T : unmanaged
    {
        bool atRunTime = form == "AtRunTime";
        int[] counts = form == "RowBlock" ? [.. Counts.Where(count => count >= 16)] : Counts;
        string source = "using System;\n" + string.Concat(counts.Take(atRunTime ? 1 : counts.Length)
            .SelectMany(count => new[] { false, true }.Select(isPadded => Source(loss, options, element, atRunTime ? null : count, isPadded))));
        var kernels = KernelAssembly.FromSource(source, atRunTime || form.Length == 0 ? null : form, Widths.Here);
        foreach (int classes in counts)
        {
            Padded<T> dense = kernels.Method<Padded<T>>(NameOf(atRunTime ? null : classes, isPadded: false), "Call");
            Padded<T> padded = kernels.Method<Padded<T>>(NameOf(atRunTime ? null : classes, isPadded: true), "Call");
            foreach (int rows in RowCounts.Append(options.StartsWith("Parallel", StringComparison.Ordinal) ? 1 + (200_000 / classes) : 4))
            {
                var batch = Batch.Of(classes, rows, rows % 2 == 0 ? Rows.Normal3 : Rows.Confident);
                var call = new Call<T>(batch, convert, loss == "BinaryCrossEntropy");
                var expected = call.Run(dense, classes, classes, rows * classes, gap, inPlace: false);
                int stride = classes + (rows % 5) + (rows % 3 * classes);
                foreach (bool inPlace in loss == "Softmax" ? [false] : new[] { false, true })
                {
                    string where = string.Create(CultureInfo.InvariantCulture, $"{classes} classes, {rows} rows of {stride}{(inPlace ? ", in place" : string.Empty)}");
                    call.Run(padded, classes, stride, rows * stride, gap, inPlace).ShouldBe(expected, where);

                    // The last row may end behind its classes.
                    call.Run(padded, classes, stride, rows == 0 ? 0 : ((rows - 1) * stride) + classes, gap, inPlace).ShouldBe(expected, where + ", cut");
                }
            }
        }
    }

    private static string NameOf(int? classes, bool isPadded) => (isPadded ? "Padded" : "Dense") + (classes?.ToString(CultureInfo.InvariantCulture) ?? "N");

    private static string Source(string loss, string options, string element, int? classes, bool isPadded)
    {
        string targets = loss switch
        {
            "KLDivergence" or "BinaryCrossEntropy" => $", ReadOnlySpan<{element}> targets",
            "Softmax" => string.Empty,
            _ => ", ReadOnlySpan<int> targets",
        };
        bool isLoss = loss != "Softmax";
        bool hasProbabilities = loss != "BinaryCrossEntropy";
        string[] arguments =
        [
            .. classes is { } count ? (string[])[count.ToString(CultureInfo.InvariantCulture)] : [],
            .. loss == "CustomLoss" ? (string[])["nameof(Symmetric)"] : [],
            .. options.Length > 0 ? (string[])[options] : [],
        ];
        string parameters = $"ReadOnlySpan<{element}> logits{targets}"
            + (isLoss ? $", Span<{element}> gradient, Span<{element}> losses" : string.Empty)
            + (hasProbabilities ? $", Span<{element}> probabilities" : string.Empty)
            + (classes is null ? ", int classes" : string.Empty) + (isPadded ? ", int rowStride" : string.Empty);
        string passed = "logits" + (targets.Length == 0 ? string.Empty : targets.Contains("int", StringComparison.Ordinal) ? ", targets" : ", numbers")
            + (isLoss ? ", gradient, losses" : string.Empty) + (hasProbabilities ? ", probabilities" : string.Empty)
            + (classes is null ? ", classes" : string.Empty) + (isPadded ? ", rowStride" : string.Empty);
        string spans = $"ReadOnlySpan<{element}> logits, ReadOnlySpan<int> targets, ReadOnlySpan<{element}> numbers, Span<{element}> gradient, Span<{element}> losses, Span<{element}> probabilities";
        return $$"""
            public static partial class {{NameOf(classes, isPadded)}}
            {
            {{(loss == "CustomLoss" ? Formula : string.Empty)}}    [LossGen.{{loss}}({{string.Join(", ", arguments)}})]
                public static partial {{(isLoss ? "double" : "void")}} Loss({{parameters}});
                public static double Call({{spans}}, int classes, int rowStride) { {{(isLoss ? "return " : string.Empty)}}Loss({{passed}});{{(isLoss ? string.Empty : " return 0;")}} }
            }

            """;
    }

    /// <summary>A batch, called with gaps of any length.</summary>
    private sealed class Call<T>(Batch batch, Func<double, T> convert, bool isBinary)
        where T : unmanaged
    {
        private readonly T[] numbers = [.. batch.Logits.Select((_, i) => convert(isBinary ? i % 3 / 2.0 : 1.0 / batch.Classes))];

        /// <summary>Everything the call gave, row by row without gaps, as bytes.</summary>
        public string Run(Padded<T> kernel, int classes, int stride, int length, T gap, bool inPlace)
        {
            T[] logits = new T[length], gradient = new T[length];
            T written = convert(-77);
            Array.Fill(logits, gap);
            Array.Fill(gradient, written);
            for (int i = 0; i < batch.Logits.Length; i++)
            {
                logits[(i / classes * stride) + (i % classes)] = convert(batch.Logits[i]);
            }

            if (inPlace)
            {
                gradient = logits;
                written = gap;
            }

            T[] losses = new T[batch.Count], probabilities = new T[batch.Logits.Length];
            double returned = kernel(logits, batch.Targets, numbers, gradient, losses, probabilities, classes, stride);
            gradient.Where((value, i) => i % stride >= classes && !value.Equals(written)).ShouldBeEmpty();
            logits.Where((value, i) => i % stride >= classes && !value.Equals(gap)).ShouldBeEmpty();
            var rows = Enumerable.Range(0, batch.Logits.Length).Select(i => gradient[(i / classes * stride) + (i % classes)]);
            return BitConverter.DoubleToInt64Bits(returned).ToString("x", CultureInfo.InvariantCulture) + " "
                + Convert.ToHexString(MemoryMarshal.AsBytes<T>([.. rows, .. losses, .. probabilities]));
        }
    }
}
