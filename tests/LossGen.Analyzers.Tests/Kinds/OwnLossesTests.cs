using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Functions of a program's own that compute y·log(p) or a sum of it: what they are given is named where they are called.</summary>
public class OwnLossesTests
{
    private const string XLogY = "static double XLogY(double x, double y) { return x * Math.Log(y); } ";

    private const string CrossEntropy = """
        static double CrossEntropy(double[] predicted, double[] expected)
        {
            double loss = 0;
            for (int i = 0; i < expected.Length; i++) loss -= expected[i] * Math.Log(Math.Max(predicted[i], 1e-12));
            return loss / expected.Length;
        }

        """;

    private const string Softmax =
        "static double[] Softmax(double[] z) { double m = z.Max(); var e = z.Select(x => Math.Exp(x - m)).ToArray(); double s = e.Sum(); return e.Select(x => x / s).ToArray(); } ";

    [Theory]
    [InlineData("static double LogLoss(double[] labels, double[] probs) { double sum = 0; for (int i = 0; i < labels.Length; i++) sum += XLogY(labels[i], probs[i]); return -sum; }")]
    [InlineData("static double LogLoss(double[][] labels, double[][] predicted) { double sum = 0; for (int i = 0; i < labels.Length; i++) for (int j = 0; j < labels[i].Length; j++) sum += XLogY(labels[i][j], predicted[i][j]); return -sum; }")]
    public async Task A_product_with_a_logarithm_is_told_by_what_it_is_given(string method) =>
        (await Net.Found(Class(XLogY + method))).Select(diagnostic => diagnostic.Id).ShouldBe(["LG1015"]);

    [Fact]
    public async Task Both_halves_of_a_cross_entropy_are_one_report() => (await Net.Found(Class(XLogY + """
        static double LogLoss(double[] labels, double[] probs)
        {
            double sum = 0;
            for (int i = 0; i < labels.Length; i++) sum += XLogY(labels[i], probs[i]) + XLogY(1 - labels[i], 1 - probs[i]);
            return -sum;
        }
        """))).Select(diagnostic => diagnostic.Id).ShouldBe(["LG1015"]);

    [Theory]
    [InlineData("static double LogLoss(double[] labels, double[] probs) { double sum = 0; for (int i = 0; i < labels.Length; i++) sum += XLogY(labels[i], Math.Max(probs[i], 1e-12)); return -sum; }")]
    [InlineData("static double LogLoss(double[] labels, double[] probs) { double sum = 0; for (int i = 0; i < labels.Length; i++) if (probs[i] > 0) sum += XLogY(labels[i], probs[i]); return -sum; }")]
    [InlineData("static double Score(double[] labels, double[] sizes) { double sum = 0; for (int i = 0; i < labels.Length; i++) sum += XLogY(labels[i], sizes[i]); return -sum; }")]
    [InlineData("static double Growth(double rate, double total) => XLogY(rate, total);")]
    public Task Others_are_silent(string method) => Silent(XLogY + method);

    // Which argument the logarithm is taken of is written in the loss.
    [Theory]
    [InlineData("static double Score(double[] labels, double[] predictions) => {|LG2208:CrossEntropy(labels, predictions)|};")]
    [InlineData("static double Score(double[] labels, double[] logits) => {|LG2208:CrossEntropy(labels, Softmax(logits))|};")]
    [InlineData("static double Total(double[][] targets, double[][] probs) { double all = 0; for (int n = 0; n < targets.Length; n++) all += {|LG2208:CrossEntropy(targets[n], probs[n])|}; return all; }")]
    [InlineData("static double Score(double[] label, double[] output) => {|LG2208:CrossEntropy(label, output)|};")]
    public Task Swapped_arguments_of_an_own_loss_are_reported(string method) => (Net with { Ids = ["LG2208"] }).Reports(Class(Softmax + CrossEntropy + method));

    [Theory]
    [InlineData("static double Score(double[] labels, double[] predictions) => CrossEntropy(predictions, labels);")]
    [InlineData("static double Score(double[] y, double[] output) => CrossEntropy(y, output);")]
    [InlineData("static double Score(double[] first, double[] second) => CrossEntropy(first, second);")]
    [InlineData("static double Score(double[] predicted, double[] smoothed) => CrossEntropy(smoothed, predicted);")]
    [InlineData("static double Distil(double[] labels, double[] teacher) => CrossEntropy(labels, teacher);")]
    [InlineData("static double ReverseCrossEntropy(double[] labels, double[] predictions) => CrossEntropy(labels, predictions);")]
    public async Task Others_get_what_they_take(string method) =>
        (await (Net with { Ids = ["LG2208"] }).Found(Class(Softmax + CrossEntropy + method))).ShouldBeEmpty();

    // What is added to an element and what is added to its complement are one epsilon, whatever it is called.
    [Theory]
    [InlineData("void Gradient(float[] label, float[] output, float[] grad) { for (int i = 0; i < grad.Length; i++) grad[i] = {|LG1105:-label[i] / (output[i] + Missing.Correction) + (1 - label[i]) / (1 - output[i] + Missing.Correction)|}; }")]
    [InlineData("void Gradient(float[] label, float[] probs, float[] grad) { for (int i = 0; i < grad.Length; i++) grad[i] = {|LG1105:(1 - label[i]) / (1 - probs[i] + 1e-7f) - label[i] / (probs[i] + 1e-7f)|}; }")]
    public Task Guarded_elements_are_the_same_as_bare_ones(string method) => (Net with { MayBeBroken = true, Ids = ["LG1105"] }).Reports(Class(method));

    [Fact]
    public async Task An_epsilon_may_be_called_a_correction() => (await (Net with { MayBeBroken = true }).Found(Class(
        "static double CrossEntropy(double[] labels, double[] probs) { double l = 0; for (int i = 0; i < labels.Length; i++) l += -Math.Log(probs[i] + Missing.ZERO_CORRECTION) * labels[i]; return l; }")))
        .Select(diagnostic => diagnostic.Id).ShouldContain("LG1201");

    [Fact]
    public async Task Another_constant_is_not() => (await (Net with { MayBeBroken = true }).Found(Class(
        "static double CrossEntropy(double[] labels, double[] probs) { double l = 0; for (int i = 0; i < labels.Length; i++) l += -Math.Log(probs[i] + Missing.Offset) * labels[i]; return l; }")))
        .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("LG", System.StringComparison.Ordinal)).ShouldBeEmpty();

    // The sign of a gradient may come in the next statement.
    [Theory]
    [InlineData("static double[] CrossEntropyBackward(double[] label, double[] probs) { var g = new double[label.Length]; for (int i = 0; i < g.Length; i++) g[i] = label[i] / probs[i]; return g.Select(v => -v).ToArray(); }")]
    public async Task A_gradient_gets_its_sign_later(string method) => (await Net.Found(Class(method))).Select(diagnostic => diagnostic.Id).ShouldContain("LG1105");

    // −y/(p + ε) times p goes to 0 with p, instead of to −y.
    [Theory]
    [InlineData("p + 1e-10", "below the epsilon")]
    [InlineData("p", "rounded to 0")]
    public async Task An_epsilon_makes_a_gradient_vanish(string divisor, string reason) =>
        (await Net.Found(Class($"static double CrossEntropyGradient(double y, double p) => -y / ({divisor});"))).Single(found => found.Id == "LG1105")
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(reason);

    [Theory]
    [InlineData("static double[] Weights(double[] label, double[] probs) { var g = new double[label.Length]; for (int i = 0; i < g.Length; i++) g[i] = label[i] / probs[i]; return g; }")]
    [InlineData("static double[] PoissonBackward(double[] label, double[] probs) { var g = new double[label.Length]; for (int i = 0; i < g.Length; i++) g[i] = 1 - label[i] / probs[i]; return g; }")]
    public Task A_ratio_is_no_gradient(string method) => Silent(method);
}
