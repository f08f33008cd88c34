using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Guards that keep a value from one fault and not from another, or on one way and not on the other.</summary>
public class PartialGuardsTests
{
    // A comparison with the target tells a probability from no number.
    [Theory]
    [InlineData("static double Loss(double output, double target) { if (output == target) return 0; return -(target * Math.Log(output) + (1 - target) * Math.Log(1 - output)); }")]
    [InlineData("static double Loss(double output, double target) { if (target == 0 || output == target) return 0; return -target * Math.Log(output); }")]
    [InlineData("static double CrossEntropy(double[] p, double[] y) { double loss = 0; for (int i = 0; i < p.Length; i++) { if (p[i] != y[i]) loss -= y[i] * Math.Log(p[i]); } return loss; }")]
    [InlineData("static double CrossEntropy(double p, double y) => p == y ? 0 : -y * Math.Log(p) - (1 - y) * Math.Log(1 - p);")]
    public Task A_probability_that_is_not_the_target_may_be_0(string member) => Speaks(member, "LG1015");

    // Kept from 0 alone, log(1 − p) is −∞ at 1.
    [Theory]
    [InlineData("static double Loss(double[] outputs, double[] expected) { double e = 0; for (int i = 0; i < outputs.Length; i++) { var o = outputs[i]; if (o == 0) { o = 0.0001; } e += expected[i] * Math.Log(o) + (1 - expected[i]) * Math.Log(1 - o); } return -e; }")]
    [InlineData("static double Bce(double p, double y) { double q = p == 0 ? 1e-9 : p; return -(y * Math.Log(q) + (1 - y) * Math.Log(1 - q)); }")]
    [InlineData("static double Bce(double p, double y) { if (p == 1) { p = 0.9999; } return -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)); }")]
    public Task A_probability_kept_from_one_end_only_is_reported(string member) => Speaks(member, "LG1015");

    [Theory]
    [InlineData("static double Bce(double p, double y) { if (p == 0) { p = 1e-9; } if (p == 1) { p = 1 - 1e-9; } return -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)); }")]
    [InlineData("static double Bce(double p, double y) { if (p == 0 || p == 1) { return 0; } return -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)); }")]
    [InlineData("static double CrossEntropy(double p, double y) { double q = p == 0 ? 1e-9 : p; return -y * Math.Log(q); }")]
    [InlineData("static double Entropy(double[] p) => -p.Sum(v => v == 0 ? 0 : v * Math.Log(v));")]
    [InlineData("static double Bce(double p, double y) { if (p <= 0 || p >= 1) { return 0; } return -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)); }")]
    public Task A_probability_kept_from_both_ends_is_not(string member) => Silent(member);

    // Nobody replaces an epsilon by another kind of number.
    [Theory]
    [InlineData("public static double NEAR_ZERO = Math.Pow(10, -10); static double CrossEntropy(double[] target, double[] predicted) => -target.Zip(predicted).Select(x => Math.Log(x.Second + NEAR_ZERO) * x.First).Sum();")]
    [InlineData("public double Correction { get; set; } = 1e-9; double Loss(double[] predicted, int label) => -Math.Log(predicted[label] + Correction);")]
    [InlineData("public static class Utility { public static float Correction = 1e-7f; } static double CrossEntropy(float[] y, float[] p) { double loss = 0; for (int i = 0; i < y.Length; i++) loss -= y[i] * MathF.Log(p[i] + Utility.Correction); return loss; }")]
    public Task An_epsilon_in_a_public_field_is_one(string members) => Speaks(members, "LG1201");

    // A number of another size is a parameter, which others may set.
    [Fact]
    public Task A_pseudo_count_in_a_public_field_is_none() =>
        Silent("public static double Smoothing = 1; static double Loss(double[] predicted, int label) => -Math.Log(predicted[label] + Smoothing);");

    // The densities of a mixture, all of which are 0 for a point far out.
    [Theory]
    [InlineData("double[] w, mu, s; double LogLikelihood(double[] data) { double total = 0; for (int i = 0; i < data.Length; i++) { double l = 0; for (int k = 0; k < w.Length; k++) l += w[k] * Density(data[i], k); total += Math.Log(l); } return total; } double Density(double x, int k) => Math.Exp(-Math.Pow(x - mu[k], 2) / (2 * s[k])) / Math.Sqrt(2 * Math.PI * s[k]);")]
    [InlineData("static double LogLikelihood(double x, double[] w, double[] mu) => Math.Log(w.Select((v, k) => v * Math.Exp(-0.5 * (x - mu[k]) * (x - mu[k]))).Sum());")]
    [InlineData("static double Nll(double[] logits, double[] w) { double s = 0; for (int k = 0; k < w.Length; k++) { s += w[k] * Math.Exp(logits[k]); } return -Math.Log(s); }")]
    public Task A_logarithm_of_a_mixture_is_reported(string members) => Speaks(members, "LG1003");

    [Theory]
    [InlineData("static double LogLikelihood(double x, double[] w, double[] z) { double m = z.Max(); double s = 0; for (int k = 0; k < w.Length; k++) s += w[k] * Math.Exp(z[k] - m); return m + Math.Log(s); }")]
    [InlineData("static double LogLikelihood(double x, double[] w, double[] z) { double s = 0; for (int k = 0; k < w.Length; k++) s += w[k] * Math.Exp(z[k]); return s > 0 ? Math.Log(s) : -1e9; }")]
    [InlineData("static double Forward(double[] rate, double[] t) { double s = 0; for (int k = 0; k < t.Length; k++) s += rate[k] * Math.Exp(-t[k]); return Math.Log(s); }")]
    public Task A_mixture_that_is_shifted_or_checked_is_not(string members) => Silent(members);

    // Rescaled on one way only
    [Theory]
    [InlineData("static double[] Softmax(double[] v, bool rescale) { if (rescale) { double lo = v.Min(), hi = v.Max(); v = v.Select(x => (x - lo) / (hi - lo)).ToArray(); } double s = v.Sum(x => Math.Exp(x)); return v.Select(x => Math.Exp(x) / s).ToArray(); }")]
    [InlineData("static double[] Softmax(double[] v, bool shift) { var e = new double[v.Length]; double m = v.Max(), s = 0; for (int i = 0; i < v.Length; i++) { double x = shift ? v[i] - m : v[i]; e[i] = Math.Exp(x); s += e[i]; } for (int i = 0; i < v.Length; i++) e[i] /= s; return e; }")]
    public Task A_softmax_that_is_shifted_on_one_way_only_is_reported(string member) => Speaks(member, "LG1101");

    [Theory]
    [InlineData("static double[] Softmax(double[] v, bool[] mask) { var e = new double[v.Length]; double m = v.Max(), s = 0; for (int i = 0; i < v.Length; i++) { double x = mask[i] ? v[i] - m : -1e9; e[i] = Math.Exp(x); s += e[i]; } for (int i = 0; i < v.Length; i++) e[i] /= s; return e; }")]
    [InlineData("static double[] Softmax(double[] v, double t) { var e = new double[v.Length]; double m = v.Max(), s = 0; for (int i = 0; i < v.Length; i++) { double x = t == 1 ? v[i] - m : (v[i] - m) / t; e[i] = Math.Exp(x); s += e[i]; } for (int i = 0; i < v.Length; i++) e[i] /= s; return e; }")]
    public Task A_softmax_that_is_shifted_on_every_way_is_not(string member) => Silent(member);

    // 1 − t/o is the gradient of a Poisson loss, with respect to no logits of a softmax.
    [Fact]
    public Task The_gradient_of_another_loss_is_no_cross_entropys() => Silent("""
        public class Poisson
        {
            public double Compute(double target, double output) => output - target * Math.Log(output);

            public double Derivative(double target, double output) => 1.0 - (target / output);
        }
        """);

    private static async Task Speaks(string members, string id)
    {
        Diagnostic[] found = [.. await Net.Found(Class(members))];
        found.Select(diagnostic => diagnostic.Id).ShouldContain(id, string.Join('\n', found.Select(diagnostic => diagnostic.ToString())));
    }
}
