using System;

namespace LossGen.Models.Training;

/// <summary>Stochastic gradient descent: each epoch goes through the rows in a new random order, and the rate falls by a half cosine.</summary>
internal static class SgdSolver
{
    public static FitReport Run(FitRun run, RowsObjective objective, FitRows rows)
    {
        var options = run.Options;
        var random = new Random(options.Seed);
        int[] order = new int[rows.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        int batch = Math.Min(options.BatchSize, order.Length);
        double[] memory = new double[batch * rows.Features.Length];
        int[] labels = new int[batch];
        double[]? weights = rows.IsWeighted ? new double[batch] : null;
        double[] gradient = new double[objective.Count];
        long steps = (long)options.MaxIterations * ((order.Length + batch - 1) / batch);
        long step = 0;
        while (true)
        {
            run.Value = objective.Evaluate(run.Parameters, run.Gradient);
            double norm = VectorSums.Largest(run.Gradient);
            if (run.Next(norm) is { } end)
            {
                return run.Report(end, norm);
            }

            random.Shuffle(order);
            for (int start = 0; start < order.Length; start += batch, step++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                int count = Math.Min(batch, order.Length - start);
                objective.EvaluateBatch(order.AsSpan(start, count), run.Parameters, gradient, memory, labels, weights);
                double rate = options.LearningRate / 2 * (1 + Math.Cos(Math.PI * step / steps));
                VectorSums.AddMultiple(gradient, -rate, run.Parameters);
            }
        }
    }
}
