using System;
using System.Globalization;
using System.Linq;
using LossGen.Numerics;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Numbers of 16 bits in memory against floats, loss and gradient: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --storage</c>.
/// </summary>
internal static class StorageTable
{
    private delegate float Kernel<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> targets, Span<T> gradient);

    public static int Run()
    {
        Console.WriteLine("ns per row, loss + gradient; best of several rounds in turn, one thread");
        Console.WriteLine("| classes |     rows | MB of floats |    float |     Half | BFloat16 | Half ÷ float | BFloat16 ÷ float |");
        Console.WriteLine("| ------: | -------: | -----------: | -------: | -------: | -------: | -----------: | ---------------: |");
        Compare(10, 26_214, StorageKernels.Half10, StorageKernels.BFloat10);
        Compare(10, 1_638_400, StorageKernels.Half10, StorageKernels.BFloat10);
        Compare(100, 2_621, StorageKernels.Half100, StorageKernels.BFloat100);
        Compare(100, 163_840, StorageKernels.Half100, StorageKernels.BFloat100);
        Compare(1000, 262, StorageKernels.Half1000, StorageKernels.BFloat1000);
        Compare(1000, 16_384, StorageKernels.Half1000, StorageKernels.BFloat1000);
        return 0;
    }

    private static void Compare(int classes, int rows, Kernel<Half> half, Kernel<BFloat16> bfloat)
    {
        var batch = new Batch(classes, rows: rows);
        var plain = Kernels.ByClassCount[classes].Gradient;
        Half[] halves = [.. batch.X.Select(x => (Half)x)], halfGradient = new Half[halves.Length];
        BFloat16[] bfloats = [.. batch.X.Select(x => (BFloat16)x)], bfloatGradient = new BFloat16[bfloats.Length];
        double[] best = Stopwatches.Best(
            TimeSpan.FromMilliseconds(800),
            () => plain(batch.X, batch.Targets, batch.Gradient),
            () => half(halves, batch.Targets, halfGradient),
            () => bfloat(bfloats, batch.Targets, bfloatGradient));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {classes,7} | {rows,8} | {rows * (long)classes * 4 / 1e6,12:F0} | {best[0] / rows,8:F1} | {best[1] / rows,8:F1} | {best[2] / rows,8:F1} | {best[1] / best[0],12:F2} | {best[2] / best[0],16:F2} |"));
    }
}
