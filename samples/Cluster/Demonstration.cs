using System;
using System.Linq;
using System.Threading.Tasks;
using Cluster.Data;
using Cluster.Fitting;
using Cluster.Silos;
using LossGen.Models;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Cluster;

/// <summary>Shards, silos, a fit and what came of it.</summary>
internal static class Demonstration
{
    private const int Every = 10;
    private const double Tolerance = 1e-8;

    public static async Task<int> Run(Settings settings)
    {
        settings.Validate();
        using var folder = ShardFolder.Of(settings);
        using var silos = await LocalSilos.Start(settings.Silos).ConfigureAwait(false);
        using var host = await ClusterClient.Connect(silos).ConfigureAwait(false);
        var sums = await ShardSums.Open(host.Services.GetRequiredService<IGrainFactory>(), folder.Files).ConfigureAwait(false);
        Output.Line($"{sums.Rows} rows of {sums.FeatureCount} features, {sums.Classes} classes; shards: {folder.Files.Length}, silos: {settings.Silos}");
        Output.Holders(silos, sums.Processes);

        var model = SoftmaxRegression.Fit(sums.Sum, sums.Rows, sums.FeatureCount, sums.Classes, new()
        {
            Tolerance = Tolerance,
            Progress = new SteppedProgress(step => Step(step, settings, silos, sums)),
        });
        Output.Report(model);
        Output.Figure("calls repeated", $"{sums.RepeatedCalls}");
        Output.Holders(silos, sums.Processes);
        if (settings.Check)
        {
            Output.Check(model, InOneProcess(folder.Files, sums));
        }

        return 0;
    }

    private static void Step(FitProgress step, Settings settings, LocalSilos silos, ShardSums sums)
    {
        bool kills = step.Iteration == settings.KillAfter;
        if (kills || step.Iteration % Every == 0)
        {
            Output.Iteration(step);
        }

        if (kills)
        {
            // Not the first: it keeps the list of members, which a real cluster keeps in a database.
            var silo = silos.All.Skip(1).LastOrDefault(candidate => sums.Processes.Contains(candidate.Id))
                ?? throw new BadInputException("--kill finds no silo but the first that holds a shard; use more shards.");
            silo.Kill();
            Output.Line($"killed silo {silo.Number}, process {silo.Id}, which held {Output.Shards(silo, sums.Processes)}");
        }
    }

    /// <summary>The same rows without a cluster.</summary>
    private static SoftmaxRegression InOneProcess(string[] files, ShardSums sums)
    {
        Shard[] shards = [.. files.Select(ShardFile.Read)];
        double[] features = [.. shards.SelectMany(shard => shard.Features)];
        int[] labels = [.. shards.SelectMany(shard => shard.Labels)];
        return SoftmaxRegression.Fit(features, sums.FeatureCount, labels, new() { Tolerance = Tolerance, Classes = sums.Classes });
    }
}
