using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;

namespace LossGen.Samples.Tests;

/// <summary>Runs the built sample.</summary>
internal static class DigitsSample
{
    private static readonly string Program = Path.Combine(Checkout.Root, "samples/Digits/bin", Checkout.Configuration, "net10.0/Digits.dll");

    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal);

    /// <summary>The embedded data as text.</summary>
    public static string CompressedData { get; } = Path.Combine(Checkout.Root, "samples/Digits/data/digits.csv.gz");

    public static CommandResult Run(params string[] arguments) =>
        Dotnet.Run(Dotnet.Host, Path.GetTempPath(), TimeSpan.FromMinutes(2), Environment, [Program, .. arguments]);

    /// <summary>Runs it on data that is written for this run alone; the file's name is short, as the message repeats it.</summary>
    public static CommandResult RunOn(byte[] data, string name = "some.csv")
    {
        string folder = Directory.CreateTempSubdirectory("lossgen-digits-").FullName;
        try
        {
            string file = Path.Combine(folder, name);
            File.WriteAllBytes(file, data);
            return Dotnet.Run(Dotnet.Host, folder, TimeSpan.FromMinutes(2), Environment, Program, "--plain", "--data", name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A figure that the sample printed.</summary>
    public static string Figure(this CommandResult run, string name) =>
        run.Lines.Single(line => line.StartsWith(name + "  ", StringComparison.Ordinal))[name.Length..].Trim();
}
