using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Our time against that of two things that a change of the kernels leaves alone, measured in the same run: the sum of exponentials and scalar
/// code. Ratios say on another machine, or a busier one, what times do not.
/// </summary>
/// <param name="Machine">Where they were measured.</param>
/// <param name="Ratios">One for each class count, pass and kind of rows.</param>
internal sealed record Baseline(string Machine, IReadOnlyList<Baseline.Ratio> Ratios)
{
    /// <summary>From this factor on a ratio is worth a look: the same build differs by as much from one run to the next.</summary>
    private const double Worth = 1.3;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string file, IEnumerable<Line> lines) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new Baseline(Quick.Machine.Description, [.. lines.Select(Of)]), Indented) + "\n");

    /// <summary>Prints which ratios are larger than those in a file. It is a report and no verdict: it fails for nobody.</summary>
    public static void Compare(string file, IEnumerable<Line> lines)
    {
        var baseline = JsonSerializer.Deserialize<Baseline>(File.ReadAllText(file))!;
        var before = baseline.Ratios.ToDictionary(ratio => (ratio.Classes, ratio.Pass, ratio.Rows));
        int compared = 0, slower = 0;
        Console.WriteLine();
        Console.WriteLine($"against {baseline.Machine}");
        foreach (var now in lines.Select(Of))
        {
            if (!before.TryGetValue((now.Classes, now.Pass, now.Rows), out var then))
            {
                continue;
            }

            compared++;

            // Both must say so: the sum of exponentials and scalar code are measured with noise of their own.
            double factor = Math.Min(now.OverRoofline / then.OverRoofline, now.OverScalar / then.OverScalar);
            if (factor >= Worth)
            {
                slower++;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {now.Classes} classes, {now.Pass}, {now.Rows} rows: {factor:F2} × slower ({now.OverRoofline:F2} × the sum of exponentials, was {then.OverRoofline:F2})"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slower} of {compared} ratios are {Worth} × or more those of the baseline"));
    }

    private static Ratio Of(Line line) => new(
        line.Classes, line.Pass, line.Rows, Math.Round(line.LossGen / line.Roofline, 3), Math.Round(line.LossGen / line.Scalar, 4));

    /// <summary>Smaller is faster.</summary>
    internal sealed record Ratio(int Classes, string Pass, string Rows, double OverRoofline, double OverScalar);
}
