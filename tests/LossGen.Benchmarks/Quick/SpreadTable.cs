using System;
using System.Globalization;
using System.Linq;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// What rows cost that are not ordinary: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --spread</c>. Some processors
/// take a hundred cycles and more for a subnormal number, so exponentials must not pass through one on their way to 0.
/// </summary>
internal static class SpreadTable
{
    private static readonly (string Name, Action<Batch> Change)[] Kinds =
    [
        ("ordinary", _ => { }),
        ("25 to 54 ahead", batch => Ahead(batch, row => 25 + (row % 30))),
        ("60 to 74 ahead", batch => Ahead(batch, row => 60 + (row % 15))),
        ("150 ahead", batch => Ahead(batch, _ => 150)),
        ("half of them −∞", HalfExcluded),
        ("95 ahead (subnormal results)", batch => Ahead(batch, _ => 95)),
    ];

    public static int Run()
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine("ns per row; best of several rounds in turn; by how much the target's logit is ahead of logits from N(0, 3)");
        Console.WriteLine($"| classes | pass     | {string.Join(" | ", Kinds.Select(kind => kind.Name))} |");
        Console.WriteLine($"| ------: | :------- |{string.Concat(Kinds.Select(kind => " " + new string('-', kind.Name.Length - 1) + ": |"))}");
        foreach (int classes in new[] { 2, 10, 32, 100, 1000 })
        {
            var batches = Kinds.Select(kind =>
            {
                var batch = new Batch(classes);
                kind.Change(batch);
                return batch;
            }).ToList();
            var (forward, gradient) = Kernels.ByClassCount[classes];
            Print(classes, "forward", batches[0].Rows, [.. batches.Select<Batch, Func<float>>(batch => () => forward(batch.X, batch.Targets))]);
            Print(classes, "gradient", batches[0].Rows, [.. batches.Select<Batch, Func<float>>(batch => () => gradient(batch.X, batch.Targets, batch.Gradient))]);
        }

        return 0;
    }

    private static void Print(int classes, string pass, int rows, Func<float>[] calls)
    {
        double[] best = Stopwatches.Best(TimeSpan.FromMilliseconds(400), calls);
        var columns = best.Select((time, i) => (time / rows).ToString("F1", CultureInfo.InvariantCulture).PadLeft(Kinds[i].Name.Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {classes,7} | {pass,-8} | {string.Join(" | ", columns)} |"));
    }

    private static void Ahead(Batch batch, Func<int, float> by)
    {
        for (int row = 0; row < batch.Rows; row++)
        {
            batch.X[(row * batch.Classes) + batch.Targets[row]] = by(row);
        }
    }

    private static void HalfExcluded(Batch batch)
    {
        for (int i = 0; i < batch.X.Length; i++)
        {
            (int row, int k) = Math.DivRem(i, batch.Classes);
            batch.X[i] = k != batch.Targets[row] && (k % 2 == 0 || batch.Classes == 2) ? float.NegativeInfinity : batch.X[i];
        }
    }
}
