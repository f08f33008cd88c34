using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class StepBeforeLossTests
{
    private static readonly RoslynTesting.CodeTest Only = RealTorch with { Ids = [RuleIds.StepBeforeLoss] };

    [Theory]
    [InlineData("return {|LG2019:F.binary_cross_entropy(torch.sigmoid(x).round(), y)|};")]
    [InlineData("var p = torch.sigmoid(x); return {|LG2019:F.binary_cross_entropy(p.gt(0.5).to_type(ScalarType.Float32), y)|};")]
    [InlineData("var p = torch.round(fc.forward(x)); return {|LG2019:nn.BCEWithLogitsLoss().call(p, y)|};")]
    [InlineData("var c = fc.forward(x).argmax(1).to_type(ScalarType.Float32); var loss = {|LG2019:F.mse_loss(c, y)|}; loss.backward(); return loss;")]
    public Task It_is_reported(string statements) => Only.Reports(TorchBody(statements));

    // Pseudo-labels, metrics, and decisions that nobody takes a loss of.
    [Theory]
    [InlineData("return F.cross_entropy(fc.forward(x), x.argmax(1));")]
    [InlineData("return F.mse_loss(fc.forward(x).round(), y);")]
    [InlineData("return F.binary_cross_entropy(torch.sigmoid(x), y.round());")]
    [InlineData("var loss = F.cross_entropy(x, y); loss.backward(); return x.argmax(1).eq(y).mean();")]
    [InlineData("return F.mse_loss(F.one_hot(y, 10), fc.forward(x));")]
    [InlineData("var loss = F.mse_loss(x, y); loss.backward(); return x.round();")]
    public Task Look_alikes_are_silent(string statements) => Only.Reports(TorchBody(statements));
}
