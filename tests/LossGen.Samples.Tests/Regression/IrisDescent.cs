using System;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;

namespace LossGen.Samples.Tests.Regression;

/// <summary>Descent with a fixed step on standardised iris, written as a first course does, without LossGen.</summary>
internal static class IrisDescent
{
    private const int Classes = 3;
    private const int Features = 4;
    private const double L2 = 1e-3;

    public static int Iterations(double rate, double tolerance)
    {
        var (x, y) = Data();
        var w = new double[Classes, Features + 1];
        for (int iteration = 0; ; iteration++)
        {
            var gradient = Gradient(x, y, w);
            if (gradient.Cast<double>().Max(Math.Abs) <= tolerance)
            {
                return iteration;
            }

            for (int k = 0; k < Classes; k++)
            {
                for (int d = 0; d <= Features; d++)
                {
                    w[k, d] -= rate * gradient[k, d];
                }
            }
        }
    }

    private static double[,] Gradient(double[][] x, int[] y, double[,] w)
    {
        var gradient = new double[Classes, Features + 1];
        for (int row = 0; row < x.Length; row++)
        {
            double[] p = [.. Enumerable.Range(0, Classes).Select(k => Math.Exp(w[k, Features] + Enumerable.Range(0, Features).Sum(d => w[k, d] * x[row][d])))];
            double sum = p.Sum();
            for (int k = 0; k < Classes; k++)
            {
                double error = ((p[k] / sum) - (y[row] == k ? 1 : 0)) / x.Length;
                for (int d = 0; d < Features; d++)
                {
                    gradient[k, d] += error * x[row][d];
                }

                gradient[k, Features] += error;
            }
        }

        for (int k = 0; k < Classes; k++)
        {
            for (int d = 0; d < Features; d++)
            {
                gradient[k, d] += L2 * w[k, d];
            }
        }

        return gradient;
    }

    private static (double[][] X, int[] Y) Data()
    {
        double[][] rows =
        [
            .. File.ReadLines(Path.Combine(Checkout.Root, "samples/SoftmaxRegression/data/iris.csv")).Skip(1)
                .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()),
        ];
        for (int d = 0; d < Features; d++)
        {
            double mean = rows.Average(row => row[d]);
            double deviation = Math.Sqrt(rows.Average(row => (row[d] - mean) * (row[d] - mean)));
            foreach (double[] row in rows)
            {
                row[d] = (row[d] - mean) / deviation;
            }
        }

        return (rows, [.. rows.Select(row => (int)row[Features])]);
    }
}
