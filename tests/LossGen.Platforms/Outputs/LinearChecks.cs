using System;
using System.Linq;
using System.Numerics;
using LossGen.Oracle.Losses;

namespace LossGen.Platforms.Outputs;

/// <summary>A linear head against its sums in double, each with the bound of its terms.</summary>
internal static class LinearChecks
{
    private delegate double Head<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<int> targets, Span<T> logits,
        Span<T> losses, Span<T> weightsGradient, Span<T> biasGradient, Span<T> featuresGradient);

    public static void Run(Checks checks)
    {
        foreach (var (rows, features) in ((int, int)[])[(1, 1), (5, 4), (33, 20), (70, 131)])
        {
            Check<float>(checks, LinearKernels.Of10, 10, rows, features, 2e-6);
            Check<float>(checks, LinearKernels.Of33, 33, rows, features, 2e-6);
            Check<double>(checks, LinearKernels.OfDoubles, 10, rows, features, 4e-15);
        }
    }

    private static void Check<T>(Checks checks, Head<T> head, int classes, int rows, int features, double unit)
        where T : struct, INumber<T>
    {
        var random = new Random(rows + (31 * features) + classes);
        T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked((float)(random.NextDouble() - 0.5)))];
        T[] f = Draw(rows * features), w = Draw(classes * features), b = Draw(classes);
        int[] y = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        T[] logits = new T[rows * classes], losses = new T[rows], ofWeights = new T[w.Length], ofBias = new T[classes], ofFeatures = new T[f.Length];
        head(f, w, b, y, logits, losses, ofWeights, ofBias, ofFeatures);

        double F(int row, int j) => double.CreateChecked(f[(row * features) + j]);
        double W(int k, int j) => double.CreateChecked(w[(k * features) + j]);
        string what = $"linear head of {typeof(T).Name}, {classes} classes, {rows} rows, {features} features";
        double[] slopes = new double[rows * classes];
        for (int row = 0; row < rows; row++)
        {
            double[] x = [.. Enumerable.Range(0, classes).Select(k => double.CreateChecked(b[k]) + Enumerable.Range(0, features).Sum(j => F(row, j) * W(k, j)))];
            var truth = new SoftmaxRow(x);
            double scale = unit * (1 + features);
            checks.Near(double.CreateChecked(losses[row]), truth.NegLogP(y[row]), scale, what + ", loss");
            for (int k = 0; k < classes; k++)
            {
                slopes[(row * classes) + k] = k == y[row] ? -truth.Q(k) : truth.P(k);
                checks.Near(double.CreateChecked(logits[(row * classes) + k]), x[k], scale, what + ", logits");
            }

            for (int j = 0; j < features; j++)
            {
                double slope = Enumerable.Range(0, classes).Sum(k => slopes[(row * classes) + k] * W(k, j));
                checks.Near(double.CreateChecked(ofFeatures[(row * features) + j]), slope, scale, what + ", gradient of features");
            }
        }

        double total = unit * (rows + features);
        for (int k = 0; k < classes; k++)
        {
            checks.Near(double.CreateChecked(ofBias[k]), Enumerable.Range(0, rows).Sum(row => slopes[(row * classes) + k]), total, what + ", gradient of the bias");
            for (int j = 0; j < features; j++)
            {
                double slope = Enumerable.Range(0, rows).Sum(row => slopes[(row * classes) + k] * F(row, j));
                checks.Near(double.CreateChecked(ofWeights[(k * features) + j]), slope, total, what + ", gradient of weights");
            }
        }
    }
}
