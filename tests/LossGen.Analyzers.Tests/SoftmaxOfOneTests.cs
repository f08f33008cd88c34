using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxOfOneTests
{
    [Theory]
    [InlineData("Use({|LG2102:nn.Sequential(nn.Linear(3, 1), nn.Softmax(1))|}); return x;")]
    [InlineData("return {|LG2102:nn.Linear(3, 1).forward(x).softmax(-1)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("Use(nn.Sequential(nn.Linear(3, 1), nn.Sigmoid())); return x;")]
    [InlineData("var attention = nn.Sequential(nn.Linear(3, 1), nn.Softmax(1)); return x * attention.forward(x);")]
    [InlineData("var attnWeights = nn.Linear(3, 1).forward(x).softmax(1); return (x * attnWeights).sum(1);")]
    [InlineData("Use(nn.Sequential(nn.Linear(3, k), nn.Softmax(1))); return x;")]
    [InlineData("Use(nn.Sequential(nn.Linear(1, 3), nn.Softmax(1))); return x;")]
    [InlineData("return nn.Linear(3, 1).forward(x).sigmoid();")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("Use(nn.Sequential(nn.Linear(3, 1), nn.; return x;"));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2102:nn.Linear(3, 1).forward(v).softmax(1)|}; return f(x);", "nn.Module<Tensor, Tensor> model = {|LG2102:nn.Sequential(nn.Linear(3, 1), nn.Softmax(1))|};"));
}
