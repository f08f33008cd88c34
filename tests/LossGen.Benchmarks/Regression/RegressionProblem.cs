using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LossGen.Models;

namespace LossGen.Benchmarks.Regression;

/// <summary>Rows, and the objective that every solver is measured by: mean cross-entropy plus λ/2·Σ W².</summary>
internal sealed record RegressionProblem(string Name, double[] Features, int FeatureCount, int[] Labels, int Classes, double L2)
{
    public int Rows => Labels.Length;

    /// <summary>The first 1500 images of the samples' digits, pixels from 0 to 1.</summary>
    public static RegressionProblem Digits()
    {
        using var stream = typeof(RegressionProblem).Assembly.GetManifestResourceStream("digits.csv.gz") ?? throw new FileNotFoundException("digits.csv.gz");
        using var text = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        double[][] rows =
        [
            .. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(1500)
                .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        return new("digits", [.. rows.SelectMany(row => row[..^1].Select(x => x / 16))], 64, [.. rows.Select(row => (int)row[^1])], 10, 1e-3);
    }

    /// <summary>
    /// Made rows: a class each, and features around its prototype, which has numbers from −½ to ½. With a density below 1 a share of the features is
    /// not 0, as in counts of words; the rest are, exactly. Numbers are those of float, so that every solver sees the same.
    /// </summary>
    public static RegressionProblem Made(string name, int rows, int length, int classes, double density, double l2)
    {
        var random = new Random(1);
        double[] prototypes = [.. Enumerable.Range(0, classes * length).Select(_ => random.NextDouble() - 0.5)];
        double[] features = new double[(long)rows * length];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.Next(classes);
            for (int d = 0; d < length; d++)
            {
                // A third of the rows follow another class: no plane separates them, and the minimum is not far away.
                double center = prototypes[(labels[row] * length) + d];
                features[((long)row * length) + d] = random.NextDouble() < density ? (float)((0.2 * center) + (0.8 * (random.NextDouble() - 0.5))) : 0;
            }

            labels[row] = random.NextDouble() < 0.3 ? random.Next(classes) : labels[row];
        }

        return new(name, features, length, labels, classes, l2);
    }

    /// <summary>The same code for all: the objective of coefficients and intercepts.</summary>
    public double Objective(double[] parameters)
    {
        double loss = SoftmaxRegression.Gradient(Features, FeatureCount, Labels, Classes, parameters, new double[parameters.Length]);
        return (loss / Rows) + (L2 / 2 * parameters.Take(Classes * FeatureCount).Sum(w => w * w));
    }
}
