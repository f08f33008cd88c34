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
    [InlineData("Use(k == 1 ? -{|LG1201:Math.Log(x + 1e-9)|} : -Math.Log(1.0 - x + 1e-9));")]
    [InlineData("if (k == 1) Use(-{|LG1201:Math.Log(x + 1e-9)|}); else Use(-Math.Log(1.0 - x + 1e-9));")]
    public Task A_cross_entropy_with_epsilons_is_flagged(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("return -({|LG1201:y * (x + 1e-8).log() + (1 - y) * (1 - x + 1e-8).log()|}).mean();")]
    public Task Of_tensors_it_is(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task A_declared_probability_is_enough() => Net.Reports(Class(
        "static double F([Probabilities] double[] p, double[] q, int i) => {|LG1201:Math.Log(p[i] + 1e-8)|} + Math.Log(q[i] + 1e-8);"));

    [Theory]
    [InlineData("static double Loss(float[] predicted, float[] expected) { double l = 0; for (int i = 0; i < predicted.Length; i++) { l -= expected[i] * {|LG1201:MathF.Log(predicted[i] + 1e-8f)|}; } return l; }")]
    [InlineData("static double CrossEntropy(double[] probabilities, int label) => -{|LG1201:Math.Log(probabilities[label] + 1e-10)|};")]
    [InlineData("static double F(double[] yTrue, double[] yPred) => -yTrue.Zip(yPred, (t, p) => t * {|LG1201:Math.Log(p + 1e-15)|}).Sum();")]
    [InlineData("static double F(double[] target, double[] output) { double s = 0; for (int i = 0; i < 3; i++) s += target[i] * {|LG1201:Math.Log(output[i] + double.Epsilon)|}; return -s; }")]
    [InlineData("static double F(double[] yTrue, double[] yPred, double epsilon) => -yTrue.Zip(yPred, (t, p) => {|LG1201:t * Math.Log(p + epsilon) + (1 - t) * Math.Log(1 - p + epsilon)|}).Sum();")]
    public Task One_side_of_it_is_told_by_its_names(string members) => Net.Reports(Class(members));

    [Theory]
    [InlineData("static double PoissonLoss(double[] target, double[] predicted) { double s = 0; for (int i = 0; i < 3; i++) s += predicted[i] - target[i] * Math.Log(predicted[i] + 1e-8); return s; }")]
    [InlineData("static double F(double[] yTrue, double[] yPred, double offset) => -yTrue.Zip(yPred, (t, p) => t * Math.Log(p + offset) + (1 - t) * Math.Log(1 - p + offset)).Sum();")]
    [InlineData("static double Level(double power) => 10 * Math.Log10(power + 1e-12);")]
    [InlineData("static double Score(double target, double distance) => -target * Math.Log(distance + 1e-3);")]
    [InlineData("static double Entropy(double[] p) { double h = 0; foreach (var v in p) h -= v * Math.Log(v + 1e-12); return h; }")]
    public Task Names_of_something_else_are_silent(string members) => Net.Reports(Class(members));

    [Theory]
    [InlineData("double p = Math.Clamp(x, 1e-7, 1 - 1e-7); Use(ys[k] * Math.Log(p) + (1 - ys[k]) * Math.Log(1 - p));")]
    [InlineData("Use(Math.Log(x + 1e-8));")]
    [InlineData("Use(ys[k] * Math.Log(xs[k] + 1e-8));")]
    [InlineData("Use(Math.Log(x + 1e-10) - Math.Log(ys[k] + 1e-10));")]
    [InlineData("Use(10 * Math.Log10(x * x + 1e-12));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1) + (1 - ys[k]) * Math.Log(2 - x));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1e-8) + (1 - ys[0]) * Math.Log(1 - x + 1e-8));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1e-8) + (1 - ys[k]) * Math.Log(1 - xs[k] + 1e-8));")]
    [InlineData("Use(ys[k] * (x + 1e-8) + (1 - ys[k]) * (1 - x + 1e-8));")]
    [InlineData("Use(k == 1 ? -Math.Log(x + 1e-9) : -Math.Log(1.0 - f + 1e-9));")]
    [InlineData("Use(k == 1 ? Math.Log(x + 1e-9) : Math.Log(2 * x + 1e-9));")]
    public Task Other_logarithms_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task A_sigmoid_in_sight_is_another_rules_matter() => Net.Reports(Body(
        "double p = StableMath.Sigmoid(x); Use(ys[k] * {|LG1002:Math.Log(p + 1e-8)|} + (1 - ys[k]) * {|LG1002:Math.Log(1 - p + 1e-8)|});"));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double y, p; double P => {|LG1201:y * Math.Log(p + 1e-8) + (1 - y) * Math.Log(1 - p + 1e-8)|}; double Q { get { return y * Math.Log(p + 1e-8) + (1 - y) * Math.Log(1 - ; } } }");
}
