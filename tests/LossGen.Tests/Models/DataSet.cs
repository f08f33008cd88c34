using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace LossGen.Tests.Models;

/// <summary>A labelled data set of the samples.</summary>
internal sealed record DataSet(double[] Features, int FeatureCount, int[] Labels)
{
    public static DataSet Load(string name)
    {
        using var stream = typeof(DataSet).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        double[][] rows =
        [
            .. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(name.EndsWith(".csv", StringComparison.Ordinal) ? 1 : 0)
                .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        return new DataSet([.. rows.SelectMany(row => row[..^1])], rows[0].Length - 1, [.. rows.Select(row => (int)row[^1])]);
    }

    /// <summary>The 8×8 images with pixels from 0 to 1.</summary>
    public static DataSet Digits()
    {
        var digits = Load("digits.csv.gz");
        return digits with { Features = [.. digits.Features.Select(x => x / 16)] };
    }

    public DataSet Rows(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Labels.Length);
        return new DataSet(Features[(start * FeatureCount)..((start + length) * FeatureCount)], FeatureCount, Labels[range]);
    }
}
