using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>What says that a logarithm or a quotient belongs to a loss may stand elsewhere: where its variable is read, in a case label, in a caller.</summary>
public class EvidenceTests
{
    // The term goes on where the variable is read.
    [Theory]
    [InlineData("double Loss(double[] p, double[] y) { double s = 0; for (int i = 0; i < y.Length; i++) { double l = Math.Log(p[i]); s -= y[i] * l; } return s; }")]
    [InlineData("double Loss(double[] probs, int label) { double chosen = Math.Log(probs[label]); return -chosen; }")]
    [InlineData("double CrossEntropy(double[] predicted, double[] target) { double s = 0; for (int i = 0; i < target.Length; i++) { var l = Math.Log(predicted[i]); var term = target[i] * l; s += term; } return -s; }")]
    [InlineData("float CrossEntropy(Matrix truth, Matrix predicted) { Matrix logs = predicted.Log(); Matrix terms = truth * logs; return -terms.Sum(); } class Matrix { public double[] V = new double[4]; public Matrix Log() => null; public Matrix Exp() => null; public float Sum() => 0; public static Matrix operator *(Matrix a, Matrix b) => null; public static Matrix operator /(Matrix a, Matrix b) => null; }")]
    public Task A_logarithm_in_a_variable(string method) => Speaks(method, "LG1015");

    [Theory]
    [InlineData("double Loss(double[] mean, double[] y) { double s = 0; for (int i = 0; i < y.Length; i++) { double l = y[i] * Math.Log(mean[i]); s += mean[i] - l; } return s; }")]
    [InlineData("double Cost(double[] p, double[] y) { double s = 0; for (int i = 0; i < y.Length; i++) { if (p[i] <= 0) continue; double l = Math.Log(p[i]); s -= y[i] * l; } return s; }")]
    [InlineData("double Decibel(double[] power, double[] gain) { double s = 0; for (int i = 0; i < gain.Length; i++) { double l = Math.Log10(power[i]); s += gain[i] * l; } return s; }")]
    [InlineData("double Spread(double[] values) { double l = Math.Log(values[0]); return l * l - l; }")]
    public Task Another_logarithm_in_a_variable_is_silent(string method) => Net.Reports(Class(method));

    // What a branch computes, its label says.
    [Theory]
    [InlineData("double Of(Kind kind, double p, double t) { switch (kind) { case Kind.CrossEntropy: return -t * Math.Log(p); default: return p - t; } } enum Kind { CrossEntropy, Square }", "LG1015")]
    [InlineData("double Of(string kind, double p, double t) => kind switch { \"square\" => p - t, \"cross_entropy\" => -t * Math.Log(p), _ => 0 };", "LG1015")]
    [InlineData("double Of(Kind kind, double p, double q) { switch (kind) { case Kind.KullbackLeibler: return q * Math.Log(q / p); default: return p - q; } } enum Kind { KullbackLeibler, Square }", "LG1015")]
    public Task A_label_is_evidence(string members, string id) => Speaks(members, id);

    [Theory]
    [InlineData("double Of(Kind kind, double p, double t) { switch (kind) { case Kind.Poisson: return -t * Math.Log(p); default: return p - t; } } enum Kind { Poisson, Square }")]
    [InlineData("double Of(Kind kind, double x, double w) { switch (kind) { case Kind.Logarithmic: return w * Math.Log(x); default: return w * x; } } enum Kind { Logarithmic, Linear }")]
    public Task Another_label_is_silent(string members) => Net.Reports(Class(members));

    // A caller hands its own parameter on.
    [Theory]
    [InlineData("static double Calculate(double[] p, int[] y) { double s = 0; for (int i = 0; i < y.Length; i++) s += Of(p, y[i]); return s; } static double Of(double[] v, int y) { double c = Math.Clamp(v[y], 1e-7, 1); return -Math.Log(c); } static double Train(double[] x, int[] y) => Calculate(Softmax(x), y);")]
    public Task A_softmax_that_is_handed_on(string members) => Speaks(Softmax + members, "LG1001");

    [Theory]
    [InlineData("static double Calculate(double[] p, int[] y) { double s = 0; for (int i = 0; i < y.Length; i++) s += Of(p, y[i]); return s; } static double Of(double[] v, int y) { double c = Math.Clamp(v[y], 1e-7, 1); return -Math.Log(c); } static double Train(double[] x, int[] y) => Calculate(Softmax(x), y) + Calculate(x, y);")]
    [InlineData("static double Calculate(double[] p, int y, int n) => n == 0 ? Of(p, y) : Calculate(p, y, n - 1); static double Of(double[] v, int y) { double c = Math.Clamp(v[y], 1e-7, 1); return -Math.Log(c); }")]
    public Task What_others_hand_on_is_silent(string members) => Net.Reports(Class(Softmax + members));

    // Where all else says what it is, any name of a target will do.
    [Theory]
    [InlineData("class CategoricalCrossEntropy { double[] Backward(double[] y, double[] t) { var v = new double[y.Length]; for (int i = 0; i < y.Length; i++) { v[i] = -t[i] / y[i]; } return v; } }")]
    [InlineData("class CrossEntropy { double Derivative(double value, double ideal) => -ideal / value; }")]
    public Task A_gradient_by_its_place(string members) => Speaks(members, "LG1105");

    [Theory]
    [InlineData("class Motion { double[] Backward(double[] y, double[] t) { var v = new double[y.Length]; for (int i = 0; i < y.Length; i++) { v[i] = -t[i] / y[i]; } return v; } }")]
    [InlineData("class CrossEntropy { double Mean(double[] t, double count) => -t[0] / count; }")]
    [InlineData("class CrossEntropy { double Gradient(double t, double sum) => -t / sum; }")]
    public Task Another_quotient_is_silent(string members) => Net.Reports(Class(members));

    // Two branches, one for each outcome
    [Theory]
    [InlineData("static double Gradient(double prediction, double y) => y == 0 ? -1.0 / (1 - prediction + 1e-30) : 1.0 / (prediction + 1e-30);")]
    [InlineData("static void BinaryCrossEntropy(double[] outputs, bool[] labels, double[] slopes) { for (int i = 0; i < labels.Length; i++) { slopes[i] = labels[i] ? 1 / outputs[i] : -1 / (1 - outputs[i]); } }")]
    public Task A_gradient_of_either_outcome(string member) => Speaks(member, "LG1105");

    [Theory]
    [InlineData("static double Ease(double t) => t < 0.5 ? 1 / (1 - t) : 1 / t;")]
    [InlineData("static double Odds(double price, bool back) => back ? 1 / price : 1 / (1 - price);")]
    [InlineData("static double Gradient(double prediction, double y) => y == 0 ? 1.0 / (2 - prediction) : 1.0 / prediction;")]
    public Task Other_branches_are_silent(string member) => Net.Reports(Class(member));

    // A matrix that nobody declares, whose methods say what they do and change it
    [Theory]
    [InlineData("class BinaryCrossEntropyLoss { Matrix Derivative(Matrix y, Matrix p) { var d = Matrix.Subtract(p, y); d.Divide(Matrix.Multiply(p, Matrix.ScalarSubtract(1, p))); return d; } }", "LG1105")]
    [InlineData("class BinaryCrossEntropyLoss { double Loss(Matrix y, Matrix p) { var l = y.Copy(); var a = Matrix.Log(p); l.Multiply(a); var b = Matrix.Log(Matrix.Subtract(1, p)); l.Add(Matrix.ElementwiseMultiply(Matrix.Subtract(1, y), b)); return l.Average; } }", "LG1015")]
    [InlineData("class CrossEntropyLoss<T> : Base<T> { T Loss(T target, T predicted) => NumOps.Negate(NumOps.Multiply(target, NumOps.Log(predicted))); }", "LG1015")]
    [InlineData("class CrossEntropyLoss { Tensor Loss(ITensorBackend on, Tensor target, Tensor predicted) => on.Negate(on.Multiply(target, on.Log(predicted))); }", "LG1015")]
    [InlineData("class Net<T> { private readonly INumericOperations<T> ops; T Soft(T x) => ops.Log(ops.Add(ops.One, ops.Exp(x))); }", "LG1004")]
    public async Task A_matrix_that_is_missing(string classes, string id) => (await (Net with { MayBeBroken = true }).Found(classes)).Select(found => found.Id).ShouldContain(id);

    [Theory]
    [InlineData("class Blend { Matrix Mix(Matrix y, Matrix p) { var d = Matrix.Subtract(p, y); d.Divide(Matrix.Multiply(p, Matrix.Subtract(2, p))); return d; } }")]
    [InlineData("class Signal { double Level(Matrix y, Matrix p) { var l = y.Copy(); l.Multiply(Matrix.Log(p)); l.Add(y); return l.Average; } }")]
    [InlineData("class Signal<T> : Base<T> { T Level(T a, T b) => NumOps.Negate(NumOps.Multiply(a, NumOps.Log(b))); }")]
    [InlineData("class Net<T> { private readonly INumericOperations<T> ops; T Soft(T x) => ops.Log(ops.Add(ops.One, ops.Exp(ops.Negate(ops.Abs(x))))); }")]
    [InlineData("class Net { void Run(Engine engine, double x) { engine.Add(x, x); engine.Log(x); engine.Multiply(x, engine.Log(x)); } }")]
    public Task Another_missing_matrix_is_silent(string classes) => (Net with { MayBeBroken = true }).Reports(classes);

    // The probability and its epsilon in a variable
    [Theory]
    [InlineData("static double CrossEntropy(double[] y, double[] predicted) { double sum = 0; for (int i = 0; i < y.Length; i++) { var q = predicted[i] + 1e-15; sum -= y[i] * Math.Log(q); } return sum; }")]
    public Task An_epsilon_in_a_variable(string member) => Speaks(member, "LG1201");

    [Theory]
    [InlineData("static double Blend(double[] y, double[] far) { double sum = 0; for (int i = 0; i < y.Length; i++) { var q = far[i] + 1e-15; sum -= y[i] * Math.Log(q); } return sum; }")]
    public Task Another_variable_is_silent(string member) => Net.Reports(Class(member));

    // A double computed from a float is as coarse as the float.
    [Theory]
    [InlineData("static double L(float x) { float p = 1 / (1 + (float)Math.Exp(-x)); return Math.Log(1 - p); }", "16.6")]
    [InlineData("static double L(double x) { double p = 1 / (1 + Math.Exp(-x)); return Math.Log(1 - p); }", "36.7")]
    public async Task The_narrower_type_counts(string member, string limit) =>
        (await Net.Found(Class(member))).Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(limit);

    private const string Softmax = """
        static double[] Softmax(double[] z)
        {
            double m = z.Max();
            var e = z.Select(v => Math.Exp(v - m)).ToArray();
            double s = e.Sum();
            return e.Select(v => v / s).ToArray();
        }

        """;

    private static async Task Speaks(string members, string id) =>
        (await Net.Found(Class(members))).Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.Id).ShouldContain(id);
}
