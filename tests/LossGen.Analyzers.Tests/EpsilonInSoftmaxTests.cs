using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class EpsilonInSoftmaxTests
{
    [Theory]
    [InlineData("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); for (int i = 0; i < n; i++) ys[i] = {|LG1204:Math.Exp(xs[i] - m) / (s + 1e-12)|};")]
    [InlineData("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)) + 1e-12; for (int i = 0; i < n; i++) ys[i] = {|LG1204:Math.Exp(xs[i] - m) / s|};")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    // However the quotient is written
    [Theory]
    [InlineData("double m = xs.Max(), s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) {|LG1204:ys[i] /= s + 1e-12|};")]
    [InlineData("TensorPrimitives.Subtract(fs, TensorPrimitives.Max<float>(fs), fs); TensorPrimitives.Exp<float>(fs, fs); {|LG1204:TensorPrimitives.Divide(fs, TensorPrimitives.Sum<float>(fs) + 1e-12f, fs)|};")]
    public Task It_is_reported_in_place(string statements) => (Net with { Ids = ["LG1204"] }).Reports(Body(statements));

    [Theory]
    [InlineData("double m = xs.Max(), s = 0; for (int i = 0; i < n; i++) { ys[i] = Math.Exp(xs[i] - m); s += ys[i]; } for (int i = 0; i < n; i++) ys[i] /= s;")]
    [InlineData("TensorPrimitives.Divide(fs, TensorPrimitives.Sum<float>(fs) + 1e-12f, fs); TensorPrimitives.Exp<float>(fs, fs);")]
    public Task Others_in_place_are_not(string statements) => (Net with { Ids = ["LG1204"] }).Reports(Body(statements));

    [Theory]
    [InlineData("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); for (int i = 0; i < n; i++) ys[i] = {|LG1204:Math.Exp(xs[i] - m) / (s + 1e-12)|};", "double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); for (int i = 0; i < n; i++) ys[i] = Math.Exp(xs[i] - m) / s;")]
    [InlineData("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)) + 1e-12; Use({|LG1204:Math.Exp(xs[k] - m) / s|});",
        "double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); Use(Math.Exp(xs[k] - m) / s);")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.EpsilonInSoftmax).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); for (int i = 0; i < n; i++) ys[i] = Math.Exp(xs[i] - m) / s;")]
    [InlineData("double s = xs.Sum(); for (int i = 0; i < n; i++) ys[i] = xs[i] / (s + 1e-12); Use(Math.Exp(x));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double m = xs.Max(); double s = xs.Sum(v => Math.Exp(v - m)); Use(Math.Exp(xs[k] - m) / (s + "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double[] x; double P { get { double m = x.Max(), s = x.Sum(v => Math.Exp(v - m)); return {|LG1204:Math.Exp(x[0] - m) / (s + 1e-12)|}; } }"));
}
