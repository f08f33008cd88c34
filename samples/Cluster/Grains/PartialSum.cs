using Orleans;

namespace Cluster.Grains;

/// <summary>What a shard adds to a fit.</summary>
/// <param name="Loss">The summed cross-entropy.</param>
/// <param name="Gradient">Its derivative with respect to each parameter.</param>
/// <param name="Process">The process that computed it.</param>
[GenerateSerializer]
[Immutable]
public sealed record PartialSum(double Loss, double[] Gradient, int Process);
