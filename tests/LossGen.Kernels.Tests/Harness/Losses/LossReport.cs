using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Oracle;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>Collects what is off by more than it may be, and how close the rest came.</summary>
public sealed class LossReport
{
    private const double FloatRounding = 1 / 16777216.0;
    private static readonly double DoubleRounding = Math.Pow(2, -53);

    private readonly List<string> problems = [];
    private readonly Dictionary<string, double> worst = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Problems => problems;

    /// <summary>How much of the allowed error was used, by what was measured.</summary>
    public IReadOnlyDictionary<string, double> Shares => worst;

    /// <summary>A float within so many ulps of a value in double, or within 8 roundings of the terms.</summary>
    public void Ulps(string what, float actual, double expected, LossCase use, Lazy<OracleRow> row, int k)
    {
        double error = FloatUlp.Error(actual, expected);
        double absolute = Math.Abs(actual - expected);
        if (error <= use.Ulps || absolute <= 256 * float.Epsilon)
        {
            Note(what, error / use.Ulps);
            return;
        }

        double terms = use.Terms?.Invoke(row.Value, k) ?? 0;
        double allowed = 8 * FloatRounding * terms;
        double gap = use.GapCounts ? GapOf(row.Value, k) : 0;
        double share = Math.Min(absolute / Math.Max(allowed, double.Epsilon), error / (use.Ulps + gap));
        Check(what, share, FormattableString.Invariant($"{actual:R} instead of {expected:R}, {error:F1} ulp (gap {gap:F1}), class {k}"));
    }

    public void Ulps(string what, double actual, BigFloat expected, double bound, double terms)
    {
        double error = Ulp.Error(actual, expected);
        double absolute = BigFloat.Abs(actual - expected).ToDouble();
        Check(what, Math.Min(error / bound, absolute / Math.Max(8 * DoubleRounding * terms, double.Epsilon)), FormattableString.Invariant($"{actual:R} is {error:F1} ulp from {expected.ToDouble():R}"));
    }

    /// <summary>A double that is right but for what double's roundings and their amplification can do.</summary>
    public void Digits(string what, double actual, BigFloat expected, double terms)
    {
        double size = Math.Max(Math.Abs(expected.ToDouble()), terms);
        Check(what, BigFloat.Abs(actual - expected).ToDouble() / ((1e-12 * size) + 1e-300), FormattableString.Invariant($"{actual:R} instead of {expected.ToDouble():R}"));
    }

    /// <summary>Equal to so many digits.</summary>
    public void Same(string what, BigFloat actual, BigFloat expected, int digits)
    {
        var size = BigFloat.Max(BigFloat.Abs(expected), BigFloat.Scale(1, -60));
        Check(what, (BigFloat.Abs(actual - expected) / size * BigFloat.Pow(10, digits)).ToDouble(), FormattableString.Invariant($"{actual.ToDouble():R} instead of {expected.ToDouble():R}"));
    }

    public static double GapOf(OracleRow row, int k)
    {
        double max = row.Logits.Max(x => x.ToDouble());
        double Gap(int c) => Math.Min(max - row.Logits[c].ToDouble(), 1000);
        var others = Enumerable.Range(0, row.Classes).Where(c => Gap(c) > 0).Select(c => (Weight: Math.Exp(-Gap(c)), Gap: Gap(c))).ToList();
        double mean = others.Sum(c => c.Weight) is > 0 and var sum ? others.Sum(c => c.Weight * c.Gap) / sum : 0;
        return mean + Gap(row.Y) + (k >= 0 ? Gap(k) : 0);
    }

    private void Check(string what, double share, string detail)
    {
        Note(what, share);
        if (!(share <= 1) && problems.Count < 12)
        {
            problems.Add(FormattableString.Invariant($"{what}: {detail}, {share:G3} of the allowed error"));
        }
    }

    private void Note(string what, double share)
    {
        string key = what.Split(", K =")[0];
        worst[key] = Math.Max(worst.GetValueOrDefault(key), share);
    }
}
