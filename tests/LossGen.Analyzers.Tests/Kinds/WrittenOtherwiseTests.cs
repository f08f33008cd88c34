using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Faults whose parts stand further apart, or have other names, than in the shapes that one thinks of first.</summary>
public class WrittenOtherwiseTests
{
    // What is written through a slice is written in the slice.
    [Theory]
    [InlineData("static void Rows(Span<double> m, int rows, int n) { for (int r = 0; r < rows; r++) { var row = m.Slice(r * n, n); double s = 0; for (int c = 0; c < n; c++) { row[c] = Math.Exp(row[c]); s += row[c]; } for (int c = 0; c < n; c++) row[c] /= s; } }")]
    [InlineData("static void Rows(float[] m, int rows, int n) { for (int r = 0; r < rows; r++) { Span<float> row = m.AsSpan(r * n, n); float s = 0; for (int c = 0; c < n; c++) { row[c] = MathF.Exp(row[c]); s += row[c]; } float inverse = 1 / s; for (int c = 0; c < n; c++) row[c] *= inverse; } }")]
    public Task A_softmax_in_place_in_a_slice(string member) => Speaks(Net, member, "LG1101");

    [Theory]
    [InlineData("static void Rows(Span<double> m, int rows, int n) { for (int r = 0; r < rows; r++) { var row = m.Slice(r * n, n); double max = double.NegativeInfinity; foreach (double v in row) max = Math.Max(max, v); double s = 0; for (int c = 0; c < n; c++) { row[c] = Math.Exp(row[c] - max); s += row[c]; } for (int c = 0; c < n; c++) row[c] /= s; } }")]
    [InlineData("static void Rows(Span<double> m, int rows, int n) { for (int r = 0; r < rows; r++) { var row = m.Slice(r * n, n); double s = 0; for (int c = 0; c < n; c++) { row[c] = Math.Abs(row[c]); s += row[c]; } for (int c = 0; c < n; c++) row[c] /= s; } }")]
    public Task A_stable_one_in_a_slice_is_silent(string member) => Silent(member);

    // A clip that lets through what overflows in the type at hand
    [Theory]
    [InlineData("static float Tanh(float x) { x = Math.Clamp(x, -500f, 500f); return (MathF.Exp(x) - MathF.Exp(-x)) / (MathF.Exp(x) + MathF.Exp(-x)); }", "LG1008")]
    [InlineData("static float Sigmoid(float x) { float e = MathF.Exp(Math.Clamp(x, -200f, 200f)); return e / (1 + e); }", "LG1007")]
    [InlineData("static float[] Softmax(float[] z) { var e = z.Select(v => MathF.Exp(Math.Clamp(v, -100f, 100f))).ToArray(); float s = e.Sum(); return e.Select(v => v / s).ToArray(); }", "LG1101")]
    public Task A_clip_that_is_too_wide_for_the_type(string member, string id) => Speaks(Net, member, id);

    [Theory]
    [InlineData("static double Tanh(double x) { x = Math.Clamp(x, -500, 500); return (Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x)); }")]
    [InlineData("static float Tanh(float x) { x = Math.Clamp(x, -20f, 20f); return (MathF.Exp(x) - MathF.Exp(-x)) / (MathF.Exp(x) + MathF.Exp(-x)); }")]
    [InlineData("static float Sigmoid(float x) { float e = MathF.Exp(Math.Clamp(x, -60f, 60f)); return e / (1 + e); }")]
    public Task A_clip_that_is_narrow_enough(string member) => Silent(member);

    // What is beside a certain target in a negated logarithm of a loss needs no name of its own.
    [Theory]
    [InlineData("static void MultiClassLoss(double[] results, double[] values, double[] expecteds) { for (int i = 0; i < values.Length; i++) { double expected = expecteds[i]; double value = values[i]; results[i] += -1.0 * Math.Log(value) * expected; } }")]
    [InlineData("static double Loss(double[] x, double[] label) { double sum = 0; for (int i = 0; i < x.Length; i++) sum -= label[i] * Math.Log(x[i]); return sum; }")]
    public Task A_loss_of_something_without_a_name(string member) => Speaks(Net, member, "LG1015");

    [Theory]
    [InlineData("static double PoissonLoss(double[] x, double[] target) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] - target[i] * Math.Log(x[i]); return sum; }")]
    [InlineData("static double Loss(double[] counts, double[] target) { double sum = 0; for (int i = 0; i < counts.Length; i++) sum -= target[i] * Math.Log(counts[i]); return sum; }")]
    [InlineData("static double Score(double[] x, double[] expected) { double sum = 0; for (int i = 0; i < x.Length; i++) sum -= expected[i] * Math.Log(x[i]); return sum; }")]
    public Task Other_terms_with_a_target_are_silent(string member) => Silent(member);

    // An infinity that is cut off where it arises
    [Theory]
    [InlineData("static double CrossEntropy(double predicted, double target) => -target * Math.Max(-100, Math.Log(predicted));")]
    [InlineData("static double CrossEntropy(double p, double y) => y > 0.5 ? Math.Min(50, -Math.Log(p)) : Math.Min(50, -Math.Log(1 - p));")]
    [InlineData("static double CrossEntropyPrime(double p, double y) => Math.Clamp(y > 0.5 ? Math.Log(p) : -Math.Log(1 - p), -10, 10);")]
    public Task A_logarithm_that_is_clipped_is_silent(string member) => Silent(member);

    [Fact]
    public Task A_maximum_from_above_cuts_off_nothing() =>
        Speaks(Net, "static double CrossEntropy(double predicted, double target) => -target * Math.Min(0, Math.Log(predicted));", "LG1015");

    // A target by any name, beside something that can only be a prediction
    [Theory]
    [InlineData("static double CrossEntropy(double[] predicted, double[] actual) { double s = 0; for (int i = 0; i < actual.Length; i++) s -= predicted[i] * Math.Log(actual[i]); return s; }")]
    [InlineData("static double CrossEntropyLoss(double[] predictions, double[] gt) => -predictions.Zip(gt, (p, g) => p * Math.Log(g)).Sum();")]
    public Task A_logarithm_of_the_target(string member) => Speaks(Net, member, "LG2208");

    [Theory]
    [InlineData("static double CrossEntropy(double[] expected, double[] actual) { double s = 0; for (int i = 0; i < actual.Length; i++) s -= expected[i] * Math.Log(Math.Max(actual[i], 1e-9)); return s; }")]
    [InlineData("static double KullbackLeibler(double[] predicted, double[] actual) { double s = 0; for (int i = 0; i < actual.Length; i++) s -= predicted[i] * Math.Log(Math.Max(actual[i], 1e-9)); return s; }")]
    public Task The_right_order_is_silent(string member) => Silent(member);

    // The base's logarithm in a field, and a factor in front
    [Theory]
    [InlineData("static readonly double Ln2 = Math.Log(2.0); static double Bits(double n) => Math.Log(n) / Ln2;")]
    [InlineData("static double Decibels(double ratio) => 20 * Math.Log(ratio) / Math.Log(10);")]
    public Task A_logarithm_by_base_further_apart(string members) => Speaks(Net with { Enabled = ["LG1021"] }, members, "LG1021");

    // A mean loss over the rows once more, by the shape
    [Theory]
    [InlineData("var loss = F.cross_entropy(x, y); return loss / x.shape[0];")]
    [InlineData("var loss = F.cross_entropy(x, y); return loss / x.size(0);")]
    [InlineData("long batch = x.shape[0]; return F.cross_entropy(x, y).div(batch);")]
    public async Task A_mean_that_is_divided_by_the_rows(string statements) =>
        (await RealTorch.Found(TorchBody(statements))).Select(diagnostic => diagnostic.Id).ShouldContain("LG2207");

    [Theory]
    [InlineData("var loss = F.cross_entropy(x, y, reduction: nn.Reduction.Sum); return loss / x.shape[0];")]
    [InlineData("var loss = F.cross_entropy(x, y); return loss / k;")]
    public async Task A_sum_that_is_divided_by_the_rows_is_silent(string statements) =>
        (await RealTorch.Found(TorchBody(statements))).Select(diagnostic => diagnostic.Id).ShouldNotContain("LG2207");

    // A function of all elements of a matrix that nobody declares
    [Fact]
    public async Task A_function_that_is_applied_to_a_missing_matrix() =>
        (await (Net with { MayBeBroken = true }).Found("using System; class D { Matrix Softmax(Matrix m) { var e = m.ApplyFunction(v => Math.Exp(v)); double s = e.Sum(); return e.ApplyFunction(v => v / s); } }"))
            .Select(diagnostic => diagnostic.Id).ShouldContain("LG1101");

    private static async Task Speaks(CodeTest test, string members, string id)
    {
        Diagnostic[] found = [.. await test.Found(Class(members))];
        found.Select(diagnostic => diagnostic.Id).ShouldContain(id, string.Join('\n', found.Select(diagnostic => diagnostic.ToString())));
    }
}
