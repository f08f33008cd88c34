using System;
using System.Globalization;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// What a loss of one's own costs, loss and gradient: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --custom</c>.
/// The focal loss is held against that of the family, the others against the plain cross-entropy.
/// </summary>
internal static class CustomTable
{
    public static int Run()
    {
        Console.WriteLine("ns per row, loss + gradient; best of several rounds in turn");
        Console.WriteLine("| classes | formula       |    family |    custom | custom ÷ family |");
        Console.WriteLine("| ------: | :------------ | --------: | --------: | --------------: |");
        Compare(10, "cross-entropy", b => CustomKernels.Plain10(b.X, b.Targets, b.Gradient), b => CustomKernels.Own10(b.X, b.Targets, b.Gradient));
        Compare(10, "symmetric", b => CustomKernels.Plain10(b.X, b.Targets, b.Gradient), b => CustomKernels.Symmetric10(b.X, b.Targets, 0.1, 1, b.Gradient));
        Compare(10, "Taylor", b => CustomKernels.Plain10(b.X, b.Targets, b.Gradient), b => CustomKernels.Taylor10(b.X, b.Targets, b.Gradient));
        Compare(10, "focal", b => CustomKernels.Focal10(b.X, b.Targets, b.Gradient), b => CustomKernels.OwnFocal10(b.X, b.Targets, b.Gradient));
        Compare(100, "cross-entropy", b => CustomKernels.Plain100(b.X, b.Targets, b.Gradient), b => CustomKernels.Own100(b.X, b.Targets, b.Gradient));
        Compare(100, "symmetric", b => CustomKernels.Plain100(b.X, b.Targets, b.Gradient), b => CustomKernels.Symmetric100(b.X, b.Targets, 0.1, 1, b.Gradient));
        Compare(100, "Taylor", b => CustomKernels.Plain100(b.X, b.Targets, b.Gradient), b => CustomKernels.Taylor100(b.X, b.Targets, b.Gradient));
        Compare(100, "focal", b => CustomKernels.Focal100(b.X, b.Targets, b.Gradient), b => CustomKernels.OwnFocal100(b.X, b.Targets, b.Gradient));
        Compare(1000, "cross-entropy", b => CustomKernels.Plain1000(b.X, b.Targets, b.Gradient), b => CustomKernels.Own1000(b.X, b.Targets, b.Gradient));
        Compare(1000, "symmetric", b => CustomKernels.Plain1000(b.X, b.Targets, b.Gradient), b => CustomKernels.Symmetric1000(b.X, b.Targets, 0.1, 1, b.Gradient));
        Compare(1000, "Taylor", b => CustomKernels.Plain1000(b.X, b.Targets, b.Gradient), b => CustomKernels.Taylor1000(b.X, b.Targets, b.Gradient));
        Compare(1000, "focal", b => CustomKernels.Focal1000(b.X, b.Targets, b.Gradient), b => CustomKernels.OwnFocal1000(b.X, b.Targets, b.Gradient));
        return 0;
    }

    private static void Compare(int classes, string what, Func<Batch, float> family, Func<Batch, float> custom)
    {
        var batch = new Batch(classes);
        double[] best = Stopwatches.Best(TimeSpan.FromMilliseconds(400), () => family(batch), () => custom(batch));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {classes,7} | {what,-13} | {best[0] / batch.Rows,9:F2} | {best[1] / batch.Rows,9:F2} | {best[1] / best[0],15:F2} |"));
    }
}
