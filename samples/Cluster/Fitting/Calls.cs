using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Orleans.Runtime;

namespace Cluster.Fitting;

/// <summary>Calls of grains that may be repeated, as they change nothing.</summary>
internal static class Calls
{
    /// <summary>How long an answer may take. With large shards it must be longer than the sum of one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Calls until there is an answer. Until the cluster has noticed that a silo is dead, calls of its grains fail; then Orleans activates them
    /// elsewhere. What a grain itself throws is not repeated.
    /// </summary>
    public static async Task<T> Repeated<T>(Func<Task<T>> call, Action<Exception> failed)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                if (Stopwatch.GetElapsedTime(began) > Longest)
                {
                    throw new ClusterException($"The cluster has not answered for {Longest.TotalMinutes:F0} minutes: {e.Message.Split('\n')[0]}", e);
                }

                failed(e);
            }

            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }
}
