using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace LossGen.Benchmarks.Quick;

/// <summary>One measured class count: nanoseconds per row.</summary>
internal sealed record Line(int Classes, string Pass, string Rows, double LossGen, double Scalar, double Tensors, double Roofline, double? Torch, double? OneDnn, double? OnnxRuntime);

/// <summary>
/// The side-by-side table: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick [--classes 2,10]</c>, with
/// <c>[--json FILE]</c>, <c>[--plot FILE]</c>, <c>[--baseline FILE]</c> and <c>[--write-baseline FILE]</c>.
/// </summary>
internal static class QuickTable
{
    public static int Run(string[] arguments)
    {
        var counts = ClassCounts(arguments);
        var lines = new List<Line>();
        var peers = new Peers();
        Console.WriteLine(Machine.Description);
        Console.WriteLine("ns per row (and per logit); best of several rounds in turn, one thread, about 1 MB of logits from N(0, 3)");
        foreach (string rows in new[] { "ordinary", "confident" })
        {
            Console.WriteLine();
            Console.WriteLine($"{rows} rows");
            Console.WriteLine("|     K | pass     |  LossGen | per logit |   scalar C# | TensorPrimitives | exp roofline | ONNX Runtime |       PyTorch |        oneDNN | × scalar | × Tensors | ÷ roofline | × ONNX Runtime | × PyTorch | × oneDNN |");
            Console.WriteLine("| ----: | :------- | -------: | --------: | ----------: | ---------------: | -----------: | -----------: | ------------: | ------------: | -------: | --------: | ---------: | -------------: | --------: | -------: |");
            foreach (int classes in counts)
            {
                foreach (var line in Measure(classes, rows, peers))
                {
                    lines.Add(line);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {line.Classes,5} | {line.Pass,-8} | {line.LossGen,8:F1} | {line.LossGen / line.Classes,9:F3} | {line.Scalar,11:F1} | {line.Tensors,16:F1} | {line.Roofline,12:F1} | {OrDash(line.OnnxRuntime),12} | {Peer(line.Torch, rows)} | {Peer(line.OneDnn, rows)} | {line.Scalar / line.LossGen,8:F1} | {line.Tensors / line.LossGen,9:F1} | {line.LossGen / line.Roofline,10:F2} | {OrDash(line.OnnxRuntime / line.LossGen),14} | {OrDash(line.Torch / line.LossGen),9} | {OrDash(line.OneDnn / line.LossGen),8} |"));
                }
            }
        }

        if (FileAfter("--json") is { } json)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(lines, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        }

        if (FileAfter("--plot") is { } plot)
        {
            Plot.Write(plot, lines);
        }

        if (FileAfter("--baseline") is { } baseline)
        {
            Baseline.Compare(baseline, lines);
        }

        if (FileAfter("--write-baseline") is { } written)
        {
            Baseline.Write(written, lines);
        }

        return 0;

        string? FileAfter(string option) =>
            Array.IndexOf(arguments, option) is var at && at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    // Peers draw rows of their own, which are ordinary.
    private static string Peer(double? nanoseconds, string rows) =>
        nanoseconds is { } value ? value.ToString("F1", CultureInfo.InvariantCulture).PadLeft(13)
        : rows == "ordinary" ? "not installed" : "–".PadLeft(13);

    private static string OrDash(double? number) => number is { } value ? value.ToString("F1", CultureInfo.InvariantCulture) : "–";

    private static int[] ClassCounts(string[] arguments)
    {
        int option = Array.IndexOf(arguments, "--classes");
        return option >= 0 && option + 1 < arguments.Length
            ? Array.ConvertAll(arguments[option + 1].Split(','), text => int.Parse(text, CultureInfo.InvariantCulture))
            : [.. Kernels.ByClassCount.Keys];
    }

    private static IEnumerable<Line> Measure(int classes, string rows, Peers peers)
    {
        var batch = new Batch(classes, rows == "confident");
        var (forward, gradient) = Kernels.ByClassCount[classes];
        bool ordinary = rows == "ordinary";
        var torch = ordinary ? peers.Torch(classes, batch.Rows) : null;
        var oneDnn = ordinary ? peers.OneDnn(classes, batch.Rows) : null;
        using var onnxRuntime = new OnnxPeer(batch.X, classes);
        var budget = TimeSpan.FromMilliseconds(250);
        double[] f = Stopwatches.Best(
            budget,
            () => forward(batch.X, batch.Targets),
            () => Scalar.Forward(batch.X, batch.Targets, classes),
            () => Tensors.Forward(batch.X, batch.Targets, batch.Gradient, classes),
            () => Roofline.SumOfExponentials(batch.X),
            onnxRuntime.LogSoftmax);
        yield return new Line(classes, "forward", rows, f[0] / batch.Rows, f[1] / batch.Rows, f[2] / batch.Rows, f[3] / batch.Rows, torch?.Forward, oneDnn?.Forward, f[4] / batch.Rows);
        double[] g = Stopwatches.Best(
            budget,
            () => gradient(batch.X, batch.Targets, batch.Gradient),
            () => Scalar.Gradient(batch.X, batch.Targets, batch.Gradient, classes),
            () => Tensors.Gradient(batch.X, batch.Targets, batch.Gradient, classes),
            () => Roofline.SumOfExponentials(batch.X));
        yield return new Line(classes, "gradient", rows, g[0] / batch.Rows, g[1] / batch.Rows, g[2] / batch.Rows, g[3] / batch.Rows, torch?.Gradient, oneDnn?.Gradient, null);
    }
}
