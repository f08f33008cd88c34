using System;
using System.Globalization;
using System.Linq;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// What a row costs in calls with a few rows: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --rows</c>. Forward, in
/// calls one after the other for all rows of a batch.
/// </summary>
internal static class RowsTable
{
    private static readonly int[] Counts = [1, 2, 4, 8, 15, 16, 17, 32];

    public static int Run()
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine("ns per row, forward; best of several rounds in turn; the columns are rows per call");
        Console.WriteLine($"| classes | {string.Join(" | ", Counts.Select(count => Number(count)))} | whole batch | one row ÷ batch |");
        Console.WriteLine($"| ------: |{string.Concat(Counts.Select(_ => " -----: |"))} ----------: | --------------: |");
        foreach (int classes in new[] { 2, 3, 10, 16, 32, 100, 512, 1000 })
        {
            var batch = new Batch(classes);
            var kernel = Kernels.ByClassCount[classes].Forward;
            Func<float>[] calls = [.. Counts.Select(count => Calls(kernel, batch, count)), () => kernel(batch.X, batch.Targets)];

            // Twice: the first time, what leads to a kernel may not be optimised yet.
            Stopwatches.Best(TimeSpan.FromMilliseconds(50), calls);
            double[] best = Stopwatches.Best(TimeSpan.FromMilliseconds(400), calls);
            double[] perRow = [.. best.Select((time, i) => time / (i < Counts.Length ? batch.Rows / Counts[i] * Counts[i] : batch.Rows))];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {classes,7} | {string.Join(" | ", perRow[..^1].Select(time => Number(time)))} | {perRow[^1],11:F1} | {perRow[0] / perRow[^1],15:F2} |"));
        }

        return 0;
    }

    private static string Number(double number) => number.ToString(number == Math.Floor(number) ? "F0" : "F1", CultureInfo.InvariantCulture).PadLeft(6);

    private static Func<float> Calls(Forward kernel, Batch batch, int count) => () =>
    {
        float sum = 0;
        for (int row = 0; row + count <= batch.Rows; row += count)
        {
            sum += kernel(batch.X.AsSpan(row * batch.Classes, count * batch.Classes), batch.Targets.AsSpan(row, count));
        }

        return sum;
    };
}
