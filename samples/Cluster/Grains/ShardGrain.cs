using System;
using System.Threading.Tasks;
using Cluster.Data;
using LossGen.Models;
using Orleans;

namespace Cluster.Grains;

/// <summary>
/// Reads its file where it runs, at the first call. Nothing else is kept, so that another silo can take its place at any time.
/// </summary>
[ByNumber]
internal sealed class ShardGrain : Grain, IShardGrain
{
    private Shard? shard;

    private Shard Rows
    {
        get
        {
            if (shard is null)
            {
                this.GetPrimaryKeyLong(out string? path);
                shard = ShardFile.Read(path ?? throw new InvalidOperationException("A shard's key has the path of its file as the extension."));
            }

            return shard;
        }
    }

    public Task<ShardSummary> Describe() =>
        Task.FromResult(new ShardSummary(Rows.Labels.Length, Rows.FeatureCount, Rows.HighestLabel, Environment.ProcessId));

    public Task<PartialSum> Sum(double[] parameters, int classes)
    {
        double[] gradient = new double[parameters.Length];
        double loss = SoftmaxRegression.Gradient(Rows.Features, Rows.FeatureCount, Rows.Labels, classes, parameters, gradient);
        return Task.FromResult(new PartialSum(loss, gradient, Environment.ProcessId));
    }
}
