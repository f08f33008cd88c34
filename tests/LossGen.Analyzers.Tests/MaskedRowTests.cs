using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class MaskedRowTests
{
    [Theory]
    [InlineData("return {|LG1106:x.masked_fill(y, double.NegativeInfinity).softmax(-1)|};")]
    [InlineData("var s = x.masked_fill(y, float.NegativeInfinity); return {|LG1106:F.log_softmax(s, 1)|};")]
    public Task Of_tensors_it_is_reported(string statements) => (Torch with { Enabled = ["LG1106"] }).Reports(TorchBody(statements));

    [Theory]
    [InlineData("return x.masked_fill(y, -1e4).softmax(-1);")]
    [InlineData("return x.softmax(-1);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => (Torch with { Enabled = ["LG1106"] }).Reports(TorchBody(statements));

    // What follows the masking of s: a softmax in place, by its own maximum.
    private const string Rest =
        "double sum = 0; for (int j = 0; j < x.Length; j++) { s[j] = Math.Exp(s[j] - m); sum += s[j]; } GUARD for (int j = 0; j < x.Length; j++) QUOTIENT; return s;";

    private static string Masked(string masking, string max, string guard = "", string quotient = "{|LG1106:s[j] /= sum|}") =>
        Class("static double[] S(double[] x, bool[] mask, int[] keep, int i, double least) { var s = new double[x.Length]; for (int j = 0; j < x.Length; j++) " + masking + " " + max + " "
            + Rest.Replace("GUARD", guard, System.StringComparison.Ordinal).Replace("QUOTIENT", quotient, System.StringComparison.Ordinal) + " }");

    [Theory]
    [InlineData("s[j] = mask[j] ? x[j] : double.NegativeInfinity;")]
    [InlineData("s[j] = keep[j] == 0 ? double.NegativeInfinity : x[j];")]
    [InlineData("{ s[j] = x[j]; if (mask[j]) s[j] = double.NegativeInfinity; }")]
    public Task Of_arrays_it_is_reported(string masking) => (Net with { Enabled = ["LG1106"] }).Reports(Masked(masking, "double m = s.Max();"));

    [Fact]
    public Task Of_queries_it_is_reported() => (Net with { Enabled = ["LG1106"] }).Reports(Class(
        "static double[] S(double[] x, bool[] mask) { var s = x.Select((v, j) => mask[j] ? v : double.NegativeInfinity).ToArray(); double m = s.Max(); var e = s.Select(v => Math.Exp(v - m)).ToArray(); double sum = e.Sum(); return e.Select(v => {|LG1106:v / sum|}).ToArray(); }"));

    // A causal mask and one that keeps the largest leave something in every row; the rest has been asked for.
    [Theory]
    [InlineData("s[j] = j <= i ? x[j] : double.NegativeInfinity;", "double m = s.Max();", "")]
    [InlineData("s[j] = x[j] >= least ? x[j] : double.NegativeInfinity;", "double m = s.Max();", "")]
    [InlineData("s[j] = mask[j] ? x[j] : -1e9;", "double m = s.Max();", "")]
    [InlineData("s[j] = mask[j] ? x[j] : double.NegativeInfinity;", "double m = s.Max(); if (m == double.NegativeInfinity) return new double[x.Length];", "")]
    [InlineData("s[j] = mask[j] ? x[j] : double.NegativeInfinity;", "double m = s.Max(); if (double.IsNegativeInfinity(m)) return new double[x.Length];", "")]
    [InlineData("s[j] = mask[j] ? x[j] : double.NegativeInfinity;", "if (!mask.Any(b => b)) return s; double m = s.Max();", "")]
    [InlineData("s[j] = mask[j] ? x[j] : double.NegativeInfinity;", "double m = s.Max();", "if (sum > 0)")]
    public Task Look_alikes_of_arrays_are_not(string masking, string max, string guard) =>
        (Net with { Enabled = ["LG1106"] }).Reports(Masked(masking, max, guard, "s[j] /= sum"));

    [Fact]
    public Task Broken_code_is_silent() => ((Torch with { Enabled = ["LG1106"] }) with { MayBeBroken = true }).Reports(TorchBody("return x.masked_fill(y, double.NegativeInfinity).softmax(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => ((Torch with { Enabled = ["LG1106"] }) with { Enabled = ["LG1106"] }).Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG1106:v.masked_fill(y, double.NegativeInfinity).softmax(1)|}; return f(x);"));
}
