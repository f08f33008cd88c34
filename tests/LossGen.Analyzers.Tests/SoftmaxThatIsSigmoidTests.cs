using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxThatIsSigmoidTests
{
    private static readonly RoslynTesting.CodeTest Only = Net with { Ids = [RuleIds.SoftmaxThatIsSigmoid] };

    [Theory]
    [InlineData("static double Softmax(double x) => {|LG2105:1 / (1 + Math.Exp(-x))|};")]
    [InlineData("static double[] SoftMax(double[] x) { var r = new double[x.Length]; for (int i = 0; i < x.Length; i++) r[i] = {|LG2105:1 / (1 + Math.Exp(-x[i]))|}; return r; }")]
    [InlineData("static double[] ApplySoftmax(double[] x) => x.Select(v => {|LG2105:1 / (1 + Math.Exp(-v))|}).ToArray();")]
    [InlineData("static double[] SoftMax(double[] x) { double sum = x.Sum(v => Math.Exp(v)); var r = new double[x.Length]; for (int i = 0; i < x.Length; i++) r[i] = {|LG2105:x[i] / sum|}; return r; }")]
    public Task It_is_reported(string member) => Only.Reports(Class(member));

    [Theory]
    [InlineData("static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));")]
    [InlineData("static double SoftmaxOfTwo(double a, double b) => 1 / (1 + Math.Exp(b - a));")]
    [InlineData("static double[] Softmax(double[] x) { double m = x.Max(); var e = x.Select(v => Math.Exp(v - m)).ToArray(); double s = e.Sum(); return e.Select(v => v / s).ToArray(); }")]
    [InlineData("static double SigmoidInsteadOfSoftmax(double x) => 1 / (1 + Math.Exp(-x));")]
    [InlineData("static double[] SoftmaxWithGate(double[] x, double g) { double gate = 1 / (1 + Math.Exp(-g)); return x.Select(v => v * gate).ToArray(); }")]
    [InlineData("static double[] Share(double[] x) { double sum = x.Sum(v => Math.Exp(v)); return x.Select(v => v / sum).ToArray(); }")]
    [InlineData("static double[] Softmax(double[] x) { double sum = x.Sum(); return x.Select(v => v / sum).ToArray(); }")]
    public Task Look_alikes_are_silent(string member) => Only.Reports(Class(member));
}
