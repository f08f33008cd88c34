using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Cluster.Data;
using Cluster.Grains;
using Orleans;

namespace Cluster.Fitting;

/// <summary>The objective's sum over all shards, wherever they are.</summary>
internal sealed class ShardSums
{
    private readonly IShardGrain[] grains;
    private readonly int[] processes;
    private int repeatedCalls;

    private ShardSums(IShardGrain[] grains, ShardSummary[] shards)
    {
        this.grains = grains;
        processes = [.. shards.Select(shard => shard.Process)];
        Rows = shards.Sum(shard => (long)shard.Rows);
        FeatureCount = shards[0].FeatureCount;
        Classes = Math.Max(2, shards.Max(shard => shard.HighestLabel) + 1);
    }

    public long Rows { get; }

    public int FeatureCount { get; }

    public int Classes { get; }

    /// <summary>For each shard, the process that was the last to sum it.</summary>
    public IReadOnlyList<int> Processes => processes;

    public int RepeatedCalls => repeatedCalls;

    /// <summary>Asks all shards for their shapes, which must fit together.</summary>
    public static async Task<ShardSums> Open(IGrainFactory factory, string[] files)
    {
        IShardGrain[] grains = [.. files.Select((file, number) => factory.GetGrain<IShardGrain>(number, file))];
        var shards = await Task.WhenAll(grains.Select(grain => Calls.Repeated(grain.Describe, _ => { }))).ConfigureAwait(false);
        for (int i = 1; i < shards.Length; i++)
        {
            if (shards[i].FeatureCount != shards[0].FeatureCount)
            {
                throw new BadInputException($"{files[i]}: rows have {shards[i].FeatureCount} features instead of the {shards[0].FeatureCount} in {files[0]}.");
            }
        }

        return new ShardSums(grains, shards);
    }

    /// <summary>
    /// All shards compute at once. Floating-point sums depend on their order, so the parts are added by the shards' numbers, not as they arrive:
    /// that makes the bits the same for every number of silos.
    /// </summary>
    public double Sum(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double[] sent = parameters.ToArray();
        var parts = Task.WhenAll(grains.Select(grain => Calls.Repeated(() => grain.Sum(sent, Classes), Count))).GetAwaiter().GetResult();
        double loss = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            processes[i] = parts[i].Process;
            loss += parts[i].Loss;
            for (int j = 0; j < gradient.Length; j++)
            {
                gradient[j] += parts[i].Gradient[j];
            }
        }

        return loss;
    }

    private void Count(Exception fault) => Interlocked.Increment(ref repeatedCalls);
}
