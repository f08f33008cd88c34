using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>A row's bits depend on nothing but the row: not on its place in the batch, the tail, or whether the gradient is written in place.</summary>
public sealed class BitsTests
{
    public static TheoryData<int, string> Kernels()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 16, 17, 23, 32, 100, 700 })
        {
            foreach (string variant in new[] { "index", "smoothed", "probabilities", "smoothed at run time" })
            {
                data.Add(classes, variant);
            }
        }

        return data;
    }

    private static KernelCase Case(int classes, string variant) => new(classes)
    {
        Returns = "void",
        AtRunTime = variant.EndsWith("at run time", StringComparison.Ordinal),
        Smoothing = variant.StartsWith("smoothed", StringComparison.Ordinal) ? 0.1 : 0,
        Target = variant == "probabilities" ? "float" : "int",
    };

    private static (float[] Losses, float[] Gradient) Run(int classes, string variant, float[] logits, int[] targets, bool inPlace = false)
    {
        float[] losses = new float[targets.Length];
        float[] gradient = inPlace ? logits : new float[logits.Length];
        if (variant == "probabilities")
        {
            float[] spread = new float[logits.Length];
            for (int row = 0; row < targets.Length; row++)
            {
                for (int k = 0; k < classes; k++)
                {
                    spread[(row * classes) + k] = (k == targets[row] ? 0.7f : 0) + (0.3f * k / classes);
                }
            }

            KernelAssembly.One<float, float>(Case(classes, variant))(logits, spread, gradient, losses, default, default);
        }
        else
        {
            KernelAssembly.One<float, int>(Case(classes, variant))(logits, targets, gradient, losses, default, default);
        }

        return (losses, gradient);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_row_has_the_same_bits_wherever_it_stands(int classes, string variant)
    {
        var batch = Batch.Of(classes, 29, Rows.Normal3);
        var all = Run(classes, variant, batch.FloatLogits, batch.Targets);
        foreach ((int start, int count) in new[] { (0, 1), (5, 1), (3, 2), (1, 7), (4, 8), (2, 9), (11, 18) })
        {
            var part = Run(classes, variant, batch.FloatLogits[(start * classes)..((start + count) * classes)], batch.Targets[start..(start + count)]);
            part.Losses.ShouldBe(all.Losses[start..(start + count)]);
            part.Gradient.ShouldBe(all.Gradient[(start * classes)..((start + count) * classes)]);
        }
    }

    /// <summary>Such a batch asks for the next row while it works on one, and for one row too many at the end.</summary>
    [Theory]
    [InlineData(2500, false)]
    [InlineData(4099, false)]
    [InlineData(4099, true)]
    public void A_batch_that_no_cache_holds_has_the_bits_of_its_rows(int classes, bool atRunTime)
    {
        var kernel = KernelAssembly.One<float, int>(new KernelCase(classes) { Returns = "void", Gradient = false, AtRunTime = atRunTime });
        var batch = Batch.Of(classes, (CompilerServices.KernelBatch.CachedElements / classes) + 3, Rows.Normal3);
        float[] all = new float[batch.Count];
        kernel(batch.FloatLogits, batch.Targets, default, all, default, default);
        float[] few = new float[batch.Count];
        for (int start = 0; start < batch.Count; start += 10)
        {
            int end = Math.Min(start + 10, batch.Count);
            kernel(batch.FloatLogits.AsSpan(start * classes, (end - start) * classes), batch.Targets.AsSpan(start, end - start), default, few.AsSpan(start, end - start), default, default);
        }

        few.ShouldBe(all);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_gradient_may_be_the_memory_of_the_logits(int classes, string variant)
    {
        var batch = Batch.Of(classes, 21, Rows.Normal40);
        var apart = Run(classes, variant, batch.FloatLogits, batch.Targets);
        var inPlace = Run(classes, variant, batch.FloatLogits, batch.Targets, inPlace: true);
        inPlace.Losses.ShouldBe(apart.Losses);
        inPlace.Gradient.ShouldBe(apart.Gradient);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(50)]
    public void All_index_types_agree(int classes)
    {
        var batch = Batch.Of(classes, 19, Rows.Normal3);
        var expected = Run(classes, "index", batch.FloatLogits, batch.Targets);
        Agree(batch.Targets.Select(y => (long)y).ToArray(), "long");
        Agree(batch.Targets.Select(y => (short)y).ToArray(), "short");
        Agree(batch.Targets.Select(y => (ushort)y).ToArray(), "ushort");
        Agree(batch.Targets.Select(y => (byte)y).ToArray(), "byte");
        Agree(batch.Targets.Select(y => (sbyte)y).ToArray(), "sbyte");
        Agree(batch.Targets.Select(y => (uint)y).ToArray(), "uint");

        void Agree<T>(T[] targets, string type)
        {
            float[] losses = new float[batch.Count];
            float[] gradient = new float[batch.Logits.Length];
            KernelAssembly.One<float, T>(Case(classes, "index") with { Target = type })(batch.FloatLogits, targets, gradient, losses, default, default);
            losses.ShouldBe(expected.Losses, type);
            gradient.ShouldBe(expected.Gradient, type);

            // In double, lanes of indices are twice as wide.
            double[] wideLosses = new double[batch.Count];
            KernelAssembly.One<double, T>(Case(classes, "index") with { Target = type, Element = "double" })(batch.Logits, targets, new double[batch.Logits.Length], wideLosses, default, default);
            wideLosses.ShouldPair(expected.Losses, pair => Math.Abs(pair.First - pair.Second) < 1e-4 * Math.Max(1, pair.First));
        }
    }

    [Fact]
    public void Every_number_of_rows_gives_the_mean_of_its_losses()
    {
        foreach (int classes in new[] { 2, 10, 20 })
        {
            for (int rows = 1; rows <= 35; rows++)
            {
                var batch = Batch.Of(classes, rows, Rows.Normal3);
                float[] losses = new float[rows];
                double mean = KernelAssembly.One<float, int>(new KernelCase(classes))(batch.FloatLogits, batch.Targets, new float[batch.Logits.Length], losses, default, default);
                mean.ShouldBe(losses.Average(loss => (double)loss), 1e-12, $"K = {classes}, {rows} rows");
            }
        }
    }

    [Fact]
    public void A_million_rows_are_summed_without_drift()
    {
        const int Rows = 2_000_000;
        float[] logits = new float[2 * Rows];
        for (int i = 0; i < logits.Length; i += 2)
        {
            logits[i] = 0.3f;
        }

        double sum = KernelAssembly.One<float, int>(new KernelCase(2) { Sum = true, Losses = false, Gradient = false })(logits, new int[Rows], default, default, default, default);
        double one = Math.Log(1 + Math.Exp(-0.3f));
        (Math.Abs(sum - (Rows * one)) / (Rows * one)).ShouldBeLessThan(10 / 16777216.0);
    }
}
