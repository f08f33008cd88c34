using System;
using System.Linq;
using System.Threading.Tasks;
using Orleans;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Cluster.Grains;

/// <summary>Deals shards out to the silos in turn, so that each holds as many as the next. Results do not depend on it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ByNumberAttribute() : PlacementAttribute(new ByNumberPlacement());

/// <summary>The name of the rule, which Orleans looks its director up by.</summary>
[GenerateSerializer]
[Immutable]
internal sealed class ByNumberPlacement : PlacementStrategy;

/// <summary>Picks the silo for a shard that is called for the first time, or whose silo has died.</summary>
internal sealed class ByNumberDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        SiloAddress[] silos = [.. context.GetCompatibleSilos(target).Order()];
        long number = target.GrainIdentity.GetIntegerKey(out _);
        return Task.FromResult(silos[(int)(number % silos.Length)]);
    }
}
