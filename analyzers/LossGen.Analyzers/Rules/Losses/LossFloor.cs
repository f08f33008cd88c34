using System;
using System.Globalization;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>What a cross-entropy cannot fall below where its logits lie between limits: the target's at the upper one, all others at the lower one.</summary>
internal static class LossFloor
{
    /// <summary>log(1 + (K − 1)·exp(−width)), for logits at most <paramref name="width"/> apart.</summary>
    public static double Of(double width, int classes) => Math.Log(1 + ((classes - 1) * Math.Exp(-width)));

    /// <summary>The floor in words; for some class counts where the loss's own is not known.</summary>
    public static string TextOf(double width, int? classes) => classes is { } known
        ? Text(Of(width, known)) + " with " + known.ToString(CultureInfo.InvariantCulture) + " classes"
        : Text(Of(width, 2)) + " with 2 classes, " + Text(Of(width, 10)) + " with 10, " + Text(Of(width, 1000)) + " with 1000";

    public static string Text(double loss) => loss.ToString("0.000", CultureInfo.InvariantCulture);
}
