using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class GradientDividesByProbabilityTests
{
    [Theory]
    [InlineData("static void Gradient(double[] o, double[] actualOutput, double[] expectedOutput) { for (int i = 0; i < o.Length; i++) o[i] = -1 * ({|LG1105:expectedOutput[i] / actualOutput[i]|}); }")]
    [InlineData("static double D(double T, double O) => {|LG1105:(T - O) / (O * O - O)|};")]
    [InlineData("static double D(double p, double y) => {|LG1105:(p - y) / (p * (1 - p))|};")]
    [InlineData("static double D(double p, double y) => {|LG1105:(p - y) / (p * (1 - p) + 1e-8)|};")]
    [InlineData("static double D(double y, double p) => {|LG1105:-(y / p) + (1 - y) / (1 - p)|};")]
    [InlineData("static double Derivative(double target, double output) => {|LG1105:-target / output|};")]
    [InlineData("static double Derivative(double target, double output) => {|LG1105:-target / (output + 1e-8)|};")]
    [InlineData("static double[] LogLossPrime(double[] truth, double[] guess) { var g = new double[truth.Length]; for (int i = 0; i < g.Length; i++) g[i] = {|LG1105:-truth[i] / guess[i]|}; return g; }")]
    [InlineData("static double NllBackward(double p, double[] dOut) => dOut[0] * ({|LG1105:-1.0 / (p + 1e-6)|});")]
    public Task In_a_method_it_is_reported(string statements) => Net.Reports(Class(statements));

    [Theory]
    [InlineData("static double D(double p, double y) => p - y;")]
    [InlineData("static double SlopePrime(double truth, double guess) => -truth / guess; static double CrossEntropyPrime(double truth, double total) => -truth / total;")]
    [InlineData("static double NllBackward(double p, double[] scale) => scale[0] * (-1.0 / (p + 1e-6));")]
    [InlineData("static double Decay(double y, double x) => -y / x; static double Slope(double dy, double dx) => -dy / dx; static double Lerp(double t, double o) => (t - o) / (o * o + 1);")]
    [InlineData("static double Tax(double target, double current) => (target - current) / current; static double Ratio(double expected, double actual) => expected / actual;")]
    [InlineData("static double D(double target, double output) { output = Math.Max(output, 1e-12); return -target / output; }")]
    [InlineData("static double D(double p, double y) => p <= 0 || p >= 1 ? 0 : (p - y) / (p * (1 - p));")]
    [InlineData("static double Chi(double[] obs, double[] exp) { double c = 0; for (int i = 0; i < obs.Length; i++) c += (obs[i] - exp[i]) * (obs[i] - exp[i]) / exp[i]; return c; }")]
    public Task Methods_that_look_alike_are_not(string statements) => Net.Reports(Class(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("double p = x, y = f; Use((p - y) / (p * (1 - "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("double y, p; double P => {|LG1105:(p - y) / (p * (1 - p))|}; Func<double, double> G => q => {|LG1105:(q - y) / (q * (1 - q))|};"));
}
