using System;

namespace LossGen.Models.Training;

/// <summary>
/// The rows of a fit: features, a label each, and a weight each or 1. Memory is pinned by the caller, so that any thread reaches it.
/// </summary>
internal sealed unsafe class FitRows(FeatureRows features, int* labels, double[]? weights)
{
    private float[]? roundedWeights;

    public FeatureRows Features { get; } = features;

    public int Count => Features.Rows;

    public bool IsWeighted => weights is not null;

    public int Label(int row) => labels[row];

    public double Weight(int row) => weights is null ? 1 : weights[row];

    public ReadOnlySpan<int> Labels(int first, int count) => new(labels + first, count);

    /// <summary>Weights of some rows; empty where all are 1.</summary>
    public ReadOnlySpan<double> Weights(int first, int count) => weights is null ? default : weights.AsSpan(first, count);

    /// <summary>The same, rounded to float: of rows that are <see cref="InSingle"/>.</summary>
    public ReadOnlySpan<float> RoundedWeights(int first, int count) => roundedWeights is null ? default : roundedWeights.AsSpan(first, count);

    /// <summary>The summed weights of all rows.</summary>
    public double TotalWeight()
    {
        double total = weights is null ? Count : 0;
        foreach (double weight in weights ?? [])
        {
            total += weight;
        }

        return total;
    }

    /// <summary>The same rows for sums in float, with features that may be floats in memory already.</summary>
    public FitRows InSingle(FeatureRows features) => new(features, labels, weights)
    {
        roundedWeights = weights is null ? null : Array.ConvertAll(weights, weight => (float)weight),
    };
}
