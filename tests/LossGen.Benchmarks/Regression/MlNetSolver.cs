using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace LossGen.Benchmarks.Regression;

/// <summary>ML.NET's maximum entropy trainer, which computes in float, on rows that are cached in memory.</summary>
internal sealed class MlNetSolver : IRegressionSolver
{
    private readonly RegressionProblem problem;
    private readonly MLContext context = new(seed: 1);
    private readonly IDataView data;

    public MlNetSolver(RegressionProblem problem)
    {
        this.problem = problem;
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, problem.FeatureCount);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), problem.Classes);
        data = context.Data.Cache(context.Data.LoadFromEnumerable(Rows(), schema));
    }

    public string Name => "ML.NET";

    public double FirstTolerance => 1e-5;

    public Fitted Fit(double tolerance)
    {
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            // Its objective is the sum over all rows plus the squares times this, halved.
            L2Regularization = (float)(problem.L2 * problem.Rows),
            L1Regularization = 0,
            OptimizationTolerance = (float)tolerance,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 5000,
        });
        double start = ProcessorTime.Seconds;
        var model = trainer.Fit(data).Model;
        double seconds = ProcessorTime.Seconds - start;
        VBuffer<float>[] weights = new VBuffer<float>[problem.Classes];
        model.GetWeights(ref weights, out _);
        return new Fitted(seconds, 0, [.. weights.SelectMany(ofClass => ofClass.DenseValues()).Concat(model.GetBiases()).Select(x => (double)x)]);
    }

    private IEnumerable<Row> Rows()
    {
        for (int row = 0; row < problem.Rows; row++)
        {
            float[] features = new float[problem.FeatureCount];
            for (int d = 0; d < features.Length; d++)
            {
                features[d] = (float)problem.Features[((long)row * features.Length) + d];
            }

            // Zeros are left out where most are, which ML.NET is faster with.
            var sparse = features.Select((x, d) => (x, d)).Where(pair => pair.x != 0).ToArray();
            yield return new Row
            {
                Features = 2 * sparse.Length < features.Length
                    ? new VBuffer<float>(features.Length, sparse.Length, [.. sparse.Select(pair => pair.x)], [.. sparse.Select(pair => pair.d)])
                    : new VBuffer<float>(features.Length, features),
                Label = (uint)problem.Labels[row],
            };
        }
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public uint Label { get; set; }
    }
}
