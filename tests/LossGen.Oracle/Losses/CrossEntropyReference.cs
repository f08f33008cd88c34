using System;
using System.Linq;

namespace LossGen.Oracle.Losses;

/// <summary>A value and what its error is measured against where terms of both signs are added: Σ|terms of the printed formula|.</summary>
public readonly record struct Measured(double Value, double Terms);

/// <summary>
/// One row of weighted, smoothed cross-entropy in double, from the printed formulas:
/// (1 − ε)·w_y·n_y + (ε/K)·Σ w_c n_c for an index, Σ w_c t′_c n_c with t′ = (1 − ε)t + ε/K for probabilities; both times the row's weight v.
/// </summary>
public sealed class CrossEntropyReference(double[] logits, double smoothing, double[]? classWeights, double rowWeight)
{
    private readonly SoftmaxRow row = new(logits);

    public SoftmaxRow Row => row;

    private int Classes => logits.Length;

    private double Spread => smoothing / Classes;

    public Measured Loss(int target)
    {
        double hit = (1 - smoothing) * Weight(target) * row.NegLogP(target);
        double[] all = [.. Enumerable.Range(0, Classes).Select(c => Coefficient(Spread * Weight(c), row.NegLogP(c)))];
        return new(rowWeight * (hit + all.Sum()), Math.Abs(rowWeight) * (Math.Abs(hit) + all.Sum(Math.Abs)));
    }

    public Measured Gradient(int target, int k)
    {
        double hit = (1 - smoothing) * Weight(target) * (k == target ? -row.Q(k) : row.P(k));
        double total = Enumerable.Range(0, Classes).Sum(Weight);
        double others = (Spread * (total - Weight(k)) * row.P(k)) - (Spread * Weight(k) * row.Q(k));
        return new(rowWeight * (hit + others), Math.Abs(rowWeight) * (Math.Abs(hit) + (Spread * total * row.P(k)) + (Spread * Weight(k))));
    }

    public Measured Loss(double[] targets)
    {
        double[] terms = [.. Enumerable.Range(0, Classes).Select(c => Coefficient(Weight(c) * Smoothed(targets[c]), row.NegLogP(c)))];
        return new(rowWeight * terms.Sum(), Math.Abs(rowWeight) * terms.Sum(Math.Abs));
    }

    public Measured Gradient(double[] targets, int k)
    {
        double own = Weight(k) * Smoothed(targets[k]);
        double others = Enumerable.Range(0, Classes).Where(c => c != k).Sum(c => Weight(c) * Smoothed(targets[c]));
        return new(rowWeight * ((others * row.P(k)) - (own * row.Q(k))), Math.Abs(rowWeight) * (((others + own) * row.P(k)) + own));
    }

    private static double Coefficient(double c, double n) => c == 0 ? 0 : c * n;

    private double Weight(int c) => classWeights is null ? 1 : classWeights[c];

    private double Smoothed(double t) => ((1 - smoothing) * t) + Spread;
}
