using System;
using System.Globalization;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// What a mask costs: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --masks</c>. A quarter of the classes is excluded.
/// </summary>
internal static class MaskTable
{
    private sealed record Mask(bool[] Flags, ulong[] Bits);

    public static int Run()
    {
        Console.WriteLine("ns per row; best of several rounds in turn");
        Console.WriteLine("| classes | what            |    plain |    flags |     bits | flags ÷ plain | bits ÷ plain |");
        Console.WriteLine("| ------: | :-------------- | -------: | -------: | -------: | ------------: | -----------: |");
        Compare(10, b => MaskKernels.Plain10(b.X, b.Targets), (b, m) => MaskKernels.Flags10(b.X, b.Targets, m.Flags), (b, m) => MaskKernels.Bits10(b.X, b.Targets, m.Bits), "forward");
        Compare(10, b => MaskKernels.Plain10(b.X, b.Targets, b.Gradient), (b, m) => MaskKernels.Flags10(b.X, b.Targets, m.Flags, b.Gradient), (b, m) => MaskKernels.Bits10(b.X, b.Targets, m.Bits, b.Gradient), "loss + gradient");
        Compare(32, b => MaskKernels.Plain32(b.X, b.Targets), (b, m) => MaskKernels.Flags32(b.X, b.Targets, m.Flags), (b, m) => MaskKernels.Bits32(b.X, b.Targets, m.Bits), "forward");
        Compare(32, b => MaskKernels.Plain32(b.X, b.Targets, b.Gradient), (b, m) => MaskKernels.Flags32(b.X, b.Targets, m.Flags, b.Gradient), (b, m) => MaskKernels.Bits32(b.X, b.Targets, m.Bits, b.Gradient), "loss + gradient");
        Compare(100, b => MaskKernels.Plain100(b.X, b.Targets), (b, m) => MaskKernels.Flags100(b.X, b.Targets, m.Flags), (b, m) => MaskKernels.Bits100(b.X, b.Targets, m.Bits), "forward");
        Compare(100, b => MaskKernels.Plain100(b.X, b.Targets, b.Gradient), (b, m) => MaskKernels.Flags100(b.X, b.Targets, m.Flags, b.Gradient), (b, m) => MaskKernels.Bits100(b.X, b.Targets, m.Bits, b.Gradient), "loss + gradient");
        Compare(1000, b => MaskKernels.Plain1000(b.X, b.Targets), (b, m) => MaskKernels.Flags1000(b.X, b.Targets, m.Flags), (b, m) => MaskKernels.Bits1000(b.X, b.Targets, m.Bits), "forward");
        Compare(1000, b => MaskKernels.Plain1000(b.X, b.Targets, b.Gradient), (b, m) => MaskKernels.Flags1000(b.X, b.Targets, m.Flags, b.Gradient), (b, m) => MaskKernels.Bits1000(b.X, b.Targets, m.Bits, b.Gradient), "loss + gradient");
        return 0;
    }

    private static void Compare(int classes, Func<Batch, float> plain, Func<Batch, Mask, float> flags, Func<Batch, Mask, float> bits, string what)
    {
        var batch = new Batch(classes);
        var mask = Draw(batch, classes);
        double[] best = Stopwatches.Best(TimeSpan.FromMilliseconds(400), () => plain(batch), () => flags(batch, mask), () => bits(batch, mask));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {classes,7} | {what,-15} | {best[0] / batch.Rows,8:F1} | {best[1] / batch.Rows,8:F1} | {best[2] / batch.Rows,8:F1} | {best[1] / best[0],13:F2} | {best[2] / best[0],12:F2} |"));
    }

    private static Mask Draw(Batch batch, int classes)
    {
        int words = (classes + 63) / 64;
        var mask = new Mask(new bool[batch.Rows * classes], new ulong[batch.Rows * words]);
        var random = new Random(1);
        for (int i = 0; i < mask.Flags.Length; i++)
        {
            (int row, int k) = Math.DivRem(i, classes);
            mask.Flags[i] = random.Next(4) > 0 || batch.Targets[row] == k;
            mask.Bits[(row * words) + (k / 64)] |= mask.Flags[i] ? 1UL << (k % 64) : 0;
        }

        return mask;
    }
}
