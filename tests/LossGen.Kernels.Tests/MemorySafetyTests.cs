using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>No kernel touches anything outside its spans: right before and right after each lies a protected page.</summary>
public sealed class MemorySafetyTests
{
    public static TheoryData<int, string> Kernels()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 33, 64, 100, 257, 1000 })
        {
            data.Add(classes, string.Empty);
        }

        foreach (int classes in new[] { 16, 17, 24, 33, 63, 64 })
        {
            data.Add(classes, "LanePerRow");
            data.Add(classes, "RowBlock");
            data.Add(classes, "RowStream");
        }

        foreach (int classes in new[] { 1, 3, 4, 7, 8, 15, 16, 17, 63, 64, 65, 300 })
        {
            data.Add(classes, "AtRunTime");
        }

        return data;
    }

    [LinuxTheory]
    [MemberData(nameof(Kernels))]
    public void Nothing_outside_the_spans_is_read_or_written(int classes, string schedule)
    {
        string? forced = schedule;
        var plain = new KernelCase(classes) { ClassWeights = true, SampleWeights = true }.InForm(ref forced);
        var smoothed = plain with { Smoothing = 0.1, IgnoreIndex = -1 };
        var probabilities = plain with { Target = "float" };
        var wide = plain with { Element = "double", Target = "byte", ClassWeights = false };
        var kernels = KernelAssembly.Of([plain, smoothed, probabilities, wide], forced);
        foreach (int rows in new[] { 1, 7, 8, 9, 16, 17, 33 })
        {
            var batch = Batch.Of(classes, rows, Rows.Normal3);
            foreach (bool atEnd in new[] { false, true })
            {
                Call(kernels.Get<float, int>(plain), batch.FloatLogits, batch.Targets, classes, atEnd);
                Call(kernels.Get<float, int>(smoothed), batch.FloatLogits, [.. batch.Targets.Select((y, row) => row % 3 == 1 ? -1 : y)], classes, atEnd);
                Call(kernels.Get<float, float>(probabilities), batch.FloatLogits, [.. batch.Logits.Select(_ => 1f / classes)], classes, atEnd);
                Call(kernels.Get<double, byte>(wide), batch.Logits, [.. batch.Targets.Select(y => (byte)y)], classes, atEnd, weighted: false);
            }
        }
    }

    [LinuxTheory]
    [MemberData(nameof(Kernels))]
    public void Nothing_outside_narrow_spans_is_read_or_written(int classes, string schedule)
    {
        Narrow(classes, schedule, Numbers.OfHalf);
        Narrow(classes, schedule, Numbers.OfBFloat16);
    }

    private static void Narrow<T>(int classes, string schedule, Numbers<T> numbers)
        where T : unmanaged
    {
        string? forced = schedule;
        var plain = new KernelCase(classes) { Element = numbers.Name, ClassWeights = true, SampleWeights = true }.InForm(ref forced);
        var probabilities = plain with { Target = numbers.Name };
        var kernels = KernelAssembly.Of([plain, probabilities], forced);
        foreach (int rows in new[] { 1, 7, 16, 33 })
        {
            var batch = Batch.Of(classes, rows, Rows.Normal3);
            T[] logits = [.. batch.FloatLogits.Select(numbers.Narrow)];
            T[] targets = [.. batch.Logits.Select(_ => numbers.Narrow(1f / classes))];
            foreach (bool atEnd in new[] { false, true })
            {
                Call(kernels.Get<T, int>(plain), logits, batch.Targets, classes, atEnd, one: numbers.Narrow(1));
                Call(kernels.Get<T, T>(probabilities), logits, targets, classes, atEnd, one: numbers.Narrow(1));
            }
        }
    }

    private static void Call<T, TTarget>(Kernel<T, TTarget> kernel, T[] logits, TTarget[] targets, int classes, bool atEnd, bool weighted = true, T? one = null)
        where T : unmanaged
        where TTarget : unmanaged
    {
        int rows = logits.Length / classes;
        T[] ones = [.. Enumerable.Repeat(one ?? (T)Convert.ChangeType(1, typeof(T), null), Math.Max(rows, classes))];
        using var x = new GuardedMemory<T>(logits, atEnd);
        using var y = new GuardedMemory<TTarget>(targets, atEnd);
        using var gradient = new GuardedMemory<T>(new T[logits.Length], atEnd);
        using var losses = new GuardedMemory<T>(new T[rows], atEnd);
        using var classWeights = new GuardedMemory<T>(ones.AsSpan(0, classes), atEnd);
        using var sampleWeights = new GuardedMemory<T>(ones.AsSpan(0, rows), atEnd);
        double guarded = kernel(x.Span, y.Span, gradient.Span, losses.Span, weighted ? classWeights.Span : default, sampleWeights.Span);

        T[] plainGradient = new T[logits.Length];
        double plain = kernel(logits, targets, plainGradient, new T[rows], weighted ? ones.AsSpan(0, classes) : default, ones.AsSpan(0, rows));
        guarded.ShouldBe(plain);
        gradient.Span.ToArray().ShouldBe(plainGradient);

        // In place too.
        kernel(x.Span, y.Span, x.Span, losses.Span, weighted ? classWeights.Span : default, sampleWeights.Span);
        x.Span.ToArray().ShouldBe(plainGradient);
    }
}
