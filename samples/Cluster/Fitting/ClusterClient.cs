using System;
using System.Linq;
using System.Threading.Tasks;
using Cluster.Silos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Cluster.Fitting;

/// <summary>This process as a client of the cluster: it holds no rows.</summary>
internal static class ClusterClient
{
    /// <summary>Connects, and waits until all silos know each other.</summary>
    public static async Task<IHost> Connect(LocalSilos silos)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.UseOrleansClient(client => client
            .UseLocalhostClustering([.. silos.All.Select(silo => silo.Gateway)], Membership.Service, Membership.Cluster)
            .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2))
            .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = Calls.Patience));
        var host = builder.Build();
        try
        {
            await host.StartAsync().ConfigureAwait(false);
            var management = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
            while ((await Calls.Repeated(() => management.GetHosts(onlyActive: true), Ignored).ConfigureAwait(false)).Count < silos.All.Count)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
            }

            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static void Ignored(Exception fault)
    {
    }
}
