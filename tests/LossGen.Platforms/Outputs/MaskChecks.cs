using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;

namespace LossGen.Platforms.Outputs;

/// <summary>A masked class has the bits of a logit of −∞.</summary>
internal static class MaskChecks
{
    private const int Rows = 21;

    private delegate void Plain(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    private delegate void Masked<TMask>(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<TMask> mask, Span<float> gradient, Span<float> losses);

    public static void Run(Checks checks)
    {
        Compare(checks, 5, MaskKernels.Plain5, MaskKernels.Flags5, MaskKernels.Words5);
        Compare(checks, 70, MaskKernels.Plain70, MaskKernels.Flags70, MaskKernels.Words70);
        Compare(checks, 300, MaskKernels.Plain300, MaskKernels.Flags300, MaskKernels.Words300);
        Compare(
            checks,
            5,
            (logits, targets, gradient, losses) => MaskKernels.PlainStrided(logits, targets, gradient, losses, 7),
            (logits, targets, mask, gradient, losses) => MaskKernels.FlagsStrided(logits, targets, mask, gradient, losses, 7),
            null);
    }

    private static void Compare(Checks checks, int classes, Plain plain, Masked<bool> flagged, Masked<ulong>? packed)
    {
        var batch = Batch.Of(classes, Rows, Kernels.Tests.Harness.Rows.Normal3);
        var random = new Random(classes);
        bool[] flags = [.. batch.Logits.Select(_ => random.Next(3) > 0)];
        int words = (classes + 63) / 64;
        ulong[] bits = new ulong[Rows * words];
        for (int row = 0; row < Rows; row++)
        {
            // A row needs a class; here it is the target.
            flags[packed is null ? Strided(row, batch.Targets[row], classes) : (row * classes) + batch.Targets[row]] = true;
            for (int k = 0; k < classes; k++)
            {
                bits[(row * words) + (k / 64)] |= flags[(row * classes) + k] ? 1UL << k : 0;
            }
        }

        float[] logits = batch.FloatLogits;
        float[] infinite = [.. logits.Select((x, i) => flags[i] ? x : float.NegativeInfinity)];
        float[] gradient = new float[logits.Length], losses = new float[Rows], expectedGradient = new float[logits.Length], expectedLosses = new float[Rows];
        plain(infinite, batch.Targets, expectedGradient, expectedLosses);
        flagged(logits, batch.Targets, flags, gradient, losses);
        Same("flags");
        checks.That(expectedLosses.All(float.IsFinite) && infinite.Contains(float.NegativeInfinity), "masks", "the rows are no test of a mask");
        if (packed is not null)
        {
            gradient.AsSpan().Fill(float.NaN);
            losses.AsSpan().Fill(float.NaN);
            packed(logits, batch.Targets, bits, gradient, losses);
            Same("words");
        }

        void Same(string kind)
        {
            checks.Same<float>(gradient, expectedGradient, $"gradient with a mask of {kind}, K = {classes}");
            checks.Same<float>(losses, expectedLosses, $"losses with a mask of {kind}, K = {classes}");
        }
    }

    private static int Strided(int row, int k, int classes) => ((((row / 7) * classes) + k) * 7) + (row % 7);
}
