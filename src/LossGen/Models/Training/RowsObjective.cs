using System;
using System.Threading.Tasks;

namespace LossGen.Models.Training;

/// <summary>
/// The objective of rows in memory. They are cut into parts by their number alone, and parts are added in their order: the same bits for every
/// number of threads.
/// </summary>
internal sealed unsafe class RowsObjective : Objective
{
    private const int RowsPerPart = 4096;
    private const int MostParts = 64;

    // Twice that with the gradients of the shards.
    private const long MostBytesOfParts = 32 << 20;

    // Widened or standardised rows that stay in the second-level cache.
    private const int ElementsPerShard = 1 << 15;

    private readonly FeatureRows rows;
    private readonly int* labels;
    private readonly double[]? rowWeights;
    private readonly double scale;
    private readonly double[][] parts;
    private readonly double[]?[] memories;
    private readonly double[]?[] gradients;
    private readonly double[] losses;
    private readonly int rowsPerPart;

    public RowsObjective(FeatureRows rows, int* labels, double[]? rowWeights, int classes, SoftmaxRegressionOptions options)
        : base(classes, rows.Length, options)
    {
        this.rows = rows;
        this.labels = labels;
        this.rowWeights = rowWeights;
        double total = 0;
        foreach (double weight in rowWeights ?? [])
        {
            total += weight;
        }

        scale = 1 / (rowWeights is null ? rows.Rows : total);
        long most = Math.Clamp(MostBytesOfParts / (8L * Count), 1, MostParts);
        int wanted = (int)Math.Clamp((rows.Rows + RowsPerPart - 1) / RowsPerPart, 1, most);
        rowsPerPart = Math.Max(1, (rows.Rows + wanted - 1) / wanted);
        parts = new double[Math.Max(1, (rows.Rows + rowsPerPart - 1) / rowsPerPart)][];
        memories = new double[parts.Length][];
        gradients = new double[parts.Length][];
        losses = new double[parts.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part] = new double[Count];
        }
    }

    public int Rows => rows.Rows;

    protected override double Mean(double[] parameters, double[] gradient)
    {
        if (parts.Length == 1 || Options.MaxDegreeOfParallelism == 1)
        {
            for (int part = 0; part < parts.Length; part++)
            {
                RunPart(part, parameters);
            }
        }
        else
        {
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = Options.MaxDegreeOfParallelism }, part => RunPart(part, parameters));
        }

        double loss = 0;
        Array.Clear(gradient);
        for (int part = 0; part < parts.Length; part++)
        {
            loss += losses[part];
            VectorSums.Add(parts[part], gradient);
        }

        return loss;
    }

    /// <summary>The whole objective over the rows of a batch alone, with the mean of the batch.</summary>
    public double EvaluateBatch(ReadOnlySpan<int> batch, double[] parameters, double[] gradient, double[] memory, int[] batchLabels, double[]? batchWeights)
    {
        double total = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            rows.Get(batch[i], 1, memory.AsSpan(i * rows.Length, rows.Length)).CopyTo(memory.AsSpan(i * rows.Length));
            batchLabels[i] = labels[batch[i]];
            total += batchWeights is null ? 1 : batchWeights[i] = rowWeights![batch[i]];
        }

        if (total == 0)
        {
            Array.Clear(gradient);
            return AddPenalty(parameters, gradient);
        }

        double loss = Call(
            memory.AsSpan(0, batch.Length * rows.Length),
            batchLabels.AsSpan(0, batch.Length),
            batchWeights is null ? default : batchWeights.AsSpan(0, batch.Length),
            parameters,
            gradient,
            1 / total);
        return loss + AddPenalty(parameters, gradient);
    }

    private void RunPart(int part, double[] parameters)
    {
        int end = Math.Min(rows.Rows, (part + 1) * rowsPerPart);
        int rowsPerShard = Math.Min(Math.Max(ElementsPerShard / Math.Max(1, rows.Length), 48), rowsPerPart);

        // Kept for the next evaluation: arrays of this size would be collected with the oldest generation only.
        double[] memory = memories[part] ??= rows.NewMemory(rowsPerShard);
        double[] gradient = gradients[part] ??= new double[Count];
        Array.Clear(parts[part]);
        losses[part] = 0;
        for (int first = part * rowsPerPart; first < end; first += rowsPerShard)
        {
            int count = Math.Min(rowsPerShard, end - first);
            losses[part] += Call(
                rows.Get(first, count, memory),
                new ReadOnlySpan<int>(labels + first, count),
                rowWeights is null ? default : rowWeights.AsSpan(first, count),
                parameters,
                gradient,
                scale);
            VectorSums.Add(gradient, parts[part]);
        }
    }

    private double Call(ReadOnlySpan<double> features, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights, double[] parameters, double[] gradient, double by)
    {
        var coefficients = parameters.AsSpan(0, Coefficients);
        var intercepts = parameters.AsSpan(Coefficients);
        var ofCoefficients = gradient.AsSpan(0, Coefficients);
        var ofIntercepts = gradient.AsSpan(Coefficients);
        double loss = Options.LabelSmoothing == 0
            ? RegressionKernels.Loss(features, coefficients, intercepts, targets, Classes, by, ofCoefficients, ofIntercepts, weights)
            : RegressionKernels.SmoothedLoss(features, coefficients, intercepts, targets, Classes, Options.LabelSmoothing, by, ofCoefficients, ofIntercepts, weights);
        if (!Options.Intercept)
        {
            ofIntercepts.Clear();
        }

        return loss;
    }
}
