using System;
using System.Threading.Tasks;

namespace LossGen.Models.Training;

/// <summary>
/// The objective of rows in memory. They are cut into parts by their number alone, and parts are added in their order: the same bits for every
/// number of threads.
/// </summary>
internal sealed class RowsObjective : Objective
{
    private const int RowsPerPart = 4096;
    private const int MostParts = 64;

    // Twice that with what the sums of each part need.
    private const long MostBytesOfParts = 32 << 20;

    private readonly FitRows rows;
    private readonly double scale;
    private readonly RowSums[] sums;
    private readonly double[][] gradients;
    private readonly double[] losses;
    private readonly int rowsPerPart;

    /// <param name="rows">The rows.</param>
    /// <param name="sparse">Those of their features that are not 0, where most are.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="roughness">How far it may be from the objective that is asked for.</param>
    public RowsObjective(FitRows rows, SparseRows? sparse, int classes, SoftmaxRegressionOptions options, Roughness roughness)
        : base(classes, rows.Features.Length, options, roughness)
    {
        this.rows = rows;
        long most = Math.Clamp(MostBytesOfParts / (8L * Count), 1, MostParts);
        int wanted = (int)Math.Clamp((rows.Count + RowsPerPart - 1) / RowsPerPart, 1, most);
        rowsPerPart = Math.Max(1, (rows.Count + wanted - 1) / wanted);
        int parts = Math.Max(1, (rows.Count + rowsPerPart - 1) / rowsPerPart);
        sums = new RowSums[parts];
        gradients = new double[parts][];
        losses = new double[parts];
        for (int part = 0; part < parts; part++)
        {
            sums[part] = NewSums(sparse);
            gradients[part] = new double[Count];
        }

        scale = 1 / rows.TotalWeight();
    }

    protected override double Mean(double[] parameters, double[] gradient)
    {
        if (sums.Length == 1 || Options.MaxDegreeOfParallelism == 1)
        {
            for (int part = 0; part < sums.Length; part++)
            {
                RunPart(part, parameters);
            }
        }
        else
        {
            var threads = new ParallelOptions { MaxDegreeOfParallelism = Options.MaxDegreeOfParallelism };
            Parallel.For(0, sums.Length, threads, part => RunPart(part, parameters));
        }

        double loss = 0;
        Array.Clear(gradient);
        for (int part = 0; part < sums.Length; part++)
        {
            loss += losses[part];
            VectorSums.AddMultiple(gradients[part], scale, gradient);
        }

        ClearUnused(gradient);
        return loss * scale;
    }

    /// <summary>The whole objective over the rows of a batch alone, with the mean of the batch.</summary>
    public double EvaluateBatch(
        ReadOnlySpan<int> batch, double[] parameters, double[] gradient, double[] memory, int[] batchLabels, double[]? batchWeights)
    {
        int length = rows.Features.Length;
        double total = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            rows.Features.Get(batch[i], 1, memory.AsSpan(i * length, length)).CopyTo(memory.AsSpan(i * length));
            batchLabels[i] = rows.Label(batch[i]);
            double weight = rows.Weight(batch[i]);
            total += weight;
            if (batchWeights is not null)
            {
                batchWeights[i] = weight;
            }
        }

        if (total == 0)
        {
            Array.Clear(gradient);
            return AddPenalty(parameters, gradient);
        }

        double loss = RegressionKernels.Loss(
            memory.AsSpan(0, batch.Length * length),
            batchLabels.AsSpan(0, batch.Length),
            batchWeights is null ? default : batchWeights.AsSpan(0, batch.Length),
            Classes,
            Options.LabelSmoothing,
            parameters,
            gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= total;
        }

        ClearUnused(gradient);
        return (loss / total) + AddPenalty(parameters, gradient);
    }

    private RowSums NewSums(SparseRows? sparse) => (sparse, Roughness.IsSingle) switch
    {
        (null, false) => new DoubleSums(rows, Classes, Options.LabelSmoothing),
        (null, true) => new SingleSums(rows, Classes, Options.LabelSmoothing),
        (_, false) => new DoubleSparseSums(rows, sparse, Classes, Options.LabelSmoothing),
        (_, true) => new SingleSparseSums(rows, sparse, Classes, Options.LabelSmoothing),
    };

    private int First(int part) => Math.Min(rows.Count, part * rowsPerPart);

    private void RunPart(int part, double[] parameters) =>
        losses[part] = sums[part].Sum(First(part), First(part + 1), parameters, gradients[part]);

    private void ClearUnused(double[] gradient)
    {
        if (!Options.Intercept)
        {
            gradient.AsSpan(Coefficients).Clear();
        }
    }
}
