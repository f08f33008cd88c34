using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Linear heads, loss and the gradients of weights and bias: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --linear</c>.
/// Beside them the same from a kernel of logits and <c>TensorPrimitives</c> (Dot and MultiplyAdd), which needs all logits at once.
/// </summary>
internal static class LinearTable
{
    private delegate float Kernel<T>(
        ReadOnlySpan<T> features,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        Span<float> weightsGradient,
        Span<float> biasGradient);

    public static int Run()
    {
        double peak = Peak();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"multiply-adds of this core: {peak:F0} GFLOP/s; best of several rounds in turn"));
        Console.WriteLine("|   rows | features | classes |   LossGen µs | TensorPrimitives ÷ LossGen | BFloat16 ÷ float | GFLOP/s | share of the peak |");
        Console.WriteLine("| -----: | -------: | ------: | -----------: | -------------------------: | ---------------: | ------: | ----------------: |");
        Measure(1500, 64, 10, LinearKernels.Loss10, LinearKernels.Narrow10, peak);
        Measure(4096, 784, 10, LinearKernels.Loss10, LinearKernels.Narrow10, peak);
        Measure(1024, 512, 100, LinearKernels.Loss100, LinearKernels.Narrow100, peak);
        Measure(1024, 768, 1000, LinearKernels.Loss1000, LinearKernels.Narrow1000, peak);
        Measure(256, 768, 32000, LinearKernels.Loss32000, LinearKernels.Narrow32000, peak);
        return 0;
    }

    private static void Measure(int rows, int length, int classes, Kernel<float> kernel, Kernel<BFloat16> narrow, double peak)
    {
        var random = new Random(1);
        float[] features = Draw(rows * length, random);
        float[] weights = Draw(classes * length, random);
        BFloat16[] narrowFeatures = Array.ConvertAll(features, x => (BFloat16)x);
        BFloat16[] narrowWeights = Array.ConvertAll(weights, x => (BFloat16)x);
        float[] bias = Draw(classes, random);
        int[] targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        float[] weightsGradient = new float[weights.Length];
        float[] biasGradient = new float[classes];
        float[] logits = new float[rows * classes];
        double[] best = Stopwatches.Best(
            TimeSpan.FromSeconds(classes > 1000 ? 6 : 1),
            () => kernel(features, weights, bias, targets, weightsGradient, biasGradient),
            () => narrow(narrowFeatures, narrowWeights, bias, targets, weightsGradient, biasGradient),
            () => ByPrimitives(features, weights, bias, targets, weightsGradient, biasGradient, logits, length));
        double speed = 4.0 * rows * length * classes / best[0];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {rows,6} | {length,8} | {classes,7} | {best[0] / 1000,12:F0} | {best[2] / best[0],26:F1} | {best[1] / best[0],16:F2} | {speed,7:F0} | {speed / peak,17:F2} |"));
    }

    private static float ByPrimitives(float[] features, float[] weights, float[] bias, int[] targets, float[] weightsGradient, float[] biasGradient, float[] logits, int length)
    {
        int classes = bias.Length;
        for (int row = 0; row < targets.Length; row++)
        {
            for (int k = 0; k < classes; k++)
            {
                logits[(row * classes) + k] = bias[k] + TensorPrimitives.Dot(features.AsSpan(row * length, length), weights.AsSpan(k * length, length));
            }
        }

        float loss = LinearKernels.LossOfLogits(logits, targets, classes, logits);
        Array.Clear(weightsGradient);
        Array.Clear(biasGradient);
        for (int row = 0; row < targets.Length; row++)
        {
            for (int k = 0; k < classes; k++)
            {
                var target = weightsGradient.AsSpan(k * length, length);
                TensorPrimitives.MultiplyAdd(features.AsSpan(row * length, length), logits[(row * classes) + k], target, target);
                biasGradient[k] += logits[(row * classes) + k];
            }
        }

        return loss;
    }

    /// <summary>What sixteen independent chains of multiply-adds reach.</summary>
    private static double Peak()
    {
        double best = 0;
        for (int round = 0; round < 20; round++)
        {
            long start = Stopwatch.GetTimestamp();
            float sum = Vector512.IsHardwareAccelerated ? Chains512() : Chains256();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            best = sum == 0 ? best : Math.Max(best, 2.0 * 16 * Repeats * (Vector512.IsHardwareAccelerated ? 16 : 8) / seconds / 1e9);
        }

        return best;
    }

    private const int Repeats = 2_000_000;

    private static float Chains512()
    {
        var f = Vector512.Create(0.999f);
        Vector512<float> a = f, b = f, c = f, d = f, e = f, g = f, h = f, i = f, j = f, k = f, l = f, m = f, n = f, o = f, p = f, q = f;
        for (int r = 0; r < Repeats; r++)
        {
            a = Vector512.FusedMultiplyAdd(a, f, f);
            b = Vector512.FusedMultiplyAdd(b, f, f);
            c = Vector512.FusedMultiplyAdd(c, f, f);
            d = Vector512.FusedMultiplyAdd(d, f, f);
            e = Vector512.FusedMultiplyAdd(e, f, f);
            g = Vector512.FusedMultiplyAdd(g, f, f);
            h = Vector512.FusedMultiplyAdd(h, f, f);
            i = Vector512.FusedMultiplyAdd(i, f, f);
            j = Vector512.FusedMultiplyAdd(j, f, f);
            k = Vector512.FusedMultiplyAdd(k, f, f);
            l = Vector512.FusedMultiplyAdd(l, f, f);
            m = Vector512.FusedMultiplyAdd(m, f, f);
            n = Vector512.FusedMultiplyAdd(n, f, f);
            o = Vector512.FusedMultiplyAdd(o, f, f);
            p = Vector512.FusedMultiplyAdd(p, f, f);
            q = Vector512.FusedMultiplyAdd(q, f, f);
        }

        return Vector512.Sum(a + b + c + d + e + g + h + i + j + k + l + m + n + o + p + q);
    }

    // Eight chains twice: sixteen would not fit into the registers of this width.
    private static float Chains256()
    {
        var f = Vector256.Create(0.999f);
        Vector256<float> a = f, b = f, c = f, d = f, e = f, g = f, h = f, i = f;
        for (int r = 0; r < Repeats; r++)
        {
            for (int twice = 0; twice < 2; twice++)
            {
                a = Vector256.FusedMultiplyAdd(a, f, f);
                b = Vector256.FusedMultiplyAdd(b, f, f);
                c = Vector256.FusedMultiplyAdd(c, f, f);
                d = Vector256.FusedMultiplyAdd(d, f, f);
                e = Vector256.FusedMultiplyAdd(e, f, f);
                g = Vector256.FusedMultiplyAdd(g, f, f);
                h = Vector256.FusedMultiplyAdd(h, f, f);
                i = Vector256.FusedMultiplyAdd(i, f, f);
            }
        }

        return Vector256.Sum(a + b + c + d + e + g + h + i);
    }

    private static float[] Draw(int length, Random random) => [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5) / 4)];
}
