using System;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Formulas;

/// <summary>
/// Whatever a formula is made of, its kernel has the value of the method and the slope of its differences. Each run draws others;
/// <c>LOSSGEN_SEED</c> repeats one and <c>LOSSGEN_SWEEP</c> sets how many.
/// </summary>
public sealed class RandomFormulaTests
{
    private const int PerAssembly = 20;

    internal delegate void Run(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> losses, Span<double> gradient, double a, ReadOnlySpan<double> w);

    internal delegate double Value(ReadOnlySpan<double> logits, int target, double a, double[] w);

    [Fact]
    public void A_random_formula_is_computed_and_derived_right()
    {
        int seed = FromEnvironment("LOSSGEN_SEED") ?? Environment.TickCount & 0xFFFFFF;
        int count = FromEnvironment("LOSSGEN_SWEEP") ?? 20;
        var draws = new RandomFormula(new Random(seed));
        var problems = new StringBuilder();
        for (int start = 0; start < count; start += PerAssembly)
        {
            string[] formulas = [.. Enumerable.Range(0, Math.Min(PerAssembly, count - start)).Select(_ => "row.Q(row.Target) + " + draws.Row(3))];
            var assembly = KernelAssembly.FromSource("#pragma warning disable CS1718 // A draw may compare a number with itself.\nusing System;\nusing LossGen;\nusing LossGen.Numerics;\n" + string.Concat(formulas.Select(Source)));
            for (int i = 0; i < formulas.Length; i++)
            {
                foreach (int classes in new[] { 5, 40 })
                {
                    Check(assembly, i, classes, formulas[i], problems);
                }
            }
        }

        problems.ToString().ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"LOSSGEN_SEED={seed} LOSSGEN_SWEEP={count}"));
    }

    private static void Check(KernelAssembly assembly, int i, int classes, string formula, StringBuilder problems)
    {
        string type = string.Create(CultureInfo.InvariantCulture, $"K{i}");
        var kernel = assembly.Method<Run>(type, "Call" + classes);
        var method = assembly.Method<Value>(type, "Value");
        var random = new Random(3);
        const int Rows = 9;
        double[] logits = [.. Enumerable.Range(0, Rows * classes).Select(_ => (random.NextDouble() * 8) - 4)];
        int[] targets = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(classes))];
        double[] w = [.. Enumerable.Range(0, classes).Select(k => 0.25 + (k % 4))];
        double[] losses = new double[Rows];
        double[] gradient = new double[logits.Length];
        kernel(logits, targets, losses, gradient, 0.75, w);
        for (int row = 0; row < Rows; row++)
        {
            double[] x = logits[(row * classes)..((row + 1) * classes)];
            double expected = method(x, targets[row], 0.75, w);
            if (!(Math.Abs(losses[row] - expected) <= 1e-10 * (1 + Math.Abs(expected))))
            {
                problems.AppendLine(CultureInfo.InvariantCulture, $"loss {losses[row]:R} instead of {expected:R}, K = {classes}, row {row}: {formula}");
                return;
            }

            for (int k = 0; k < classes; k++)
            {
                double Slope(double h)
                {
                    double At(double shift)
                    {
                        double[] moved = [.. x];
                        moved[k] += shift;
                        return method(moved, targets[row], 0.75, w);
                    }

                    return ((8 * (At(h) - At(-h))) - (At(2 * h) - At(-2 * h))) / (12 * h);
                }

                // Where two steps disagree, a corner or a jump is near, and there is no slope to compare with.
                (double wide, double narrow) = (Slope(1e-3), Slope(3e-4));
                bool isSmooth = Math.Abs(wide - narrow) <= 1e-7 * (1 + Math.Abs(narrow));
                double actual = gradient[(row * classes) + k];
                if (isSmooth && !(Math.Abs(actual - narrow) <= 1e-6 * (1 + Math.Abs(narrow))))
                {
                    problems.AppendLine(CultureInfo.InvariantCulture, $"gradient {actual:R} instead of {narrow:R}, K = {classes}, row {row}, class {k}, target {targets[row]}: {formula}");
                    return;
                }
            }
        }
    }

    private static string Source(string formula, int i) => $$"""
        public static partial class K{{i}}
        {
            [LossFormula]
            private static double Formula(LossRow row, double a, Func<int, double> w) => {{formula}};

            [CustomLoss(5, nameof(Formula))]
            public static partial void Call5(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> losses, Span<double> gradient, double a, ReadOnlySpan<double> w);

            [CustomLoss(40, nameof(Formula))]
            public static partial void Call40(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> losses, Span<double> gradient, double a, ReadOnlySpan<double> w);

            public static double Value(ReadOnlySpan<double> logits, int target, double a, double[] w) => Formula(LossRow.Of(logits, target), a, k => w[k]);
        }

        """;

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
