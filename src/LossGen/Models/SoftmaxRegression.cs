using System;
using System.Runtime.InteropServices;
using LossGen.CompilerServices;
using LossGen.Models.Training;

namespace LossGen.Models;

/// <summary>
/// Multinomial logistic regression: probabilities are the softmax of features · coefficientsᵀ + intercepts, and the coefficients minimise the mean
/// cross-entropy plus λ/2·Σ W² plus λ₁·Σ |W|. The minimum is that of double: float leads near it, and double ends there. A model does not change
/// once it is made, and any thread may use it.
/// </summary>
/// <remarks>Two classes have two rows of coefficients, each the other's negative after a fit from 0: their difference is the vector of binary
/// logistic regression, whose penalty here is λ/4 of the square.</remarks>
public sealed partial class SoftmaxRegression
{
    // Rows of predictions that are computed at once.
    private const int RowsAtOnce = 240;

    private readonly double[] coefficients;
    private readonly double[] intercepts;

    /// <summary>A model of given coefficients.</summary>
    /// <param name="coefficients">Classes × features, row by row.</param>
    /// <param name="intercepts">One number per class; their count is that of the classes, 1 or more.</param>
    /// <exception cref="ArgumentException">The coefficients are not the same number for each class, or there is no class.</exception>
    public SoftmaxRegression(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> intercepts)
        : this(coefficients.ToArray(), intercepts.ToArray(), report: null)
    {
    }

    private SoftmaxRegression(double[] coefficients, double[] intercepts, FitReport? report)
    {
        if (intercepts.Length == 0)
        {
            throw new ArgumentException("'intercepts' is empty; a model has one class or more.", nameof(intercepts));
        }

        FeatureCount = KernelGuard.Features(coefficients.Length, intercepts.Length, nameof(coefficients));
        this.coefficients = coefficients;
        this.intercepts = intercepts;
        Report = report;
    }

    /// <summary>The number of classes.</summary>
    public int Classes => intercepts.Length;

    /// <summary>The number of features of a row.</summary>
    public int FeatureCount { get; }

    /// <summary>Classes × features, row by row.</summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>One number per class, all 0 in a model without an intercept.</summary>
    public ReadOnlySpan<double> Intercepts => intercepts;

    /// <summary>How the fit went; null for a model that was not fitted here.</summary>
    public FitReport? Report { get; }

    /// <summary>Fits a model.</summary>
    /// <param name="features">Rows × features, row by row; finite numbers.</param>
    /// <param name="featureCount">The number of features of a row, 0 or more.</param>
    /// <param name="labels">One class index per row, from 0 on; at least one row.</param>
    /// <param name="options">How to fit; by default L-BFGS with L2 = 1e-3.</param>
    /// <returns>The model, whose <see cref="Report"/> says whether the fit has converged.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, a feature is not finite, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static unsafe SoftmaxRegression Fit(ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, SoftmaxRegressionOptions? options = null)
    {
        int rows = FitArguments.Rows(features.Length, featureCount, labels.Length);
        fixed (double* first = features)
        {
            return Fit(FeatureRows.Of(first, rows, featureCount), labels, options ?? new SoftmaxRegressionOptions());
        }
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{double}, int, ReadOnlySpan{int}, SoftmaxRegressionOptions?)"/>
    public static unsafe SoftmaxRegression Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<int> labels, SoftmaxRegressionOptions? options = null)
    {
        int rows = FitArguments.Rows(features.Length, featureCount, labels.Length);
        fixed (float* first = features)
        {
            return Fit(FeatureRows.Of(first, rows, featureCount), labels, options ?? new SoftmaxRegressionOptions());
        }
    }

    /// <summary>
    /// Fits a model to rows that this process does not hold: in files, in other processes or on other machines. The solver runs here and asks for
    /// the sum over all rows at each point that it tries; <see cref="Gradient"/> computes it for a shard.
    /// </summary>
    /// <param name="sum">Gives the summed cross-entropy of all rows and its gradient. It is called by one thread, and never twice at once. If it
    /// gives the same bits for the same parameters, so do fits; that needs shards that are added in a fixed order.</param>
    /// <param name="rows">The number of rows of all shards, by which the sums are divided; 1 or greater.</param>
    /// <param name="featureCount">The number of features of a row, 0 or more.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="options">How to fit; by default L-BFGS with L2 = 1e-3. Weights, label smoothing and standardising are up to
    /// <paramref name="sum"/>, and <see cref="Solver.Sgd"/> needs rows in memory.</param>
    /// <returns>The model, whose <see cref="Report"/> says whether the fit has converged.</returns>
    /// <exception cref="ArgumentException">The sum is not finite at the start, or an option needs the rows themselves.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static SoftmaxRegression Fit(SummedGradient sum, long rows, int featureCount, int classes, SoftmaxRegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sum);
        options ??= new SoftmaxRegressionOptions();
        FitArguments.CheckSummed(featureCount, classes, rows, options);
        var (coefficients, intercepts, report) = Fitting.Run(new SummedObjective(sum, rows, classes, featureCount, options), featureCount, options);
        return new SoftmaxRegression(coefficients, intercepts, report);
    }

    /// <summary>
    /// The summed cross-entropy of some rows and its gradient, for fits that are spread over machines: the sums of all shards add up. Any thread
    /// may call it, and the same rows give the same bits.
    /// </summary>
    /// <param name="features">Rows × features of the shard.</param>
    /// <param name="featureCount">The number of features of a row.</param>
    /// <param name="labels">One class index per row of the shard.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="parameters">Classes × features coefficients, then one intercept per class.</param>
    /// <param name="gradient">Written: as many as <paramref name="parameters"/>.</param>
    /// <returns>The sum of the rows' cross-entropies, in nats; without penalties.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range.</exception>
    public static double Gradient(ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(featureCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        long count = ((long)classes * featureCount) + classes;
        CheckLength(parameters.Length, count, nameof(parameters), "one per class and feature, and one per class");
        CheckLength(gradient.Length, count, nameof(gradient), "as many as 'parameters' has");
        CheckLength(features.Length, (long)labels.Length * featureCount, nameof(features), "one per row and feature");
        return RegressionKernels.Loss(features, labels, default, classes, smoothing: 0, parameters, gradient);
    }

    /// <summary>The logits of rows: features · coefficientsᵀ + intercepts.</summary>
    /// <param name="features">Rows × features.</param>
    /// <param name="scores">Written: rows × classes.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public unsafe void DecisionFunction(ReadOnlySpan<double> features, Span<double> scores)
    {
        int rows = Rows(features.Length, scores.Length, nameof(scores), Classes);
        fixed (double* first = features)
        {
            Score(FeatureRows.Of(first, rows, FeatureCount), scores);
        }
    }

    /// <inheritdoc cref="DecisionFunction(ReadOnlySpan{double}, Span{double})"/>
    public unsafe void DecisionFunction(ReadOnlySpan<float> features, Span<double> scores)
    {
        int rows = Rows(features.Length, scores.Length, nameof(scores), Classes);
        fixed (float* first = features)
        {
            Score(FeatureRows.Of(first, rows, FeatureCount), scores);
        }
    }

    /// <summary>The probability of each class for each row.</summary>
    /// <param name="features">Rows × features.</param>
    /// <param name="probabilities">Written: rows × classes, 0 … 1; each row's sum is 1.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public void PredictProbabilities(ReadOnlySpan<double> features, Span<double> probabilities)
    {
        Rows(features.Length, probabilities.Length, nameof(probabilities), Classes);
        DecisionFunction(features, probabilities);
        RegressionKernels.Probabilities(probabilities, probabilities, Classes);
    }

    /// <inheritdoc cref="PredictProbabilities(ReadOnlySpan{double}, Span{double})"/>
    public void PredictProbabilities(ReadOnlySpan<float> features, Span<double> probabilities)
    {
        Rows(features.Length, probabilities.Length, nameof(probabilities), Classes);
        DecisionFunction(features, probabilities);
        RegressionKernels.Probabilities(probabilities, probabilities, Classes);
    }

    /// <summary>The most probable class of each row.</summary>
    /// <param name="features">Rows × features.</param>
    /// <param name="predictions">Written: one class index per row, the first of equal ones; −1 for a row with NaN.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public unsafe void Predict(ReadOnlySpan<double> features, Span<int> predictions)
    {
        int rows = Rows(features.Length, predictions.Length, nameof(predictions), 1);
        fixed (double* first = features)
        {
            Predict(FeatureRows.Of(first, rows, FeatureCount), predictions);
        }
    }

    /// <inheritdoc cref="Predict(ReadOnlySpan{double}, Span{int})"/>
    public unsafe void Predict(ReadOnlySpan<float> features, Span<int> predictions)
    {
        int rows = Rows(features.Length, predictions.Length, nameof(predictions), 1);
        fixed (float* first = features)
        {
            Predict(FeatureRows.Of(first, rows, FeatureCount), predictions);
        }
    }

    private static SoftmaxRegression Fit(FeatureRows rows, ReadOnlySpan<int> labels, SoftmaxRegressionOptions options)
    {
        FitArguments.Check(options);
        int classes = FitArguments.Classes(labels, options);
        double[]? weights = FitArguments.RowWeights(labels, classes, options);
        (double[] coefficients, double[] intercepts, var report) = Fitting.Run(rows, labels, weights, classes, options);
        return new SoftmaxRegression(coefficients, intercepts, report);
    }

    private void Score(FeatureRows rows, Span<double> scores)
    {
        double[] memory = rows.NewMemory<double>(RowsAtOnce);
        for (int first = 0; first < rows.Rows; first += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows.Rows - first);
            Score(rows, first, count, memory, scores.Slice(first * Classes, count * Classes));
        }
    }

    private void Predict(FeatureRows rows, Span<int> predictions)
    {
        double[] memory = rows.NewMemory<double>(RowsAtOnce);
        double[] scores = new double[Math.Min(rows.Rows, RowsAtOnce) * Classes];
        for (int first = 0; first < rows.Rows; first += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows.Rows - first);
            var some = scores.AsSpan(0, count * Classes);
            Score(rows, first, count, memory, some);
            Highest(some, predictions.Slice(first, count));
        }
    }

    private void Score(FeatureRows rows, int first, int count, double[] memory, Span<double> scores) => LinearLayer.Logits(
        ref MemoryMarshal.GetReference(rows.Get(first, count, memory)),
        ref MemoryMarshal.GetArrayDataReference(coefficients),
        intercepts,
        ref MemoryMarshal.GetReference(scores),
        count,
        FeatureCount,
        Classes);

    private void Highest(ReadOnlySpan<double> scores, Span<int> predictions)
    {
        for (int row = 0; row < predictions.Length; row++)
        {
            var x = scores.Slice(row * Classes, Classes);
            int best = double.IsNaN(x[0]) ? -1 : 0;
            for (int k = 1; k < x.Length && best >= 0; k++)
            {
                best = double.IsNaN(x[k]) ? -1 : x[k] > x[best] ? k : best;
            }

            predictions[row] = best;
        }
    }

    /// <summary>The number of rows, whose features and results are counted.</summary>
    private int Rows(int features, int results, string name, int perRow)
    {
        if (FeatureCount == 0)
        {
            CheckLength(features, 0, "features", "the model has none");
            CheckLength(results % perRow, 0, name, "a whole number of rows");
            return results / perRow;
        }

        int rows = KernelGuard.FeatureRows(features, FeatureCount, 0, "features", "Coefficients");
        CheckLength(results, (long)rows * perRow, name, perRow == 1 ? "one per row of 'features'" : "one per class of each row of 'features'");
        return rows;
    }

    private static void CheckLength(int actual, long expected, string name, string reason) => KernelGuard.Length(actual, expected, name, reason);
}
