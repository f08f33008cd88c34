using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>
/// Kernels whose spans hold <see cref="Half"/> or <see cref="BFloat16"/> compute in float: they give what the float kernel gives for the same
/// numbers, each output rounded once.
/// </summary>
public sealed class StorageTests
{
    private static readonly Rows[] Kinds = [Rows.Normal3, Rows.Confident, Rows.Masked];

    public static TheoryData<string, int> Forms()
    {
        var data = new TheoryData<string, int>();
        Add(string.Empty, 1, 2, 3, 10, 16, 17, 33, 100, 1000);
        Add("LanePerRow", 17, 33);
        Add("RowBlock", 16, 33);
        Add("RowStream", 16, 33, 100);
        Add("AtRunTime", 1, 10, 17, 1000);
        Add("Strided", 1, 3, 17, 100);
        Add("StridedAtRunTime", 10, 33);
        return data;

        void Add(string form, params int[] counts)
        {
            foreach (int classes in counts)
            {
                data.Add(form, classes);
            }
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void Halves_give_the_float_kernels_results_rounded(string form, int classes) => Compare(form, classes, Numbers.OfHalf);

    [Theory, MemberData(nameof(Forms))]
    public void Bfloats_give_the_float_kernels_results_rounded(string form, int classes) => Compare(form, classes, Numbers.OfBFloat16);

    [Theory, MemberData(nameof(Forms))]
    public void Losses_and_gradients_are_the_true_ones_to_half_an_ulp_of_the_storage(string form, int classes)
    {
        AgainstTheOracle(form, classes, Numbers.OfHalf);
        AgainstTheOracle(form, classes, Numbers.OfBFloat16);
    }

    private static IEnumerable<KernelCase> Cases(int classes, string element)
    {
        var plain = new KernelCase(classes) { Element = element };
        yield return plain;
        yield return plain with { Gradient = false, Returns = "float" };
        yield return plain with { ClassWeights = true, SampleWeights = true, IgnoreIndex = -1 };
        yield return plain with { ClassWeights = true, Smoothing = 0.1, IgnoreIndex = -1, Sum = true };
        yield return plain with { Target = element, ClassWeights = true, SampleWeights = true, ZLoss = 0.01 };
    }

    private static void Compare<T>(string form, int classes, Numbers<T> numbers)
        where T : unmanaged
    {
        string? forced = form;
        _ = new KernelCase(classes).InForm(ref forced);
        var pairs = Cases(classes, numbers.Name).Zip(Cases(classes, "float")).Select(pair => (Narrow: InForm(pair.First), Wide: InForm(pair.Second))).ToList();

        // Both narrow types stand beside one float kernel, in one compilation.
        string[] elements = [Numbers.OfHalf.Name, Numbers.OfBFloat16.Name, "float"];
        var kernels = KernelAssembly.Of(elements.SelectMany(element => Cases(classes, element)).Select(InForm), forced, Widths.Here);
        foreach ((var narrow, var wide) in pairs)
        {
            foreach (var kind in Kinds)
            {
                foreach (int rows in classes == 1000 ? (int[])[3] : [1, 33])
                {
                    var batch = Batch.Of(classes, rows, kind);
                    if (narrow.HasProbabilities)
                    {
                        T[] targets = [.. Enumerable.Range(0, rows * classes).Select(i => numbers.Narrow(((i * 7) % 5) / (2f * classes)))];
                        Same(kernels.Get<T, T>(narrow), kernels.Get<float, float>(wide), numbers, batch, targets, [.. targets.Select(numbers.Widen)], narrow);
                    }
                    else
                    {
                        int[] targets = [.. batch.Targets.Select((y, row) => narrow.IgnoreIndex is not null && row % 3 == 1 ? -1 : y)];
                        Same(kernels.Get<T, int>(narrow), kernels.Get<float, int>(wide), numbers, batch, targets, targets, narrow);
                    }
                }
            }
        }

        KernelCase InForm(KernelCase kernel)
        {
            string? own = form;
            return kernel.InForm(ref own);
        }
    }

    private static void Same<T, TTarget, TWideTarget>(
        Kernel<T, TTarget> narrow, Kernel<float, TWideTarget> wide, Numbers<T> numbers, Batch batch, TTarget[] targets, TWideTarget[] wideTargets, KernelCase kernel)
        where T : unmanaged
    {
        T[] logits = [.. batch.FloatLogits.Select(numbers.Narrow)];
        T[] classWeights = [.. Enumerable.Range(0, batch.Classes).Select(k => numbers.Narrow(0.25f + (k % 7)))];
        T[] sampleWeights = [.. Enumerable.Range(0, batch.Count).Select(row => numbers.Narrow(row % 5 == 2 ? 0 : 0.3f * row))];
        T[] gradient = new T[logits.Length], losses = new T[batch.Count];
        float[] wideGradient = new float[logits.Length], wideLosses = new float[batch.Count];
        double result = narrow(logits, targets, gradient, losses, classWeights, sampleWeights);
        double expected = wide(
            [.. logits.Select(numbers.Widen)], wideTargets, wideGradient, wideLosses, [.. classWeights.Select(numbers.Widen)], [.. sampleWeights.Select(numbers.Widen)]);

        string what = $"{kernel} {batch.Count}";
        result.ShouldBe(expected, what);
        Equal(gradient, [.. wideGradient.Select(numbers.Narrow)], what);
        Equal(losses, [.. wideLosses.Select(numbers.Narrow)], what);

        if (kernel.Gradient)
        {
            narrow(logits, targets, logits, losses, classWeights, sampleWeights).ShouldBe(expected, what);
            Equal(logits, gradient, what);
        }
    }

    private static void Equal<T>(T[] actual, T[] expected, string what)
    {
        // NaN equals NaN here.
        if (!actual.AsSpan().SequenceEqual(expected, EqualityComparer<T>.Default))
        {
            actual.ShouldBe(expected, what);
        }
    }

    private static void AgainstTheOracle<T>(string form, int classes, Numbers<T> numbers)
        where T : unmanaged
    {
        string? forced = form;
        var kernelCase = new KernelCase(classes) { Element = numbers.Name, Sum = true }.InForm(ref forced);
        var kernel = KernelAssembly.One<T, int>(kernelCase, forced);
        foreach (var kind in (Rows[])[Rows.Normal1, Rows.Normal3, Rows.Confident, Rows.Tied])
        {
            var batch = Batch.Of(classes, classes == 1000 ? 3 : 17, kind);
            T[] logits = [.. batch.FloatLogits.Select(numbers.Narrow)];
            T[] gradient = new T[logits.Length], losses = new T[batch.Count];
            double total = kernel(logits, batch.Targets, gradient, losses, default, default), expected = 0, bound = 0;
            for (int row = 0; row < batch.Count; row++)
            {
                int y = batch.Targets[row];
                var truth = new SoftmaxRow([.. logits.AsSpan(row * classes, classes).ToArray().Select(x => (double)numbers.Widen(x))]);
                expected += truth.NegLogP(y);
                bound += FloatBound(truth.NegLogP(y), 4 + truth.MeanGap);
                Near(losses[row], truth.NegLogP(y), 4 + truth.MeanGap);
                for (int k = 0; k < classes; k++)
                {
                    Near(gradient[(row * classes) + k], k == y ? -truth.Q(k) : truth.P(k), 6 + (k == y ? truth.MeanGap : Math.Min(truth.Gap(k), 1000)));
                }
            }

            total.ShouldBe(expected, bound);
        }

        void Near(T actual, double truth, double floatUlps)
        {
            // A step of the storage at this number: its fraction's last bit, or that of its subnormal numbers.
            double step = Math.Max(numbers.LeastStep, Math.ScaleB(1, Math.ILogB(truth == 0 ? 1e-300 : truth) - numbers.FractionBits));
            ((double)numbers.Widen(actual)).ShouldBe(truth, (0.5 * step * (1 + 1e-6)) + FloatBound(truth, floatUlps));
        }

        static double FloatBound(double truth, double ulps) => (ulps * Math.ScaleB(Math.Abs(truth), -23)) + Math.ScaleB(1, -126);
    }
}
