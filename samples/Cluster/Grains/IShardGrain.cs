using System.Threading.Tasks;
using Orleans;

namespace Cluster.Grains;

/// <summary>One shard of the rows. Its key is the shard's number and, as the extension, the path of its file.</summary>
public interface IShardGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>What the shard's file holds.</summary>
    Task<ShardSummary> Describe();

    /// <summary>The summed loss of the shard's rows and its gradient.</summary>
    /// <param name="parameters">Classes × features coefficients, then one intercept per class.</param>
    /// <param name="classes">The number of classes of the whole fit.</param>
    Task<PartialSum> Sum(double[] parameters, int classes);
}
