using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;

namespace Cluster.Data;

/// <summary>Reads lines of numbers with the class in the last column.</summary>
internal static class ShardFile
{
    public static Shard Read(string path) => Read(path, Lines(path));

    /// <summary>Reads lines that are in memory; the path is for what is said of them.</summary>
    public static Shard Read(string path, IReadOnlyList<string> lines)
    {
        var features = new List<double>();
        var labels = new List<int>();
        int columns = 0;
        foreach (string line in lines)
        {
            int number = labels.Count + 1;
            int count = line.AsSpan().Count(',') + 1;
            columns = number == 1 ? count : columns;
            if (count != columns)
            {
                throw new BadInputException($"{path}, line {number}: the line has {count} columns instead of the {columns} of line 1.");
            }

            ReadLine(line, columns, $"{path}, line {number}", features, labels);
        }

        return labels.Count > 0 ? new Shard([.. features], columns - 1, [.. labels]) : throw new BadInputException($"{path}: there are no rows.");
    }

    /// <summary>The lines as they are; an empty one at the end does not count.</summary>
    public static List<string> Lines(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Lines(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new BadInputException($"{path}: {e.Message}");
        }
    }

    public static List<string> Lines(Stream file)
    {
        // By what it is, not by what it is called.
        bool isCompressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        using var text = new StreamReader(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
        var lines = new List<string>();
        while (text.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        if (lines is [.., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static void ReadLine(string line, int columns, string place, List<double> features, List<int> labels)
    {
        int column = 0;
        foreach (Range range in line.AsSpan().Split(','))
        {
            column++;
            ReadOnlySpan<char> field = line.AsSpan(range);
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            {
                throw new BadInputException($"{place}, column {column}: '{Shown(field)}' is not a number.");
            }

            if (column < columns)
            {
                features.Add(value);
            }
            else if (value is >= 0 and < 1 << 20 && double.IsInteger(value))
            {
                labels.Add((int)value);
            }
            else
            {
                throw new BadInputException($"{place}, column {column}: '{Shown(field)}' is not a class from 0 on.");
            }
        }
    }

    private static string Shown(ReadOnlySpan<char> field) => field.Length <= 20 ? field.ToString() : string.Concat(field[..20], "…");
}
