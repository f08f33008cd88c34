using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Infinities, NaN, ignored rows, weights of zero, empty batches: the same for every schedule.</summary>
public sealed class SemanticsTests
{
    private const float Inf = float.PositiveInfinity;

    // Short rows go through LanePerRow, long ones through RowStream.
    public static TheoryData<int> ClassCounts => new() { 2, 3, 5, 10, 16, 17, 40, 600 };

    private static (float[] Losses, float[] Gradient, double Returned) Run(KernelCase kernel, float[] logits, int[] targets, float[]? classWeights = null, float[]? sampleWeights = null)
    {
        float[] losses = new float[targets.Length];
        float[] gradient = Enumerable.Repeat(7f, logits.Length).ToArray();
        double returned = KernelAssembly.One<float, int>(kernel)(logits, targets, gradient, losses, classWeights, sampleWeights);
        return (losses, gradient, returned);
    }

    /// <summary>Rows of small numbers, in which a test changes one row.</summary>
    private static float[] Plain(int classes, int rows) => [.. Enumerable.Range(0, classes * rows).Select(i => (float)((i * 37 % 19) - 9) / 4)];

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_row_with_NaN_is_NaN_and_leaves_the_others_alone(int classes)
    {
        float[] logits = Plain(classes, 11);
        int[] targets = new int[11];
        var before = Run(new KernelCase(classes), logits, targets);
        foreach (int place in new[] { 0, classes / 2, classes - 1 })
        {
            float[] spoiled = [.. logits];
            spoiled[(3 * classes) + place] = float.NaN;
            var after = Run(new KernelCase(classes), spoiled, targets);
            after.Losses[3].ShouldBe(float.NaN);
            after.Gradient[(3 * classes)..(4 * classes)].ShouldEach(g => float.IsNaN(g));
            after.Losses[..3].ShouldBe(before.Losses[..3]);
            after.Losses[4..].ShouldBe(before.Losses[4..]);
            after.Gradient[(4 * classes)..].ShouldBe(before.Gradient[(4 * classes)..]);
            after.Returned.ShouldBe(double.NaN);
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_row_with_positive_infinity_is_NaN_whether_or_not_it_is_the_target(int classes)
    {
        foreach (int place in new[] { 0, 1, classes - 1 })
        {
            float[] logits = Plain(classes, 2);
            logits[place] = Inf;
            var result = Run(new KernelCase(classes), logits, [0, 0]);
            result.Losses[0].ShouldBe(float.NaN);
            result.Gradient[..classes].ShouldEach(g => float.IsNaN(g));
            result.Losses[1].ShouldNotBe(float.NaN);

            var forward = KernelAssembly.One<float, int>(new KernelCase(classes) { Gradient = false });
            float[] losses = new float[2];
            forward(logits, [0, 0], default, losses, default, default);
            losses[0].ShouldBe(float.NaN);
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Negative_infinity_off_the_target_has_probability_zero(int classes)
    {
        float[] logits = Plain(classes, 1);
        logits[classes - 1] = -Inf;
        var result = Run(new KernelCase(classes), logits, [0]);
        float.IsFinite(result.Losses[0]).ShouldBeTrue();
        result.Gradient[classes - 1].ShouldBe(0);
        result.Gradient.ShouldEach(g => float.IsFinite(g));
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Negative_infinity_at_the_target_is_an_infinite_loss_with_a_finite_gradient(int classes)
    {
        float[] logits = Plain(classes, 1);
        logits[1] = -Inf;
        var result = Run(new KernelCase(classes), logits, [1]);
        result.Losses[0].ShouldBe(Inf);
        FloatUlp.Error(result.Gradient[1], -1).ShouldBeLessThanOrEqualTo(1);
        result.Gradient.ShouldEach(g => float.IsFinite(g));
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_row_of_infinities_is_NaN(int classes)
    {
        foreach (float value in new[] { Inf, -Inf })
        {
            var result = Run(new KernelCase(classes), [.. Enumerable.Repeat(value, classes)], [0]);
            result.Losses[0].ShouldBe(float.NaN);
            result.Gradient.ShouldEach(g => float.IsNaN(g));
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Smoothing_makes_a_masked_class_infinite_and_keeps_the_gradient_finite(int classes)
    {
        float[] logits = Plain(classes, 1);
        logits[classes - 1] = -Inf;
        var result = Run(new KernelCase(classes) { Smoothing = 0.1 }, logits, [0]);
        result.Losses[0].ShouldBe(Inf);
        result.Gradient.ShouldEach(g => float.IsFinite(g));
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Uniform_logits_give_the_logarithm_of_the_class_count(int classes)
    {
        var result = Run(new KernelCase(classes), new float[classes * 9], [.. Enumerable.Range(0, 9).Select(row => row % classes)]);
        result.Losses.ShouldEach(loss => FloatUlp.Error(loss, Math.Log(classes)) <= 2);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Huge_logits_neither_overflow_nor_vanish(int classes)
    {
        float[] logits = new float[classes];
        logits[0] = 3e38f;
        Run(new KernelCase(classes), logits, [0]).Losses[0].ShouldBe(0);
        Run(new KernelCase(classes), logits, [1]).Losses[0].ShouldBe(3e38f);
        Array.Fill(logits, 1e8f);
        FloatUlp.Error(Run(new KernelCase(classes), logits, [0]).Losses[0], Math.Log(classes)).ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void An_ignored_row_contributes_exactly_zero_even_with_NaN(int classes)
    {
        float[] logits = Plain(classes, 10);
        int[] targets = [.. Enumerable.Range(0, 10).Select(row => row % classes)];
        targets[2] = targets[9] = -100;
        logits[2 * classes] = float.NaN;
        logits[(9 * classes) + 1] = Inf;
        var result = Run(new KernelCase(classes) { IgnoreIndex = -100 }, logits, targets);
        result.Losses[2].ShouldBe(0);
        result.Losses[9].ShouldBe(0);
        result.Gradient[(2 * classes)..(3 * classes)].ShouldEach(g => g == 0);
        result.Gradient[(9 * classes)..].ShouldEach(g => g == 0);
        result.Returned.ShouldBe(result.Losses.Sum(loss => (double)loss) / 8, 1e-6);
    }

    [Fact]
    public void An_ignored_index_in_range_drops_the_row_but_not_the_class()
    {
        var result = Run(new KernelCase(3) { IgnoreIndex = 0 }, [1, 2, 3, 1, 2, 3], [0, 2]);
        result.Losses.ShouldBe([0, result.Losses[1]]);
        result.Losses[1].ShouldBe(0.4076059644f, 1e-6f);
        result.Gradient[3].ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void The_mean_of_nothing_is_NaN_or_zero_and_has_no_gradient(int classes)
    {
        foreach (bool zero in new[] { false, true })
        {
            double expected = zero ? 0 : double.NaN;
            var kernel = new KernelCase(classes) { IgnoreIndex = -1, EmptyIsZero = zero };
            Run(kernel, [], []).Returned.ShouldBe(expected);
            var ignored = Run(kernel, Plain(classes, 3), [-1, -1, -1]);
            ignored.Returned.ShouldBe(expected);
            ignored.Gradient.ShouldEach(g => g == 0);
            var weightless = Run(kernel with { ClassWeights = true }, Plain(classes, 2), [1, 1], new float[classes]);
            weightless.Returned.ShouldBe(expected);
            weightless.Gradient.ShouldEach(g => g == 0);
        }
    }

    [Fact]
    public void The_sum_of_nothing_is_zero() => Run(new KernelCase(10) { Sum = true }, [], []).Returned.ShouldBe(0);

    [Theory]
    [InlineData(5)]
    [InlineData(33)]
    public void A_row_of_weight_zero_counts_in_neither_the_sum_nor_the_denominator(int classes)
    {
        float[] logits = Plain(classes, 4);
        logits[0] = float.NaN;
        var kernel = new KernelCase(classes) { SampleWeights = true };
        var result = Run(kernel, logits, [0, 1, 2, 0], sampleWeights: [0, 1, 2, 1]);
        result.Losses[0].ShouldBe(0);
        result.Gradient[..classes].ShouldEach(g => g == 0);
        result.Returned.ShouldBe((result.Losses[1] + result.Losses[2] + result.Losses[3]) / 4.0, 1e-6);

        float[] classWeights = [.. Enumerable.Range(0, classes).Select(k => k == 0 ? 0f : 1f)];
        var byClass = Run(new KernelCase(classes) { ClassWeights = true }, logits, [0, 1, 2, 1], classWeights);
        byClass.Losses[0].ShouldBe(0);
        byClass.Returned.ShouldBe((byClass.Losses[1] + byClass.Losses[2] + byClass.Losses[3]) / 3.0, 1e-6);
    }

    [Fact]
    public void One_class_has_no_loss()
    {
        var result = Run(new KernelCase(1), [5, -Inf, float.NaN, Inf, 0], [0, 0, 0, 0, 0]);
        result.Losses.ShouldBe([0, float.NaN, float.NaN, float.NaN, 0]);
        result.Gradient.ShouldBe([0, float.NaN, float.NaN, float.NaN, 0]);
    }

    [Fact]
    public void A_confident_row_keeps_its_digits()
    {
        foreach (float z in new[] { 10f, 17f, 30f, 80f })
        {
            var result = Run(new KernelCase(2), [z, 0], [0]);
            FloatUlp.Error(result.Losses[0], Math.Exp(-z) - (Math.Exp(-2 * z) / 2)).ShouldBeLessThanOrEqualTo(4);
            result.Gradient[0].ShouldBe(-result.Gradient[1]);
        }
    }

    [Fact]
    public void Subnormal_probabilities_are_not_flushed()
    {
        var result = Run(new KernelCase(2), [100, 0], [0]);
        result.Gradient[1].ShouldBe((float)Math.Exp(-100));
        result.Losses[0].ShouldBe((float)Math.Exp(-100));
    }
}
