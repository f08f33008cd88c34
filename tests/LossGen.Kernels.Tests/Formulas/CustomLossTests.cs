using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Formulas;

/// <summary>A formula of the user's own gives the numbers of the method that it is, and the derivative of these numbers.</summary>
public sealed class CustomLossTests
{
    internal delegate void Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> labels, Span<float> losses, Span<float> gradient, double a, double b, ReadOnlySpan<float> perRow, ReadOnlySpan<float> perClass);

    internal delegate double Value(ReadOnlySpan<double> logits, int target, ReadOnlySpan<double> labels, double a, double b, double perRow, double[] perClass);

    private const string WithTarget = "LossRow.Of(logits, target)";
    private const string WithLabels = "LossRow.Of(logits, labels)";

    /// <summary>Published losses that the family does not have, and what else the vocabulary can say.</summary>
    private static readonly (string Name, string Formula, string Extra, bool HasLabels)[] Formulas =
    [
        // A·CE + B·RCE with log 0 taken as −4: arXiv 1908.06112.
        ("Symmetric", "a * row.NegLogP(row.Target) + b * 4 * row.Q(row.Target)", "ab", false),

        // Normalised cross-entropy with reverse cross-entropy: arXiv 2006.13554.
        ("ActivePassive", "a * row.NegLogP(row.Target) / row.Sum(k => row.NegLogP(k)) + b * 4 * (1 - row.P(row.Target))", "ab", false),

        // Σ_{i≤3} q^i/i: Taylor cross-entropy, IJCAI 2020.
        ("Taylor", "row.Q(row.Target) + Math.Pow(row.Q(row.Target), 2) / 2 + Math.Pow(row.Q(row.Target), 3) / 3", "", false),
        ("MeanAbsoluteMixture", "a * -Math.Log(row.P(row.Target)) + (1 - a) * row.Sum(k => Math.Abs(row.P(k) - row.Label(k)))", "a", false),

        // w_y·q^γ·n with weights per class: arXiv 1901.05555.
        ("ClassBalancedFocal", "perClass(row.Target) * Math.Pow(row.Q(row.Target), 2) * row.NegLogP(row.Target)", "c", false),

        // A margin per class, as a softplus of the log-odds: LDAM, arXiv 1906.07413.
        ("Ldam", "StableMath.Softplus(perClass(row.Target) + Math.Log(row.Q(row.Target)) + row.NegLogP(row.Target))", "c", false),
        ("PerRowWeighted", "perRow * row.NegLogP(row.Target) + row.Q(row.Target)", "r", false),
        ("Bootstrapped", "-row.Sum(k => (0.8 * row.Label(k) + 0.2 * row.P(k)) * Math.Log(row.P(k)))", "", true),
        ("SoftLabels", "row.Sum(k => row.Label(k) * row.NegLogP(k))", "", true),
        ("ConfidencePenalty", "row.NegLogP(row.Target) - 0.1 * row.Sum(k => row.P(k) * row.NegLogP(k))", "", false),
        ("Squares", "row.Sum(k => (row.P(k) - row.Label(k)) * (row.P(k) - row.Label(k)))", "", true),
        ("Truncated", "row.P(row.Target) > 0.3 ? (1 - Math.Pow(row.P(row.Target), 0.7)) / 0.7 : a * row.Q(row.Target)", "a", false),
        ("Margin", "Math.Max(0, 1 + row.Max(k => k == row.Target ? -1e30 : row.Logit(k)) - row.Logit(row.Target))", "", false),
        ("LogitDecay", "row.NegLogP(row.Target) + 0.01 * row.Sum(k => row.Logit(k) * row.Logit(k)) / row.Classes", "", false),
        ("Bounded", "Math.Tanh(row.NegLogP(row.Target)) + StableMath.Softplus(row.Logit(row.Target)) + Math.Sqrt(1 + row.Q(row.Target))", "", false),
        ("TwoPowers", "1 - Math.Pow(row.P(row.Target), 0.5) + Math.Pow(row.P(row.Target), 1.5) * row.Q(row.Target)", "", false),
        ("Ordinal", "row.Sum(k => Math.Abs(k - row.Target) * row.P(k))", "", false),
        ("Exponential", "Math.Exp(0.5 * row.Q(row.Target)) - 1 + Math.Min(row.NegLogP(row.Target), 5)", "", false),
    ];

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var (name, _, _, _) in Formulas)
        {
            foreach (int classes in new[] { 2, 10, 17, 150 })
            {
                data.Add(name, classes);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_kernel_gives_the_value_and_the_derivative_of_its_formula(string name, int classes)
    {
        var (_, _, _, hasLabels) = Formulas.Single(formula => formula.Name == name);
        var assembly = KernelAssembly.FromSource(Source(classes));
        var kernel = assembly.Method<Run>("K" + name, "Call");
        var formula = assembly.Method<Value>("K" + name, "Value");

        // A margin has a corner where two logits are equal.
        foreach (var kind in name == "Margin" ? new[] { Rows.Normal3, Rows.Confident } : [Rows.Normal3, Rows.Confident, Rows.Tied])
        {
            var batch = Batch.Of(classes, 19, kind);
            var random = new Random(classes);
            float[] labels = [.. Enumerable.Range(0, batch.Count).SelectMany(_ => Normalised([.. Enumerable.Range(0, classes).Select(_ => random.NextDouble())]))];
            float[] perRow = [.. Enumerable.Range(0, batch.Count).Select(i => 0.25f + (i % 3))];
            float[] perClass = [.. Enumerable.Range(0, classes).Select(k => 0.5f + (k % 4))];
            float[] losses = new float[batch.Count];
            float[] gradient = new float[batch.Count * classes];
            kernel(batch.FloatLogits, batch.Targets, labels, losses, gradient, 0.75, 0.5, perRow, perClass);
            for (int row = 0; row < batch.Count; row++)
            {
                double[] x = [.. batch.FloatLogits.Skip(row * classes).Take(classes).Select(value => (double)value)];
                double[] t = [.. labels.Skip(row * classes).Take(classes).Select(value => (double)value)];
                double Of(double[] logits) => formula(logits, batch.Targets[row], t, 0.75, 0.5, perRow[row], [.. perClass.Select(w => (double)w)]);
                string where = string.Create(CultureInfo.InvariantCulture, $"{name}, K = {classes}, {kind}, row {row}");
                double expected = Of(x);
                // Written out in double, 1 − p loses digits that the kernel keeps: hence the last summand.
                double gap = x.Max() - x.Min();
                Close(losses[row], expected, (2e-6 + (gap * 2e-7)) * (Math.Abs(expected) + (hasLabels || name is "ConfidencePenalty" or "Squares" ? 1 : 0)) + 4e-16, where);
                for (int k = 0; k < classes; k++)
                {
                    // Five points: the error is of the fourth order.
                    const double H = 1e-3;
                    double slope = (8 * (Of(With(x, k, H)) - Of(With(x, k, -H))) - (Of(With(x, k, 2 * H)) - Of(With(x, k, -2 * H)))) / (12 * H);
                    Close(gradient[(row * classes) + k], slope, 2e-5 * Math.Abs(slope) + 3e-7 * Math.Max(1, Math.Abs(expected)), where + ", class " + k);
                }
            }
        }

        static double[] With(double[] x, int k, double h) => [.. x.Select((value, j) => j == k ? value + h : value)];
        static IEnumerable<float> Normalised(double[] values) => values.Select(value => (float)(value / values.Sum()));
        static void Close(double actual, double expected, double allowed, string where) => Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(allowed, $"{where}: {actual:R} instead of {expected:R}");
    }

    private static string Source(int classes) => "using System;\nusing LossGen;\nusing LossGen.Numerics;\n" + string.Concat(Formulas.Select(formula =>
    {
        var (name, text, extra, hasLabels) = formula;
        (string Letter, string Parameter, string Given, string Argument, string Call)[] all =
        [
            ("a", "double a", "double a", "a", "a"),
            ("b", "double b", "float b", "b", "(float)b"),
            ("r", "[PerRow] double perRow", "ReadOnlySpan<float> perRow", "perRow", "perRow"),
            ("c", "Func<int, double> perClass", "ReadOnlySpan<float> perClass", "j => perClass[j]", "perClass"),
        ];
        var own = all.Where(one => extra.Contains(one.Letter, StringComparison.Ordinal)).ToArray();
        string Join(Func<(string Letter, string Parameter, string Given, string Argument, string Call), string> part) => string.Concat(own.Select(one => ", " + part(one)));
        return $$"""
            public static partial class K{{name}}
            {
                [LossFormula]
                private static double Formula(LossRow row{{Join(one => one.Parameter)}}) => {{text}};

                [CustomLoss({{classes}}, nameof(Formula))]
                public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<{{(hasLabels ? "float" : "int")}}> targets, Span<float> losses, Span<float> gradient{{Join(one => one.Given)}});

                public static void Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> labels, Span<float> losses, Span<float> gradient, double a, double b, ReadOnlySpan<float> perRow, ReadOnlySpan<float> perClass) =>
                    Loss(logits, {{(hasLabels ? "labels" : "targets")}}, losses, gradient{{Join(one => one.Call)}});

                public static double Value(ReadOnlySpan<double> logits, int target, ReadOnlySpan<double> labels, double a, double b, double perRow, double[] perClass) =>
                    Formula({{(hasLabels ? WithLabels : WithTarget)}}{{Join(one => one.Argument)}});
            }

            """;
    }));
}
