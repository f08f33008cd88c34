using System;
using Orleans.Configuration;

namespace Cluster.Silos;

/// <summary>What silos and client must agree on.</summary>
internal static class Membership
{
    public const string Service = "lossgen-cluster";
    public const string Cluster = "local";

    /// <summary>
    /// A silo that dies is missed within some ten seconds, on a busy machine too. Across machines keep the defaults.
    /// </summary>
    public static void Configure(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
    }
}
