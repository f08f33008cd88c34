using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle.Losses;

namespace LossGen.Platforms.Outputs;

/// <summary>What a row gives besides its loss, against its softmax in double.</summary>
internal static class OutputChecks
{
    private delegate double Kernel(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> probabilities,
        Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct, Span<float> hessianDiagonal);

    public static void Run(Checks checks)
    {
        foreach (var kind in (Rows[])[Rows.Normal1, Rows.Normal40, Rows.Confident, Rows.Tied, Rows.Masked, Rows.Offset])
        {
            All(checks, OutputKernels.Of5, 5, kind);
            All(checks, OutputKernels.Of40, 40, kind);
            All(checks, OutputKernels.Of300, 300, kind);
            foreach (int classes in (int[])[1, 6, 33, 129])
            {
                All(checks, AtRunTime(classes), classes, kind);
            }
        }

        Functions(checks);
        Custom(checks);
        Threads(checks);
    }

    private static Kernel AtRunTime(int classes) =>
        (logits, targets, gradient, losses, probabilities, logProbabilities, logSumExp, predictions, out correct, hessianDiagonal) => OutputKernels.OfAny(
            logits, targets, gradient, losses, probabilities, logProbabilities, logSumExp, predictions, out correct, hessianDiagonal, classes);

    private static void All(Checks checks, Kernel kernel, int classes, Rows kind)
    {
        var batch = Batch.Of(classes, 13, kind);
        int[] targets = [.. batch.Targets.Select((y, row) => row == 4 ? -100 : y)];
        int elements = batch.Logits.Length, rows = batch.Count;
        float[] gradient = new float[elements], losses = new float[rows], p = new float[elements], logP = new float[elements];
        float[] logSumExp = new float[rows], hessian = new float[elements];
        int[] predictions = new int[rows];
        double total = kernel(batch.FloatLogits, targets, gradient, losses, p, logP, logSumExp, predictions, out int correct, hessian);
        string what = $"outputs, K = {classes}, {kind}";
        checks.Near(total, losses.Sum(x => (double)x), 1e-6 * losses.Sum(x => (double)x), what + ", sum");
        checks.That(correct == targets.Where((y, row) => y == predictions[row]).Count(), what, $"{correct} rows are counted as correct");
        for (int row = 0; row < rows; row++)
        {
            var truth = new SoftmaxRow(batch.FloatRow(row));
            int y = targets[row];
            checks.That(predictions[row] == Array.IndexOf(truth.Logits, truth.Max), what, $"row {row} is predicted as {predictions[row]}");
            checks.Near(logSumExp[row], truth.Max + truth.LogSum, 4 * Ulp(truth.Max + truth.LogSum) + (2 * Ulp(truth.Max)), what + ", logSumExp");
            Loss(y < 0 ? 0 : truth.NegLogP(y), y < 0 ? 0 : 4 + truth.MeanGap, losses[row], "losses");
            for (int k = 0; k < classes; k++)
            {
                int at = (row * classes) + k;
                double gap = Math.Min(truth.Gap(k), 1000);
                Loss(truth.P(k), 6 + gap, p[at], "probabilities");
                Loss(-truth.NegLogP(k), 4 + truth.MeanGap, logP[at], "logProbabilities");
                Loss(y < 0 ? 0 : k == y ? -truth.Q(k) : truth.P(k), 6 + (k == y ? truth.MeanGap : gap), gradient[at], "gradient");
                Loss(y < 0 ? 0 : truth.P(k) * truth.Q(k), 14 + gap + truth.MeanGap, hessian[at], "hessianDiagonal");
            }

            void Loss(double expected, double ulps, float actual, string output) => checks.That(
                FloatUlp.Error(actual, expected) <= ulps || Math.Abs(actual - expected) <= classes * Math.Pow(2, -126),
                what,
                FormattableString.Invariant($"{output} of row {row}: {actual:R} is {FloatUlp.Error(actual, expected):F1} ulp from {expected:R}"));
        }
    }

    private static double Ulp(double value) => Math.ScaleB(1, Math.ILogB(Math.Max(Math.Abs(value), 1e-30)) - 23);

    private static void Functions(Checks checks)
    {
        var batch = Batch.Of(10, 21, Rows.Normal3);
        float[] logarithms = new float[210], losses = new float[21];
        OutputKernels.Logarithms(batch.FloatLogits, logarithms);
        double total = OutputKernels.OfLogarithms(logarithms, batch.Targets, losses);
        var wide = Batch.Of(40, 9, Rows.Normal3);
        double[] p = new double[wide.Logits.Length];
        OutputKernels.Softmax(wide.Logits, p);
        checks.Near(total, Enumerable.Range(0, 21).Sum(row => new SoftmaxRow(batch.FloatRow(row)).NegLogP(batch.Targets[row])), 1e-4, "the sum of negative log-likelihoods");
        for (int row = 0; row < 21; row++)
        {
            checks.Near(losses[row], -logarithms[(row * 10) + batch.Targets[row]], 0, "the loss of log-probabilities");
        }

        for (int i = 0; i < p.Length; i++)
        {
            double expected = new SoftmaxRow(wide.Row(i / 40)).P(i % 40);
            checks.Near(p[i], expected, 1e-14 * expected, "softmax of doubles");
        }
    }

    private static void Custom(Checks checks)
    {
        var batch = Batch.Of(5, 21, Rows.Normal3);
        float[] losses = new float[21], gradient = new float[105];
        OutputKernels.Custom(batch.FloatLogits, batch.Targets, losses, gradient);
        for (int row = 0; row < 21; row++)
        {
            var truth = new SoftmaxRow(batch.FloatRow(row));
            int y = batch.Targets[row];
            double loss = truth.NegLogP(y) + truth.Q(y);
            checks.Near(losses[row], loss, 4e-6 * loss, "a loss of one's own");
            for (int k = 0; k < 5; k++)
            {
                // n + q has the slope −(1 + p)·q at the target and (1 + p_y)·p_k elsewhere.
                double slope = (1 + truth.P(y)) * (k == y ? -truth.Q(y) : truth.P(k));
                checks.Near(gradient[(row * 5) + k], slope, 6e-6 * Math.Abs(slope), "the gradient of a loss of one's own");
            }
        }
    }

    private static void Threads(Checks checks)
    {
        var batch = Batch.Of(10, checks.IsQuick ? 2000 : 20_000, Rows.Normal3);
        float[] logits = batch.FloatLogits, gradient = new float[logits.Length], losses = new float[batch.Count];
        float[] expectedGradient = new float[logits.Length], expectedLosses = new float[batch.Count];
        double total = OutputKernels.OnThreads(logits, batch.Targets, gradient, losses);
        double expected = OutputKernels.OnOne(logits, batch.Targets, expectedGradient, expectedLosses);
        checks.Same<float>(gradient, expectedGradient, "gradient on threads");
        checks.Same<float>(losses, expectedLosses, "losses on threads");
        checks.Near(total, expected, 1e-12 * expected, "the sum on threads");
    }
}
