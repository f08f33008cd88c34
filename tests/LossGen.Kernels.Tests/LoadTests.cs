using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LossGen.Kernels.Tests.Harness;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests;

/// <summary>
/// Eight threads call kernels of every schedule, and some that use threads themselves: the same bits for as long as it lasts, and no growth.
/// LOSSGEN_LOAD_MINUTES sets how long, a second if it is not set.
/// </summary>
[Trait("Width", "Any")]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Threads = 8;

    private delegate double Direct(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [Fact]
    public void Many_threads_get_the_same_bits_and_leave_no_memory_behind()
    {
        double minutes = LoadMeasure.Minutes;
        var loads = Loads();
        foreach (var load in loads)
        {
            load.Call(load.Expected);
        }

        long calls = 0;
        int wrong = 0;
        using var stop = new CancellationTokenSource();
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => Work(number))).ToList();
        threads.ForEach(thread => thread.Start());

        // The first tenth fills pools and stacks; from then on, memory stands still.
        var length = TimeSpan.FromMinutes(minutes);
        Thread.Sleep(length / 10);
        var before = LoadMeasure.Now();
        Thread.Sleep(length * 0.9);
        stop.Cancel();
        threads.ForEach(thread => thread.Join());
        var after = LoadMeasure.Now();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{minutes:F2} minutes, {calls:N0} calls, {wrong} wrong; {before}, then {after}"));
        failures.ShouldBeEmpty();
        wrong.ShouldBe(0);
        calls.ShouldBeGreaterThan(Threads * loads.Count);
        if (minutes >= 1)
        {
            (after.Managed - before.Managed).ShouldBeLessThan(4 << 20);
            (after.Resident - before.Resident).ShouldBeLessThan(64 << 20);
        }

        void Work(int number)
        {
            try
            {
                var random = new Random(number);
                var own = loads.Select(load => load.Empty()).ToList();
                while (!stop.IsCancellationRequested)
                {
                    int i = random.Next(loads.Count);
                    loads[i].Call(own[i]);
                    Interlocked.Increment(ref calls);
                    if (!own[i].IsSame(loads[i].Expected))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }
            catch (Exception exception)
            {
                lock (failures)
                {
                    failures.Add(exception);
                }
            }
        }
    }

    private static List<Load> Loads()
    {
        (string Name, int Classes, string Options, int Rows)[] kernels =
        [
            ("K5", 5, "CrossEntropy(5)", 333), ("K19", 19, "CrossEntropy(19, LabelSmoothing = 0.1)", 100), ("K100", 100, "FocalCrossEntropy(100)", 37), ("K1000", 1000, "CrossEntropy(1000)", 19),
            ("P5", 5, "CrossEntropy(5, Parallel = true)", 40_000), ("P100", 100, "CrossEntropy(100, Parallel = true)", 2_000), ("P1000", 1000, "FocalCrossEntropy(1000, Parallel = true)", 200),
        ];
        var assembly = KernelAssembly.FromSource("using System;\nusing LossGen;\n" + string.Concat(kernels.Select(kernel => $$"""
            public static partial class {{kernel.Name}}
            {
                [{{kernel.Options}}]
                public static partial double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);
            }

            """)));
        return [.. kernels.Select(kernel => new Load(assembly.Method<Direct>(kernel.Name, "Call"), Batch.Of(kernel.Classes, kernel.Rows, Rows.Normal3)))];
    }

    private sealed class Load(Direct kernel, Batch batch)
    {
        private readonly float[] logits = batch.FloatLogits;

        public Results Expected { get; } = new(batch.Count, batch.Classes);

        public Results Empty() => new(batch.Count, batch.Classes);

        public void Call(Results results) => results.Returned = kernel(logits, batch.Targets, results.Gradient, results.Losses);
    }

    private sealed class Results(int rows, int classes)
    {
        public float[] Gradient { get; } = new float[rows * classes];

        public float[] Losses { get; } = new float[rows];

        public double Returned { get; set; }

        public bool IsSame(Results other) => Returned.Equals(other.Returned) && Losses.AsSpan().SequenceEqual(other.Losses) && Gradient.AsSpan().SequenceEqual(other.Gradient);
    }
}
