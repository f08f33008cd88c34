using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ProbabilityOutOfRangeTests
{
    private static readonly RoslynTesting.CodeTest Only = Net with { Ids = [RuleIds.ProbabilityOutOfRange] };

    private static readonly RoslynTesting.CodeTest OnlyTorch = RealTorch with { Ids = [RuleIds.ProbabilityOutOfRange] };

    [Theory]
    [InlineData("var a = Math.Tanh(x); Use(-(y * {|LG2016:Math.Log(a)|} + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = Math.Tanh(x); Use(-(y * {|LG2016:Math.Log(Math.Max(a, 1e-12))|} + (1 - y) * Math.Log(Math.Max(1 - a, 1e-12))));")]
    [InlineData("Use(-{|LG2016:Math.Log(xs.Select(Math.Tanh).ToArray()[k])|});")]
    [InlineData("var o = new double[n]; for (int i = 0; i < n; i++) o[i] = Math.Tanh(xs[i]); Use(-{|LG2016:Math.Log(o[k])|});")]
    [InlineData("var target = ys; var pred = xs.Select(v => v / (1 + Math.Abs(v))).ToArray(); for (int i = 0; i < n; i++) Use(-target[i] * {|LG2016:Math.Log(pred[i])|});")]
    [InlineData("float a = 2 * MathF.Tanh(f) - 1; Use(-(y * {|LG2016:MathF.Log(a)|} + (1 - y) * MathF.Log(1 - a)));")]
    public Task Written_out_it_is_reported(string statements) => Only.Reports(Body("double y = k % 2; " + statements));

    [Theory]
    [InlineData("return F.binary_cross_entropy({|LG2016:torch.tanh(x)|}, y);")]
    [InlineData("var p = fc.forward(x).relu(); return nn.BCELoss().call({|LG2016:p|}, y);")]
    [InlineData("return F.binary_cross_entropy({|LG2016:F.normalize(x)|}, y);")]
    [InlineData("return F.binary_cross_entropy({|LG2016:torch.tanh(x).clamp(0, 1)|}, y);")]
    [InlineData("var m = nn.Sequential(nn.Linear(3, 4), nn.Tanh()); return F.binary_cross_entropy({|LG2016:m.forward(x)|}, y);")]
    [InlineData("return -(y * {|LG2016:torch.log(fc.forward(x))|}).mean();")]
    [InlineData("return -(y * {|LG2016:torch.log(fc.forward(x).tanh())|}).mean();")]
    public Task Of_tensors_it_is_reported(string statements) => OnlyTorch.Reports(TorchBody(statements));

    // Half a tanh is a sigmoid; squares, sizes and what a branch lets through are not negative; physics has no targets.
    [Theory]
    [InlineData("var a = (1 + Math.Tanh(x)) / 2; Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = 0.5 * Math.Tanh(x) + 0.5; Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var t = Math.Tanh(x); var a = t * t; Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = Math.Abs(Math.Tanh(x)); Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = Math.Tanh(x * x); Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = Math.Tanh(Math.Exp(x)); Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("var a = Math.Tanh(x); if (a > 0) Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a)));")]
    [InlineData("if (x >= 0) { var a = Math.Tanh(x); Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - a))); }")]
    [InlineData("double coupling = -0.5 * Math.Log(Math.Tanh(x)); Use(coupling);")]
    [InlineData("double a = Math.Tanh(x); Use(Math.Log(1 - a * a + 1e-6));")]
    [InlineData("Use(0.5 * Math.Log((1 + Math.Tanh(x)) / (1 - Math.Tanh(x))));")]
    public Task Look_alikes_are_silent(string statements) => Only.Reports(Body("double y = k % 2; " + statements));

    [Theory]
    [InlineData("return F.binary_cross_entropy(torch.sigmoid(fc.forward(x)), y);")]
    [InlineData("return F.binary_cross_entropy((torch.tanh(x) + 1) / 2, y);")]
    [InlineData("return F.binary_cross_entropy(F.relu(x), y);")]
    [InlineData("return F.mse_loss(torch.tanh(fc.forward(x)), y);")]
    [InlineData("return torch.log(fc.forward(x).abs() + 1);")]
    [InlineData("return torch.log(F.softplus(fc.forward(x)));")]
    [InlineData("return torch.log(fc.forward(x).exp());")]
    public Task Look_alikes_of_tensors_are_silent(string statements) => OnlyTorch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("var a = Math.Tanh(x); Use(-(y * Math.Log(a) + (1 - y) * Math.Log(1 - ")]
    [InlineData("Use(-Math.Log(Math.Tanh()));")]
    public async Task Half_typed_code_does_not_throw(string statements) =>
        await (Only with { MayBeBroken = true }).Found(Body("double y = 1; " + statements));
}
