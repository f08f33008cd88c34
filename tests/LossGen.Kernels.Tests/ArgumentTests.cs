using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Bad arguments: a clear error that names the parameter and the numbers, before anything is written.</summary>
public sealed class ArgumentTests
{
    private static readonly KernelCase Full = new(10) { ClassWeights = true, SampleWeights = true };

    private readonly float[] logits = new float[30];
    private readonly int[] targets = [1, 2, 3];
    private readonly float[] gradient = [.. Enumerable.Repeat(7f, 30)];
    private readonly float[] losses = [7, 7, 7];
    private readonly float[] classWeights = new float[10];
    private readonly float[] sampleWeights = new float[3];

    private static Kernel<float, int> Kernel => KernelAssembly.One<float, int>(Full);

    private T Throws<T>(Action call, string parameter, params string[] mentioned)
        where T : ArgumentException
    {
        var error = Should.Throw<T>(call);
        error.ParamName.ShouldBe(parameter);
        foreach (string text in mentioned)
        {
            error.Message.ShouldContain(text);
        }

        gradient.ShouldEach(g => g == 7);
        losses.ShouldEach(loss => loss == 7);
        return error;
    }

    [Fact]
    public void Logits_that_are_no_whole_number_of_rows() =>
        Throws<ArgumentException>(() => Kernel(new float[29], targets, gradient, losses, classWeights, sampleWeights), "logits", "29", "10");

    [Fact]
    public void Targets_of_another_number_of_rows() =>
        Throws<ArgumentException>(() => Kernel(logits, new int[4], gradient, losses, classWeights, sampleWeights), "targets", "4", "3");

    [Fact]
    public void A_gradient_of_another_length() =>
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient.AsSpan(1), losses, classWeights, sampleWeights), "gradient", "29", "30");

    [Fact]
    public void Losses_of_another_length() =>
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient, losses.AsSpan(1), classWeights, sampleWeights), "losses", "2", "3");

    [Fact]
    public void Class_weights_of_another_length() =>
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient, losses, new float[9], sampleWeights), "classWeights", "9", "10");

    [Fact]
    public void Sample_weights_of_another_length() =>
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient, losses, classWeights, new float[1]), "sampleWeights", "1", "3");

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_class_index_out_of_range_names_the_row_the_index_and_the_classes(int index) =>
        Throws<ArgumentOutOfRangeException>(() => Kernel(logits, [1, index, 3], gradient, losses, classWeights, sampleWeights), "targets", "row 1", index.ToString(System.Globalization.CultureInfo.InvariantCulture), "10 classes");

    [Fact]
    public void An_index_out_of_range_is_found_at_every_place_of_a_long_batch()
    {
        var kernel = KernelAssembly.One<float, int>(new KernelCase(10) { Gradient = false, Losses = false });
        for (int row = 0; row < 40; row++)
        {
            int[] long40 = new int[40];
            long40[row] = 10;
            Should.Throw<ArgumentOutOfRangeException>(() => kernel(new float[400], long40, default, default, default, default)).Message.ShouldContain($"row {row} ");
        }
    }

    [Fact]
    public void Indices_of_64_bits_do_not_wrap()
    {
        var kernel = KernelAssembly.One<float, long>(new KernelCase(10) { Target = "long", Gradient = false, Losses = false });
        foreach (long index in new[] { 1L << 32, long.MinValue, (1L << 32) + 3 })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => kernel(new float[10], [index], default, default, default, default));
        }
    }

    [Fact]
    public void Unsigned_indices_beyond_int_are_out_of_range()
    {
        var kernel = KernelAssembly.One<float, uint>(new KernelCase(10) { Target = "uint", Gradient = false, Losses = false });
        Should.Throw<ArgumentOutOfRangeException>(() => kernel(new float[10], [uint.MaxValue], default, default, default, default)).Message.ShouldContain("4294967295");
    }

    [Fact]
    public void A_gradient_that_overlaps_the_logits_in_part()
    {
        float[] memory = new float[40];
        Throws<ArgumentException>(() => Kernel(memory.AsSpan(0, 30), targets, memory.AsSpan(10, 30), losses, classWeights, sampleWeights), "gradient", "logits");
    }

    [Fact]
    public void Losses_in_the_memory_of_the_logits_or_of_the_gradient()
    {
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient, logits.AsSpan(0, 3), classWeights, sampleWeights), "losses", "logits");
        Should.Throw<ArgumentException>(() => Kernel(logits, targets, gradient, gradient.AsSpan(0, 3), classWeights, sampleWeights)).Message.ShouldContain("gradient");
    }

    [Fact]
    public void Outputs_in_the_memory_of_the_weights()
    {
        float[] memory = new float[30];
        Throws<ArgumentException>(() => Kernel(logits, targets, memory, losses, memory.AsSpan(0, 10), sampleWeights), "gradient", "classWeights");
        Throws<ArgumentException>(() => Kernel(logits, targets, gradient, memory.AsSpan(0, 3), classWeights, memory.AsSpan(2, 3)), "losses", "sampleWeights");
    }

    [Fact]
    public void The_users_own_parameter_names_are_in_the_message()
    {
        var kernel = KernelAssembly.FromSource("""
            public static partial class Renamed
            {
                [LossGen.CrossEntropy(3)]
                public static partial float Loss([LossGen.Role(LossGen.KernelRole.Logits)] System.ReadOnlySpan<float> @in, [LossGen.Role(LossGen.KernelRole.Targets)] System.ReadOnlySpan<int> labels);

                public static double Call(System.ReadOnlySpan<float> logits, System.ReadOnlySpan<int> targets, System.Span<float> gradient, System.Span<float> losses, System.ReadOnlySpan<float> classWeights, System.ReadOnlySpan<float> sampleWeights) => Loss(logits, targets);
            }
            """).Method<Kernel<float, int>>("Renamed", "Call");
        Should.Throw<ArgumentException>(() => kernel(new float[4], [0], default, default, default, default)).ParamName.ShouldBe("in");
        Should.Throw<ArgumentException>(() => kernel(new float[3], [], default, default, default, default)).ParamName.ShouldBe("labels");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public void A_call_allocates_nothing(int classes)
    {
        var kernel = KernelAssembly.One<float, int>(new KernelCase(classes));
        var batch = Batch.Of(classes, 13, Rows.Normal3);
        float[] x = batch.FloatLogits;
        float[] g = new float[x.Length];
        float[] rowLosses = new float[13];
        Allocations.Of(() => kernel(x, batch.Targets, g, rowLosses, default, default)).ShouldBe(0);
    }
}
