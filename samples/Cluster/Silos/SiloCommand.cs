using System;
using System.CommandLine;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Cluster.Grains;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Cluster.Silos;

/// <summary>What a child process runs: one silo, until the parent's end of the pipe closes.</summary>
internal static class SiloCommand
{
    public const string Name = "silo";
    public const string Ready = "ready";

    public static Command Create()
    {
        var port = new Argument<int>("port");
        var gateway = new Argument<int>("gateway");
        var primary = new Argument<int>("primary");
        var command = new Command(Name) { port, gateway, primary };
        command.Hidden = true;
        command.SetAction((arguments, stop) => Run(arguments.GetValue(port), arguments.GetValue(gateway), arguments.GetValue(primary), stop));
        return command;
    }

    private static async Task<int> Run(int port, int gateway, int primary, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(port, gateway, new IPEndPoint(IPAddress.Loopback, primary), Membership.Service, Membership.Cluster)
            .Configure<ClusterMembershipOptions>(Membership.Configure)
            .AddPlacementDirector<ByNumberPlacement, ByNumberDirector>());
        using var host = builder.Build();
        await host.StartAsync(stop).ConfigureAwait(false);
        Console.WriteLine(Ready);

        // Whichever way the parent ends, the pipe closes. The silo holds nothing that would have to be handed over.
        await Console.In.ReadToEndAsync(stop).ConfigureAwait(false);
        Environment.Exit(0);
        return 0;
    }
}
