using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Facts about arrays, calls and names without which a value was lost: each with its nearest innocent look-alike.</summary>
public class KeptInSightTests
{
    private const string Checked = """
        private static bool AreOfOneSize(float[,] a, float[,] b)
        {
            for (int i = 0; i < a.Rank; i++)
            {
                if (a.GetLength(i) != b.GetLength(i)) return false;
            }
            return true;
        }

        """;

    // A question about an array changes nothing in it, and a method left from within a loop finds what no pass writes as it was.
    [Theory]
    [InlineData("static void Gradient(float[,] labels, float[,] probs, float[] grad) { if (!AreOfOneSize(labels, probs)) throw new ArgumentException(); for (int r = 0; r < labels.GetLength(0); r++) for (int c = 0; c < grad.Length; c++) grad[c] = -labels[r, c] / (probs[r, c] + 1e-7f); }")]
    [InlineData("static void Gradient(float[] labels, float[] probs, float[] grad) { foreach (float p in probs) { if (Array.IndexOf(probs, p) > 9) return; } for (int c = 0; c < grad.Length; c++) grad[c] = -labels[c] / (probs[c] + 1e-7f); }")]
    public Task An_array_that_is_only_asked_keeps_what_it_holds(string method) => Speaks(Checked + method, "LG1105");

    [Theory]
    [InlineData("static double Sum(double[] z) { double[] w = Softmax(z); double s = 0; for (int k = 0; k < z.Length; k++) { Array.Fill(w, k + 1.0); s += Math.Log(w[k]); } return s; }")]
    [InlineData("static double Sum(double[] z) { double[] w = Softmax(z); double s = 0; for (int k = 0; k < z.Length; k++) { Array.Copy(z, w, k); s += Math.Log(w[k]); } return s; }")]
    [InlineData("static bool Refill(double[] w, double v) { for (int k = 0; k < w.Length; k++) { w[k] = v; if (v > k) return true; } return false; } static double Sum(double[] z) { double[] w = Softmax(z); return Refill(w, z[0]) ? Math.Log(w[1]) : 0; }")]
    public Task One_that_is_written_does_not(string methods) => Silent(Softmax + methods);

    // In what is called a cross-entropy, the two distributions may have any names.
    [Theory]
    [InlineData("static double CrossEntropy(double[] p, double[] hat) { double h = 0; for (int i = 0; i < p.Length; i++) { double part = -p[i] * Math.Log(hat[i]); h += part; } return h; }")]
    [InlineData("static double CrossEntropy(double[] from, double[] to) { double h = 0; for (int i = 0; i < from.Length; i++) { h -= from[i] * Math.Log(to[i]); } return h; }")]
    [InlineData("static double CrossEntropy(double a, double b) => -a * Math.Log(b);")]
    public Task A_cross_entropy_of_any_two_is_one(string method) => Speaks(method, "LG1015");

    [Theory]
    [InlineData("static double Score(double[] from, double[] to) { double h = 0; for (int i = 0; i < from.Length; i++) { h -= from[i] * Math.Log(to[i]); } return h; }")]
    [InlineData("static double CrossEntropyWeight(double[] n, double[] counts) { double h = 0; for (int i = 0; i < n.Length; i++) { h -= n[i] * Math.Log(counts[i]); } return h; }")]
    [InlineData("static double CrossEntropyLimit(double[] from, double[] to, int k) { double h = 0; for (int i = 0; i < from.Length; i++) { h -= from[i] * Math.Log(to[k]); } return h; }")]
    [InlineData("static double CrossEntropy(double[] from, double[] to) { double h = 0; for (int i = 0; i < from.Length; i++) { h -= from[i] * Math.Log(Math.Max(to[i], 1e-9)); } return h; }")]
    public Task Others_of_two_are_silent(string method) => Silent(method);

    // A product may be a call of any such name, and a conversion keeps the name of what is converted.
    [Theory]
    [InlineData("Missing CrossEntropyLoss(Missing labels, Missing output) => labels.MultiplyBy({|LG1015:output.ToVector().Log()|}).Negate().Sum();")]
    [InlineData("Missing CrossEntropyLoss(Missing labels, Missing output) => -labels.HadamardProduct({|LG1015:output.Log()|}).Sum();")]
    [InlineData("Missing CrossEntropyLoss(Missing labels, Missing output) => -labels.Dot({|LG1015:output.Log()|});")]
    public Task A_product_by_any_name_is_one(string member) => Broken.Reports(Class(member));

    [Theory]
    [InlineData("Missing Score(Missing scale, Missing sizes) => scale.MultiplyBy(sizes.Log()).Sum();")]
    [InlineData("Missing CrossEntropyLoss(Missing labels, Missing output) => labels.CrossProduct(output.Log());")]
    [InlineData("Missing TotalLoss(Missing weights, Missing totals) => -weights.Dot(totals.ToVector().Log());")]
    public Task Products_of_other_things_are_silent(string member) => Silent(member, Broken);

    // An object that is called a sigmoid computes one, whatever the method that uses it is called.
    [Theory]
    [InlineData("private Missing logisticFunction; Missing Loss(Missing x) => x.Each(v => {|LG1002:Math.Log(logisticFunction.Compute(v))|});")]
    [InlineData("private Missing sigmoid; double Loss(double x) => -{|LG1002:Math.Log(sigmoid.Forward(x))|};")]
    [InlineData("public Missing Sigmoid { get; set; } double Loss(double x) => -{|LG1002:Math.Log(Math.Abs(1.0 - Sigmoid.Apply(x)))|};")]
    public Task An_object_called_a_sigmoid_is_one(string members) => Broken.Reports(Class(members));

    [Theory]
    [InlineData("private Missing sigmoid; double Rate(double x) => Math.Log(sigmoid.Slope(x));")]
    [InlineData("private Missing logisticRegression; double Rate(double x) => Math.Log(logisticRegression.Compute(x));")]
    [InlineData("private Missing sigmoidTable; double Rate(double x) => Math.Log(sigmoidTable.Evaluate(x));")]
    [InlineData("private Missing function; double Rate(double x) => Math.Log(Math.Abs(1.0 - function.Compute(x)));")]
    public Task Objects_with_longer_names_are_not(string members) => Silent(members, Broken);

    // (e₀ + … + eᵢ)/Σe, as where an action is drawn, is a softmax summed up.
    [Theory]
    [InlineData("static int Draw(double[] q, double t, double at) { var e = q.Select(v => Math.Exp(v / t)).ToArray(); double sum = e.Sum(), sofar = 0; for (int i = 0; i < e.Length; i++) { sofar += e[i]; if (sofar / sum > at) return i; } return 0; }")]
    [InlineData("static double[] Steps(double[] q) { double sum = 0; for (int i = 0; i < q.Length; i++) sum += Math.Exp(q[i]); var steps = new double[q.Length]; double sofar = 0; for (int i = 0; i < q.Length; i++) { sofar += Math.Exp(q[i]); steps[i] = sofar / sum; } return steps; }")]
    public Task A_running_sum_over_the_whole_is_a_softmax(string method) => Speaks(method, "LG1101");

    [Theory]
    [InlineData("static int Draw(double[] q, double at) { double m = q.Max(); var e = q.Select(v => Math.Exp(v - m)).ToArray(); double sum = e.Sum(), sofar = 0; for (int i = 0; i < e.Length; i++) { sofar += e[i]; if (sofar / sum > at) return i; } return 0; }")]
    [InlineData("static int Draw(double[] w, double at) { double sum = w.Sum(), sofar = 0; for (int i = 0; i < w.Length; i++) { sofar += w[i]; if (sofar / sum > at) return i; } return 0; }")]
    [InlineData("static double[] Decays(double[] t) { double sum = t.Sum(v => Math.Exp(-v)), sofar = 0; var r = new double[t.Length]; for (int i = 0; i < t.Length; i++) { sofar += Math.Exp(-t[i]); r[i] = sofar / sum; } return r; }")]
    public Task Other_running_sums_are_silent(string method) => Silent(method);

    // A class says what its Forward computes, and its output is as good as a result.
    [Theory]
    [InlineData("public class Softmax : Layer { public override void Forward(Missing x) { base.Forward(x); Output = {|LG2105:1 / (1 + Exp(-x))|}; } }")]
    [InlineData("public class SoftmaxActivation { public double Compute(double x) => {|LG2105:1 / (1 + Math.Exp(-x))|}; }")]
    public Task A_class_called_softmax_that_computes_sigmoids_is_reported(string type) => Broken.Reports(Class(type));

    [Theory]
    [InlineData("public class Sigmoid : Layer { public override void Forward(Missing x) { base.Forward(x); Output = 1 / (1 + Exp(-x)); } }")]
    [InlineData("public class Softmax { public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x)); }")]
    [InlineData("public class Softmax : Layer { public override void Forward(Missing x) { Gate = 1 / (1 + Exp(-x)); } }")]
    public Task Other_sigmoids_are_silent(string type) => Silent(type, Broken);

    // x[a..b] is x.Slice(a, b − a); of an array it is a copy.
    [Theory]
    [InlineData("static void Softmax(Span<float> x) { var z = x[5..]; float s = 0; for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i]); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static void Softmax(Span<float> x, int a, int b) { var z = x[a..b]; float s = 0; for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i]); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static void Softmax(Span<float> x) { var z = x[..^1]; float s = 0; for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i]); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static void Softmax(float[] x) { var z = x[5..]; float s = 0; for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i]); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    public Task A_softmax_in_a_range_is_one(string method) => Speaks(method, "LG1101");

    [Theory]
    [InlineData("static void Softmax(Span<float> x) { var z = x[5..]; float m = float.NegativeInfinity, s = 0; for (int i = 0; i < z.Length; i++) m = Math.Max(m, z[i]); for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i] - m); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static double Sum(double[] z) { double[] p = Softmax(z); var part = p[2..]; for (int i = 0; i < part.Length; i++) part[i] = 1 + i; double s = 0; for (int i = 0; i < part.Length; i++) s += Math.Log(part[i]); return s; }")]
    public Task Others_in_a_range_are_silent(string method) => Silent(Softmax + method);

    private const string Softmax =
        "static double[] Softmax(double[] z) { double m = z.Max(); var e = z.Select(x => Math.Exp(x - m)).ToArray(); double s = e.Sum(); return e.Select(x => x / s).ToArray(); } ";

    private static readonly CodeTest Broken = Net with { MayBeBroken = true };

    private static async Task Speaks(string members, string id) => (await Net.Found(Class(members))).Select(diagnostic => diagnostic.Id).ShouldContain(id);
}
