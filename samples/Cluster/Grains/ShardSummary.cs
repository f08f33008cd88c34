using Orleans;

namespace Cluster.Grains;

/// <summary>What the client must know of a shard before the fit.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="FeatureCount">The features of a row.</param>
/// <param name="HighestLabel">The highest class index.</param>
/// <param name="Process">The process that holds the shard.</param>
[GenerateSerializer]
[Immutable]
public sealed record ShardSummary(int Rows, int FeatureCount, int HighestLabel, int Process);
