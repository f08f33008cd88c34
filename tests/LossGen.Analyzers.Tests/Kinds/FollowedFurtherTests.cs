using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>Kinds of code in which something got lost on the way: each with what must stay silent.</summary>
public class FollowedFurtherTests
{
    // That p is not above 1, or not below 0, does not tell it from 0.
    [Theory]
    [InlineData("static double Clip(double x) { if (x > 1) return 1 - 1e-7; if (x < 0) return 1e-7; return x; } static double CrossEntropy(double p, double y) { p = Clip(p); return -y * Math.Log(p); }")]
    [InlineData("static double CrossEntropy(double p, double y) => -y * Math.Log(p > 1 ? 1 - 1e-7 : p < 0 ? 1e-7 : p);")]
    [InlineData("static double NllLoss(double[] probs, int y) { if (probs[y] < 0) throw new ArgumentException(); return -Math.Log(probs[y]); }")]
    public Task A_check_that_lets_0_through_is_no_guard(string members) => Speaks(members, "LG1015");

    [Theory]
    [InlineData("static double Clip(double x) { if (x > 1) return 1 - 1e-7; if (x <= 0) return 1e-7; return x; } static double CrossEntropy(double p, double y) { p = Clip(p); return -y * Math.Log(p); }")]
    [InlineData("static double CrossEntropy(double p, double y) => -y * Math.Log(p > 1 ? 1 - 1e-7 : p < 1e-7 ? 1e-7 : p);")]
    [InlineData("static double NllLoss(double[] probs, int y) { if (probs[y] == 0) return 100; return -Math.Log(probs[y]); }")]
    [InlineData("static double NllLoss(double[] probs, int y) { if (!(probs[y] > 0)) throw new ArgumentException(); return -Math.Log(probs[y]); }")]
    [InlineData("static double NllLoss(double[] probs, int y, double least) { if (probs[y] < least) return 100; return -Math.Log(probs[y]); }")]
    public Task A_check_that_stops_0_is_one(string members) => Silent(members);

    // An epsilon in an entropy moves nothing: p·log(p + ε) goes to 0 as p·log(p) does.
    [Theory]
    [InlineData("Tensor probs = nn.functional.softmax(x, 1); return -(probs * torch.log(probs + 1e-8)).sum(1).mean();")]
    [InlineData("var p = x.softmax(-1); return (p * torch.log(p.clamp(min: 1e-9))).sum(-1);")]
    public async Task An_entropy_with_an_epsilon_is_silent(string statements) => (await Torch.Found(TorchBody(statements))).ShouldBeEmpty();

    [Theory]
    [InlineData("Tensor probs = nn.functional.softmax(x, 1); return {|LG1001:torch.log(probs + 1e-8)|}.gather(1, y);")]
    [InlineData("Tensor probs = nn.functional.softmax(x, 1); return -(y * {|LG1001:torch.log(probs + 1e-8)|}).sum(1).mean();")]
    [InlineData("Tensor probs = nn.functional.softmax(x, 1); return -(probs * {|LG1001:torch.log(probs)|}).sum(1).mean();")]
    public Task Other_logarithms_with_one_are_not(string statements) => Torch.Reports(TorchBody(statements));

    // [.. sequence] is sequence.ToArray().
    [Theory]
    [InlineData("static float[] Softmax(float[] z) { float s = z.Select(x => MathF.Exp(x)).Sum(); return [.. z.Select(x => MathF.Exp(x) / s)]; }", "LG1101")]
    [InlineData("static double Nll(double[] z, int k) { double m = z.Max(); double[] e = [.. z.Select(x => Math.Exp(x - m))]; double s = e.Sum(); double[] p = [.. e.Select(x => x / s)]; return -Math.Log(p[k]); }", "LG1001")]
    public Task A_spread_is_followed(string member, string id) => Speaks(member, id);

    [Theory]
    [InlineData("static double[] Softmax(double[] z) { double m = z.Max(); double[] e = [.. z.Select(x => Math.Exp(x - m))]; double s = e.Sum(); return [.. e.Select(x => x / s)]; }")]
    [InlineData("static double Nll(double[] z, int k) { double m = z.Max(); double[] e = [.. z.Select(x => Math.Exp(x - m))]; double[] q = [1.0, .. e]; return m + Math.Log(q.Sum()) - z[k]; }")]
    public Task A_stable_spread_is_silent(string member) => Silent(member);

    // A sum gets its sign where it is used.
    [Theory]
    [InlineData("static float NllLoss(float[] predicted) { float loss = 0; int n = predicted.Length; for (int i = 0; i < n; i++) loss += (float)Math.Log(predicted[i]); loss /= -n; return loss; }")]
    [InlineData("static double NllLoss(double[] probs) { double s = 0; foreach (double p in probs) { s += Math.Log(p); } return -s / probs.Length; }")]
    [InlineData("static double NllLoss(double[] probs) { double s = 0; foreach (double p in probs) { s = s + Math.Log(p); } s = -s; return s; }")]
    public Task A_sum_that_is_negated_later_is_a_loss(string member) => Speaks(member, "LG1015");

    [Theory]
    [InlineData("static double LogLikelihood(double[] probs) { double s = 0; foreach (double p in probs) { s += Math.Log(p); } return s; }")]
    [InlineData("static double LogLoss(double[] probs) { double s = 0; foreach (double p in probs) { s += Math.Log(p); } if (s > 0) return s; return -s; }")]
    [InlineData("static double LogScore(double[] sizes) { double s = 0; foreach (double p in sizes) { s += Math.Log(p); } return -s; }")]
    public Task Others_are_silent(string member) => Silent(member);

    // What a method of the program only reads is the same in every pass of a loop.
    [Fact]
    public Task An_array_that_a_method_reads_keeps_what_it_holds() => Speaks("""
        static double[] Softmax(double[] z) { double m = z.Max(); var e = z.Select(x => Math.Exp(x - m)).ToArray(); double s = e.Sum(); return e.Select(x => x / s).ToArray(); }
        static double Slope(double[] p, int t, int k) { if (t == k) return p[t] * (1 - p[t]); return -p[t] * p[k]; }
        static double[] Gradient(double[] z, int t, double a) { double[] p = Softmax(z); var g = new double[z.Length]; for (int k = 0; k < z.Length; k++) g[k] = Slope(p, t, k) * a / p[t]; return g; }
        """, "LG1105");

    [Theory]
    [InlineData("static void Refill(double[] p, double v) { for (int i = 0; i < p.Length; i++) p[i] = v; }")]
    [InlineData("static void Refill(double[] p, double v) { Array.Fill(p, v); }")]
    public Task One_that_a_method_writes_does_not(string writes) => Silent(writes + """
        static double[] Softmax(double[] z) { double m = z.Max(); var e = z.Select(x => Math.Exp(x - m)).ToArray(); double s = e.Sum(); return e.Select(x => x / s).ToArray(); }
        static double Sum(double[] z) { double[] w = Softmax(z); double s = 0; for (int k = 0; k < z.Length; k++) { Refill(w, k + 1); s += Math.Log(w[k]); } return s; }
        """);

    // A part that begins at a constant, or in a slice, is a row like any other.
    [Theory]
    [InlineData("static void Softmax(Span<float> m) { var z = m.Slice(5); float s = 0; for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i]); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static void Softmax(float[] x, int n) { float s = 0; for (int i = 0; i < n; i++) { x[5 + i] = MathF.Exp(x[5 + i]); s += x[5 + i]; } for (int i = 0; i < n; i++) x[5 + i] /= s; }")]
    [InlineData("static void Softmax(float[] x, int n) { float s = 0; for (int i = 0; i < n; i++) s += MathF.Exp(x[i + 5]); for (int i = 0; i < n; i++) x[i + 5] = MathF.Exp(x[i + 5]) / s; }")]
    public Task A_softmax_of_a_part_is_one(string member) => Speaks(member, "LG1101");

    // Shifted, or of numbers that the loop itself has made: the next of a chain, and an index that the body moves.
    [Theory]
    [InlineData("static void Softmax(Span<float> m) { var z = m.Slice(5); float top = float.NegativeInfinity, s = 0; for (int i = 0; i < z.Length; i++) top = Math.Max(top, z[i]); for (int i = 0; i < z.Length; i++) { z[i] = MathF.Exp(z[i] - top); s += z[i]; } for (int i = 0; i < z.Length; i++) z[i] /= s; }")]
    [InlineData("static void Chain(float[] x, int n) { float s = 0; for (int i = 0; i < n; i++) { x[i + 1] = MathF.Exp(-x[i]); s += x[i + 1]; } for (int i = 0; i < n; i++) x[i + 1] /= s; }")]
    [InlineData("static void Steps(double[] x, int n) { double s = 0; int k = 5; for (int i = 0; i < n; i++) { x[k + 1] = Math.Exp(x[k + 1]); k--; s += x[k + 1]; } for (int i = 0; i < n; i++) x[i] /= s; }")]
    public Task Others_of_parts_are_silent(string member) => Silent(member);

    // The derivative of a softmax over the softmax is 0/0; a ratio of two policies is not it.
    [Theory]
    [InlineData("static double Ratio(double[] z, double[] old, int a) { double[] p = Softmax(z), q = Softmax(old); return p[a] * (1 - p[a]) / q[a]; }")]
    [InlineData("static double Share(double[] z, int a) { double[] p = Softmax(z); return p[a] / p.Max(); }")]
    public Task Other_quotients_of_a_softmax_are_silent(string member) =>
        Silent("static double[] Softmax(double[] z) { double m = z.Max(); var e = z.Select(x => Math.Exp(x - m)).ToArray(); double s = e.Sum(); return e.Select(x => x / s).ToArray(); } " + member);

    [Fact]
    public Task A_method_called_with_something_missing_is_still_a_logarithm() =>
        (Net with { MayBeBroken = true, Ids = ["LG1002"] }).Reports(Class("""
            static float SafeLog(float x) => (float)Math.Log(x + 1e-5);
            static float Score(Missing m) { var f = m.Dot(); f = 1f / (1 + (float)Math.Exp(-f)); return {|LG1002:SafeLog(1f - f)|}; }
            """));

    [Fact]
    public async Task One_logarithm_of_a_complement_is_one_report() =>
        (await Net.Found(Class("static float SafeLog(float x) => (float)Math.Log(x + 1e-5); static float Score(float z) { float f = 1f / (1 + MathF.Exp(-z)); return SafeLog(1f - f); }")))
            .Select(diagnostic => diagnostic.Id).ShouldBe(["LG1002"]);

    [Fact]
    public async Task A_power_of_e_on_both_sides_of_a_quotient_is_one_report() =>
        (await Net.Found(Class("static double S(double x) => Math.Pow(Math.E, x) / (1 + Math.Pow(Math.E, x));"))).Select(diagnostic => diagnostic.Id).ShouldBe(["LG1007"]);

    [Fact]
    public async Task A_message_names_the_number_that_is_reached() =>
        (await Net.Found(Class("static double GanLoss(double predicted) => -Math.Log(1 - predicted);")))
            .ShouldHaveSingleItem().GetMessage().ShouldContain("rounded to 1;");

    [Theory]
    [InlineData("Tensor prediction, Tensor target", "var inputs = prediction.view(-1); var labels = target.view(-1); return {|LG2208:F.binary_cross_entropy_with_logits(labels, inputs)|};")]
    [InlineData("Tensor prediction, Tensor target", "var a = prediction.view(-1); var b = target.view(-1); return {|LG2208:F.binary_cross_entropy_with_logits(b, a)|};")]
    public Task Views_of_swapped_arguments_are_known(string parameters, string statements) => Torch.Reports(Takes(parameters, statements));

    [Theory]
    [InlineData("Tensor prediction, Tensor target", "var a = prediction.view(-1); var b = target.view(-1); return F.binary_cross_entropy_with_logits(a, b);")]
    [InlineData("Tensor source, Tensor target", "var a = source.view(-1); var b = target.view(-1); return F.binary_cross_entropy_with_logits(b, a);")]
    public Task Views_of_the_right_ones_are_silent(string parameters, string statements) => Torch.Reports(Takes(parameters, statements));

    private static string Takes(string parameters, string statements) =>
        "using TorchSharp; using static TorchSharp.torch; using F = TorchSharp.torch.nn.functional; class C { Tensor M(" + parameters + ") { " + statements + " } }";

    private static async Task Speaks(string members, string id)
    {
        Diagnostic[] found = [.. await Net.Found(Class(members))];
        found.Select(diagnostic => diagnostic.Id).ShouldContain(id, string.Join('\n', found.Select(diagnostic => diagnostic.ToString())));
    }
}
