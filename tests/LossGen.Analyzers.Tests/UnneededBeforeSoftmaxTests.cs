using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class UnneededBeforeSoftmaxTests
{
    private static readonly RoslynTesting.CodeTest Only = RealTorch with { Ids = [RuleIds.UnneededBeforeSoftmax] };

    [Theory]
    [InlineData("return F.softmax({|LG2018:x - x.max()|}, 1);")]
    [InlineData("var z = x - x.amax([1], true); return F.log_softmax({|LG2018:z|}, 1);")]
    [InlineData("return F.softmax({|LG2018:x.clamp(-50, 50)|}, 1);")]
    [InlineData("return F.cross_entropy({|LG2018:torch.clamp(x, -20, 20)|}, y);")]
    public Task Of_tensors_it_is_reported(string statements) => Only.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return F.softmax(x - y.max(), 1);")]
    [InlineData("return F.softmax(x, 1);")]
    [InlineData("return F.softmax(x.clamp(-2, 2), 1);")]
    [InlineData("return (x - x.max()).exp() / (x - x.max()).exp().sum();")]
    [InlineData("return x.clamp(-50, 50).exp();")]
    public Task Look_alikes_are_silent(string statements) => Only.Reports(TorchBody(statements));
}
