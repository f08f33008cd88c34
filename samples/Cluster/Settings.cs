using System;
using System.Globalization;
using Cluster.Data;

namespace Cluster;

/// <summary>What the command line says.</summary>
internal sealed record Settings(int Silos, string[] Files, int? Shards, int? KillAfter, bool Check)
{
    private const int DefaultShards = 6;

    /// <summary>Into how many shards one file is cut.</summary>
    public int Pieces => Shards ?? DefaultShards;

    public void Validate()
    {
        Require(Silos is >= 1 and <= 32, $"--silos is {Silos}; it must be from 1 to 32.");
        Require(Shards is null or >= 1, $"--shards is {Shards}; it must be 1 or greater.");
        Require(Shards is null || Files.Length <= 1, $"--shards is {Shards}, but {Files.Length} files are a shard each; leave it out.");
        Require(KillAfter is null or >= 1, $"--kill is {KillAfter}; it must be 1 or greater.");
        Require(KillAfter is null || Silos > 1, $"--kill needs 2 silos or more, or no one is left to take the shards.");
    }

    private static void Require(bool holds, FormattableString message)
    {
        if (!holds)
        {
            throw new BadInputException(message.ToString(CultureInfo.InvariantCulture));
        }
    }
}
