using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LossGen.Models;

namespace SoftmaxRegressionSample;

/// <summary>A labelled data set that is built into the program.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Features">Rows × features.</param>
/// <param name="FeatureCount">The features of a row.</param>
/// <param name="Labels">One class index per row.</param>
/// <param name="Optimum">The least objective for L2 = 1e-3, which SciPy's L-BFGS found in double.</param>
/// <param name="Standardize">Whether that is of standardised features.</param>
internal sealed record DataSet(string Name, double[] Features, int FeatureCount, int[] Labels, double Optimum, bool Standardize)
{
    public int Classes => Labels.Max() + 1;

    public static DataSet[] All() =>
    [
        Load("iris", "iris.csv", 0.1023680784),
        Load("wine", "wine_data.csv", 0.0258477718),
        Load("breast cancer", "breast_cancer.csv", 0.0534855324),
        Digits(),
    ];

    public SoftmaxRegression Fit(SoftmaxRegressionOptions options) => SoftmaxRegression.Fit(Features, FeatureCount, Labels, options);

    /// <summary>Each feature with a mean of 0 and a standard deviation of 1.</summary>
    public DataSet Standardised()
    {
        double[] features = new double[Features.Length];
        for (int d = 0; d < FeatureCount; d++)
        {
            double[] column = [.. Labels.Select((_, row) => Features[(row * FeatureCount) + d])];
            double mean = column.Average();
            double deviation = Math.Sqrt(column.Average(x => (x - mean) * (x - mean)));
            for (int row = 0; row < column.Length; row++)
            {
                features[(row * FeatureCount) + d] = (column[row] - mean) / deviation;
            }
        }

        return this with { Features = features, Standardize = false };
    }

    /// <summary>The first 1500 images, with pixels from 0 to 1.</summary>
    private static DataSet Digits()
    {
        var all = Load("digits", "digits.csv.gz", 0.2387075568);
        return all with { Features = [.. all.Features.Take(1500 * 64).Select(x => x / 16)], Labels = all.Labels[..1500], Standardize = false };
    }

    private static DataSet Load(string name, string file, double optimum)
    {
        using var stream = typeof(DataSet).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        bool isPacked = file.EndsWith(".gz", StringComparison.Ordinal);
        using var text = new StreamReader(isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        double[][] rows =
        [
            .. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(isPacked ? 0 : 1)
                .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        return new DataSet(name, [.. rows.SelectMany(row => row[..^1])], rows[0].Length - 1, [.. rows.Select(row => (int)row[^1])], optimum, Standardize: true);
    }
}
