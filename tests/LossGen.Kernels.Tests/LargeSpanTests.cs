using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Spans of more than 2 GiB: what stands at their end has the bits of what stands at their beginning, and the mean is that of a few rows.</summary>
[Collection(LargeMemory.Name)]
[Trait("Width", "Any")]
public sealed class LargeSpanTests(LargeMemory memory)
{
    private delegate double InPlace<T>(Span<T> logits, ReadOnlySpan<int> targets, int number);

    private delegate double Labels(Span<float> logits, ReadOnlySpan<byte> targets);

    private const string Spans = "ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient";

    private static TDelegate Compile<TDelegate>(string attribute, string parameters, string call, string signature)
        where TDelegate : Delegate => KernelAssembly.FromSource($$"""
        using System;
        using LossGen;
        public static partial class K
        {
            [{{attribute}}]
            public static partial double Loss({{parameters}});
            public static double Call({{signature}}) => {{call}};
        }
        """).Method<TDelegate>("K", "Call");

    [LargeMemoryFact]
    public void Ten_classes_with_the_gradient_in_place() => Rows(10, "CrossEntropy(10)");

    [LargeMemoryFact]
    public void Forty_classes_with_the_gradient_in_place() => Rows(40, "CrossEntropy(40)");

    [LargeMemoryFact]
    public void A_thousand_classes_with_the_gradient_in_place() => Rows(1000, "CrossEntropy(1000)");

    [LargeMemoryFact]
    public void Ten_classes_on_all_threads() => Rows(10, "CrossEntropy(10, Parallel = true)");

    [LargeMemoryFact]
    public void A_number_of_classes_known_at_run_time() => Rows(1000, "CrossEntropy", ", int classes", ", number");

    [LargeMemoryFact]
    public void Planes_of_ten_classes()
    {
        // N × classes × inner with inner = rows: the first and the last class are 1.9 GB apart.
        var kernel = Compile<InPlace<float>>("CrossEntropy(10, Layout = Layout.ClassStride)", Spans + ", int inner", "Loss(logits, targets, logits, number)", "Span<float> logits, ReadOnlySpan<int> targets, int number");
        int rows = LargeMemory.Length / 10;
        int[] targets = new int[rows];
        LargeMemory.Repeat<int>(targets, [3, 1, 4, 1]);
        for (int k = 0; k < 10; k++)
        {
            LargeMemory.Repeat<float>(memory.Buffer.AsSpan(k * rows, rows), [0.1f * k, k % 3, -k, 0.5f]);
        }

        float[] few = [.. Enumerable.Range(0, 40).Select(i => memory.Buffer[(i / 4 * rows) + (i % 4)])];
        double expected = kernel(few, [3, 1, 4, 1], 4);
        kernel(memory.Buffer, targets, rows).ShouldBe(expected, 1e-9);
        for (int k = 0; k < 10; k++)
        {
            // The mean's divisor is another one.
            var plane = memory.Buffer.AsSpan(k * rows, rows);
            (plane[0] * (double)rows).ShouldBe(few[k * 4] * 4.0, 1e-6);
            plane[^100..].ToArray().ShouldBe(plane[..100].ToArray());
        }
    }

    [LargeMemoryFact]
    public void Doubles_with_the_gradient_in_place()
    {
        var kernel = Compile<InPlace<double>>("CrossEntropy(10)", Spans.Replace("float", "double", StringComparison.Ordinal), "Loss(logits, targets, logits)", "Span<double> logits, ReadOnlySpan<int> targets, int number");
        var logits = MemoryMarshal.Cast<float, double>(memory.Buffer.AsSpan());
        Check<double>(logits, 10, (x, targets) => kernel(x, targets, 0));
    }

    [LargeMemoryFact]
    public void One_label_a_row_in_place()
    {
        var kernel = Compile<Labels>("BinaryCrossEntropy", "ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient", "Loss(logits, targets, logits)", "Span<float> logits, ReadOnlySpan<byte> targets");
        float[] few = [0.5f, -2, 7, 0];
        byte[] labels = new byte[LargeMemory.Length];
        LargeMemory.Repeat<byte>(labels, [1, 0, 1, 1]);
        LargeMemory.Repeat<float>(memory.Buffer, few);
        double expected = kernel(few, labels.AsSpan(0, 4));
        kernel(memory.Buffer, labels).ShouldBe(expected, 1e-9);
        memory.Buffer.AsSpan(LargeMemory.Length - 40).ToArray().ShouldBe(memory.Buffer.AsSpan(0, 40).ToArray());
        (memory.Buffer[1] * (double)LargeMemory.Length).ShouldBe(few[1] * 4.0, 1e-5);
    }

    [LargeMemoryFact]
    public void A_gradient_that_begins_two_GiB_after_the_logits_overlaps_them_in_part()
    {
        var kernel = Compile<Kernel<float, int>>("CrossEntropy(10)", Spans + ", Span<float> losses", "Loss(logits, targets, gradient, losses)", "ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights");
        var logits = memory.Buffer.AsSpan(0, LargeMemory.Length - 40);
        logits[^1] = 42;
        int[] targets = new int[logits.Length / 10];
        float[] losses = new float[targets.Length];
        var error = Should.Throw<ArgumentException>(() => kernel(memory.Buffer.AsSpan(0, LargeMemory.Length - 40), targets, memory.Buffer.AsSpan(40), losses, default, default));
        error.ParamName.ShouldBe("gradient");
        error = Should.Throw<ArgumentException>(() => kernel(memory.Buffer.AsSpan(0, LargeMemory.Length - 40), targets, memory.Buffer.AsSpan(0, LargeMemory.Length - 40), memory.Buffer.AsSpan(LargeMemory.Length - 40 - targets.Length, targets.Length), default, default));
        error.ParamName.ShouldNotBeNull();
        logits[^1].ShouldBe(42);
    }

    [LargeMemoryFact]
    public void Functions_over_spans_and_metrics()
    {
        LargeMemory.Repeat<float>(memory.Buffer, [0.1f, 0.7f, 0.2f, 0, 0, 0, 0, 0, 0, 0]);
        int[] targets = new int[LargeMemory.Length / 10];
        LargeMemory.Repeat<int>(targets, [1, 2, 1, 1]);
        Metrics.TopK(memory.Buffer, targets, 10, 1).ShouldBe(0.75, 1e-12);
        Metrics.ExpectedCalibrationError(memory.Buffer, targets, 10).ShouldBe(0.05, 1e-6);
        OneHot.Encode(targets, 10, memory.Buffer);
        memory.Buffer[^10..].ShouldBe([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);

        // In software, vectors take minutes for as many numbers.
        if (Vector256.IsHardwareAccelerated)
        {
            double count = LargeMemory.Length / 10.0;
            StableMath.LogSumExp(memory.Buffer).ShouldBe((float)Math.Log((9 * count) + (Math.E * count)), 1e-5f);
            StableMath.Softmax(memory.Buffer, memory.Buffer);
            memory.Buffer[^9].ShouldBe((float)(Math.E / ((9 * count) + (Math.E * count))), 1e-14f);
        }
    }

    private void Rows(int classes, string attribute, string parameter = "", string argument = "")
    {
        var kernel = Compile<InPlace<float>>(attribute, Spans + parameter, $"Loss(logits, targets, logits{argument})", "Span<float> logits, ReadOnlySpan<int> targets, int number");
        Check<float>(memory.Buffer, classes, (x, targets) => kernel(x, targets, classes));
    }

    private delegate double InPlaceOf<T>(Span<T> logits, ReadOnlySpan<int> targets);

    private static void Check<T>(Span<T> logits, int classes, InPlaceOf<T> kernel)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        const int Few = 4;
        logits = logits[..(logits.Length / (Few * classes) * Few * classes)];
        (logits.Length * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<T>()).ShouldBeGreaterThan(int.MaxValue);
        T[] few = [.. Enumerable.Range(0, Few * classes).Select(i => T.CreateChecked(((i * 37 % 19) - 9) / 4.0))];
        int[] fewTargets = [3, 1, 4, 1];
        int[] targets = new int[logits.Length / classes];
        LargeMemory.Repeat(logits, few);
        LargeMemory.Repeat<int>(targets, fewTargets);
        double expected = kernel(few, fewTargets);
        kernel(logits, targets).ShouldBe(expected, 1e-9);
        logits[^(Few * classes)..].ToArray().ShouldBe(logits[..(Few * classes)].ToArray());
        for (int i = 0; i < few.Length; i++)
        {
            // The mean's divisor is another one.
            (double.CreateChecked(logits[i]) * targets.Length).ShouldBe(double.CreateChecked(few[i]) * Few, 1e-6);
        }
    }
}
