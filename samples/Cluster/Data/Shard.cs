using System.Linq;

namespace Cluster.Data;

/// <summary>Rows in memory.</summary>
/// <param name="Features">Rows × features.</param>
/// <param name="FeatureCount">The features of a row.</param>
/// <param name="Labels">One class index per row.</param>
internal sealed record Shard(double[] Features, int FeatureCount, int[] Labels)
{
    public int HighestLabel { get; } = Labels.Max();
}
