using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Cluster.Silos;

/// <summary>The silos of a cluster on this machine.</summary>
internal sealed class LocalSilos : IDisposable
{
    private const int Attempts = 3;

    private readonly List<SiloProcess> silos = [];

    public IReadOnlyList<SiloProcess> All => silos;

    /// <summary>Starts them. A port that was free may be taken before the silo opens it, so another attempt takes other ports.</summary>
    public static async Task<LocalSilos> Start(int count)
    {
        for (int attempt = 1; ; attempt++)
        {
            var cluster = new LocalSilos();
            try
            {
                await cluster.StartAll(count).ConfigureAwait(false);
                return cluster;
            }
            catch (ClusterException) when (attempt < Attempts)
            {
                cluster.Dispose();
            }
            catch
            {
                cluster.Dispose();
                throw;
            }
        }
    }

    public void Dispose() => silos.ForEach(silo => silo.Dispose());

    private async Task StartAll(int count)
    {
        int[] ports = FreePorts.Find(2 * count);
        for (int i = 0; i < count; i++)
        {
            silos.Add(SiloProcess.Start(i + 1, ports[2 * i], ports[(2 * i) + 1], ports[0]));
            if (i == 0)
            {
                // The others ask it for the members.
                await silos[0].IsReady().ConfigureAwait(false);
            }
        }

        await Task.WhenAll(silos.Skip(1).Select(silo => silo.IsReady())).ConfigureAwait(false);
    }
}
