using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Cluster.Data;

/// <summary>The shards of a fit as files: the user's own, or the pieces of one file in a folder that lives as long as the fit.</summary>
internal sealed class ShardFolder : IDisposable
{
    private const int DigitRows = 1500;

    private readonly string? folder;

    private ShardFolder(string[] files, string? folder)
    {
        Files = files;
        this.folder = folder;
    }

    /// <summary>One file per shard, in the order in which they are added.</summary>
    public string[] Files { get; }

    public static ShardFolder Of(Settings settings)
    {
        if (settings.Files.Length > 1)
        {
            // Not read here: each is read by the silo that holds it.
            return new ShardFolder([.. settings.Files.Select(Path.GetFullPath)], folder: null);
        }

        if (settings.Files is not [var file])
        {
            return Cut("the built-in digits", Digits(), settings.Pieces);
        }

        // Faults are found here, where lines still have their own numbers.
        var lines = ShardFile.Lines(file);
        ShardFile.Read(file, lines);
        return Cut(file, lines, settings.Pieces);
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ShardFolder Cut(string name, List<string> lines, int pieces)
    {
        if (lines.Count < pieces)
        {
            throw new BadInputException($"--shards is {pieces}, but {name} has {lines.Count} rows; each shard needs one.");
        }

        string folder = Directory.CreateTempSubdirectory("lossgen-cluster-").FullName;
        string[] files = [.. Enumerable.Range(0, pieces).Select(piece => Path.Combine(folder, $"shard-{piece}.csv.gz"))];
        for (int piece = 0; piece < pieces; piece++)
        {
            int first = (int)((long)lines.Count * piece / pieces);
            int end = (int)((long)lines.Count * (piece + 1) / pieces);
            using var text = new StreamWriter(new GZipStream(File.Create(files[piece]), CompressionMode.Compress)) { NewLine = "\n" };
            lines[first..end].ForEach(text.WriteLine);
        }

        return new ShardFolder(files, folder);
    }

    /// <summary>The training rows of samples/Digits, whose optimum is known; pixels from 0 to 1.</summary>
    private static List<string> Digits()
    {
        using var resource = typeof(ShardFolder).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        return [.. ShardFile.Lines(resource).Take(DigitRows).Select(Scaled)];
    }

    private static string Scaled(string line)
    {
        string[] fields = line.Split(',');
        var pixels = fields[..^1].Select(pixel => (double.Parse(pixel, CultureInfo.InvariantCulture) / 16).ToString(CultureInfo.InvariantCulture));
        return string.Join(',', pixels.Append(fields[^1]));
    }
}
