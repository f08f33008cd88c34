using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Rows split over the thread pool: the same bits for every number of threads.</summary>
[Trait("Width", "Any")]
public sealed class ParallelTests
{
    private delegate double Direct(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, out int correct, int number);

    private static Direct Compile(string count, string options, string number = "") => KernelAssembly.FromSource($$"""
        using System;
        public static partial class K
        {
            [LossGen.CrossEntropy({{string.Join(", ", new[] { count, options }.Where(text => text.Length > 0))}})]
            public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, out int correct{{(number.Length > 0 ? ", int " + number : string.Empty)}});
            public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, out int correct, int number) =>
                Loss(logits, targets, gradient, losses, classWeights, out correct{{(number.Length > 0 ? ", number" : string.Empty)}});
        }
        """, bits: Widths.Here).Method<Direct>("K", "Call");

    private sealed record Result(double Mean, float[] Gradient, float[] Losses, int Correct);

    private static Result Run(Direct kernel, float[] logits, int[] targets, float[] weights, int number)
    {
        float[] gradient = new float[logits.Length];
        float[] losses = new float[targets.Length];
        double mean = kernel(logits, targets, gradient, losses, weights, out int correct, number);
        return new Result(mean, gradient, losses, correct);
    }

    /// <summary>Runs something while every thread of the pool is busy, so that the caller's own does all the work.</summary>
    private static T OnOneThread<T>(Func<T> run)
    {
        ThreadPool.GetMaxThreads(out int threads, out int completion);
        ThreadPool.GetMinThreads(out int least, out _);
        ThreadPool.SetMaxThreads(least, completion);
        using var release = new ManualResetEventSlim();
        using var busy = new CountdownEvent(least);
        var blockers = Enumerable.Range(0, least).Select(_ => Task.Factory.StartNew(() => { busy.Signal(); release.Wait(); }, default, TaskCreationOptions.None, TaskScheduler.Default)).ToArray();
        try
        {
            // A pool that other tests keep busy starts them late, or not at all; then it has no thread for this one either.
            busy.Wait(TimeSpan.FromSeconds(1));
            return run();
        }
        finally
        {
            release.Set();
            Task.WaitAll(blockers);
            ThreadPool.SetMaxThreads(threads, completion);
        }
    }

    [Theory]
    [InlineData(10, 60_001, "")]
    [InlineData(100, 5_000, "")]
    [InlineData(1000, 700, "")]
    [InlineData(10, 60_000, "Layout = LossGen.Layout.ClassStride")]
    [InlineData(19, 30_000, "Layout = LossGen.Layout.ClassStride")]
    public void The_bits_are_the_same_for_every_number_of_threads(int classes, int rows, string layout)
    {
        bool strided = layout.Length > 0;
        var batch = Batch.Of(classes, rows, Rows.Normal3);
        float[] weights = [.. Enumerable.Range(0, classes).Select(k => 0.3f + (k % 4))];
        string options = strided ? layout + ", " : string.Empty;
        int inner = strided ? rows / 3 : 0;
        float[] logits = strided ? Strides.To<float>(batch.FloatLogits, classes, inner) : batch.FloatLogits;
        var parallel = Compile($"{classes}", options + "Parallel = true", strided ? "inner" : string.Empty);
        var one = OnOneThread(() => Run(parallel, logits, batch.Targets, weights, inner));
        for (int repeat = 0; repeat < 3; repeat++)
        {
            var many = Run(parallel, logits, batch.Targets, weights, inner);
            many.Mean.ShouldBe(one.Mean);
            many.Losses.ShouldBe(one.Losses);
            many.Gradient.ShouldBe(one.Gradient);
            many.Correct.ShouldBe(one.Correct);
        }

        // Rows do not know of each other: theirs are the bits of the kernel that is not parallel.
        var serial = Run(Compile($"{classes}", options + "Parallel = false", strided ? "inner" : string.Empty), logits, batch.Targets, weights, inner);
        one.Losses.ShouldBe(serial.Losses);
        one.Gradient.ShouldBe(serial.Gradient);
        one.Correct.ShouldBe(serial.Correct);
        Math.Abs(one.Mean - serial.Mean).ShouldBeLessThan(1e-12 * serial.Mean);
    }

    [Fact]
    public void With_a_number_of_classes_known_at_run_time()
    {
        var batch = Batch.Of(50, 9_000, Rows.Confident);
        float[] weights = [.. Enumerable.Repeat(1f, 50)];
        var parallel = Run(Compile(string.Empty, "Parallel = true", "classes"), batch.FloatLogits, batch.Targets, weights, 50);
        var serial = Run(Compile(string.Empty, "Parallel = false", "classes"), batch.FloatLogits, batch.Targets, weights, 50);
        parallel.Losses.ShouldBe(serial.Losses);
        parallel.Gradient.ShouldBe(serial.Gradient);
        parallel.Correct.ShouldBe(serial.Correct);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void A_small_batch_runs_at_once(int rows)
    {
        var batch = Batch.Of(10, rows, Rows.Normal3);
        float[] weights = [.. Enumerable.Repeat(1f, 10)];
        var parallel = Run(Compile("10", "Parallel = true"), batch.FloatLogits, batch.Targets, weights, 0);
        var serial = Run(Compile("10", "Parallel = false"), batch.FloatLogits, batch.Targets, weights, 0);
        parallel.Mean.ShouldBe(serial.Mean);
        parallel.Losses.ShouldBe(serial.Losses);
    }

    [Fact]
    public void A_class_index_out_of_range_is_found_before_anything_is_written()
    {
        var batch = Batch.Of(10, 20_000, Rows.Normal3);
        int[] targets = [.. batch.Targets];
        targets[17_123] = 10;
        float[] losses = [.. Enumerable.Repeat(7f, 20_000)];
        var error = Should.Throw<ArgumentOutOfRangeException>(() => Compile("10", "Parallel = true")(batch.FloatLogits, targets, new float[batch.Logits.Length], losses, new float[10], out int _, 0));
        error.ParamName.ShouldBe("targets");
        error.Message.ShouldContain("17123");
        losses.ShouldEach(loss => loss == 7);
    }
}
