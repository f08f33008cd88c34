using System;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Kernels of batches that no cache holds, beside the machine's own reading and writing:
/// <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --bandwidth</c>.
/// </summary>
internal static class BandwidthTable
{
    public static int Run()
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine("milliseconds, one thread; best of several rounds in turn; share = plain ÷ kernel");
        Console.WriteLine("| classes |   rows | MB of logits |  forward | plain sum | share | gradient | plain copy | share |");
        Console.WriteLine("| ------: | -----: | -----------: | -------: | --------: | ----: | -------: | ---------: | ----: |");
        foreach ((int classes, int rows) in new[] { (32000, 512), (1000, 16384), (100, 163_840), (10, 1_638_400) })
        {
            var batch = new Batch(classes, rows: rows);
            var (forward, gradient) = Kernels.ByClassCount[classes];
            double[] ms = [.. Stopwatches.Best(
                TimeSpan.FromSeconds(2),
                () => forward(batch.X, batch.Targets),
                () => TensorPrimitives.Sum<float>(batch.X),
                () => gradient(batch.X, batch.Targets, batch.Gradient),
                () => Copy(batch)).Select(time => time / 1e6)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {classes,7} | {rows,6} | {batch.X.Length * 4.0 / (1 << 20),12:F0} | {ms[0],8:F2} | {ms[1],9:F2} | {ms[1] / ms[0],5:F2} | {ms[2],8:F2} | {ms[3],10:F2} | {ms[3] / ms[2],5:F2} |"));
        }

        return 0;
    }

    private static float Copy(Batch batch)
    {
        batch.X.AsSpan().CopyTo(batch.Gradient);
        return batch.Gradient[0];
    }
}
