using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class EpsilonInCrossEntropyTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) x -= {|LG1201:ys[i] * Math.Log(xs[i] + 1e-8) + (1 - ys[i]) * Math.Log(1 - xs[i] + 1e-8)|};")]
    [InlineData("for (int i = 0; i < n; i++) x += {|LG1201:-ys[i] * Math.Log(xs[i] + 1e-8) - (1 - ys[i]) * Math.Log(1 - xs[i] + 1e-8)|};")]
    [InlineData("Use(-({|LG1201:ys[k] * Math.Log(x + 1e-15) + (1 - ys[k]) * Math.Log(1 - x + 1e-15)|}));")]
    [InlineData("Use(-({|LG1201:(1 - ys[k]) * Math.Log(1 - x + 1e-9) + ys[k] * Math.Log(x + 1e-9)|}));")]
    [InlineData("const double eps = 1e-7; double a = x + eps, b = 1 - x + eps; Use({|LG1201:ys[k] * Math.Log(a) + (1 - ys[k]) * Math.Log(b)|});")]
    [InlineData("Use(-xs.Zip(ys, (p, y) => {|LG1201:y * Math.Log(p + 1e-8) + (1.0 - y) * Math.Log(1.0 - p + 1e-8)|}).Sum());")]
    [InlineData("Use({|LG1201:fs[0] * MathF.Log(f + 1e-7f) + (1f - fs[0]) * MathF.Log(1f - f + 1e-7f)|});")]
    public Task A_cross_entropy_with_epsilons_is_flagged(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("return -({|LG1201:y * (x + 1e-8).log() + (1 - y) * (1 - x + 1e-8).log()|}).mean();")]
    public Task Of_tensors_it_is(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task A_declared_probability_is_enough() => Net.Reports(Class(
        "static double F([Probabilities] double[] p, double[] q, int i) => {|LG1201:Math.Log(p[i] + 1e-8)|} + Math.Log(q[i] + 1e-8);"));

    [Theory]
    [InlineData("double p = Math.Clamp(x, 1e-7, 1 - 1e-7); Use(ys[k] * Math.Log(p) + (1 - ys[k]) * Math.Log(1 - p));")]
    [InlineData("Use(ys[k] * Math.Log(x) + (1 - ys[k]) * Math.Log(1 - x));")]
    [InlineData("Use(Math.Log(x + 1e-8));")]
    [InlineData("Use(ys[k] * Math.Log(xs[k] + 1e-8));")]
    [InlineData("Use(Math.Log(x + 1e-10) - Math.Log(ys[k] + 1e-10));")]
    [InlineData("Use(10 * Math.Log10(x * x + 1e-12));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1) + (1 - ys[k]) * Math.Log(2 - x));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1e-8) + (1 - ys[0]) * Math.Log(1 - x + 1e-8));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1e-8) + (1 - ys[k]) * Math.Log(1 - xs[k] + 1e-8));")]
    [InlineData("Use(ys[k] * (x + 1e-8) + (1 - ys[k]) * (1 - x + 1e-8));")]
    public Task Other_logarithms_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task A_sigmoid_in_sight_is_another_rules_matter() => Net.Reports(Body(
        "double p = StableMath.Sigmoid(x); Use(ys[k] * {|LG1002:Math.Log(p + 1e-8)|} + (1 - ys[k]) * {|LG1002:Math.Log(1 - p + 1e-8)|});"));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double y, p; double P => {|LG1201:y * Math.Log(p + 1e-8) + (1 - y) * Math.Log(1 - p + 1e-8)|}; double Q { get { return y * Math.Log(p + 1e-8) + (1 - y) * Math.Log(1 - ; } } }");
}
