using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cluster.Silos;
using LossGen.Models;

namespace Cluster;

/// <summary>Lines of text, also for logs.</summary>
internal static class Output
{
    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public static void Figure(string name, FormattableString value) => Line($"{name,-16}{value.ToString(CultureInfo.InvariantCulture)}");

    public static void Iteration(FitProgress step) => Line($"iteration {step.Iteration,4}  objective {step.Objective:F10}  largest gradient {step.GradientNorm:0.0e-0}");

    public static void Holders(LocalSilos silos, IReadOnlyList<int> processes)
    {
        foreach (var silo in silos.All)
        {
            Line($"  silo {silo.Number}  process {silo.Id}  {Shards(silo, processes)}");
        }
    }

    public static string Shards(SiloProcess silo, IReadOnlyList<int> processes)
    {
        int[] numbers = [.. Enumerable.Range(0, processes.Count).Where(shard => processes[shard] == silo.Id)];
        return numbers.Length == 0 ? "no shard" : "shards " + string.Join(", ", numbers);
    }

    public static void Report(SoftmaxRegression model)
    {
        var report = model.Report!;
        Figure("fit", $"{report.End} after {report.Iterations} iterations, {report.Evaluations} passes over the rows");
        Figure("objective", $"{report.Objective:F10}");
        Figure("coefficients", $"SHA-256 {Checksum(model)}");
    }

    public static void Check(SoftmaxRegression model, SoftmaxRegression alone)
    {
        double difference = model.Coefficients.ToArray().Zip(alone.Coefficients.ToArray(), (x, y) => Math.Abs(x - y)).Max();
        Figure("in one process", $"{alone.Report!.Objective:F10}, coefficients within {difference:0.0e-0}");
    }

    /// <summary>Equal for equal bits of all coefficients and intercepts, and for nothing else.</summary>
    private static string Checksum(SoftmaxRegression model)
    {
        double[] all = [.. model.Coefficients, .. model.Intercepts];
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(all)));
    }
}
