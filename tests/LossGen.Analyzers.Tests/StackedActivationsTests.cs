using System.Threading.Tasks;
using LossGen.CodeFixes;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class StackedActivationsTests
{
    [Theory]
    [InlineData("Use({|LG2101:nn.Sequential(nn.Linear(3, 3), nn.Softmax(1), nn.Softmax(1))|}); return x;")]
    [InlineData("Use({|LG2101:nn.Sequential((\"a\", nn.Sigmoid()), (\"d\", nn.Dropout(0.5)), (\"b\", nn.Softmax(1)))|}); return x;")]
    [InlineData("return {|LG2101:x.softmax(1).softmax(1)|};")]
    [InlineData("var p = x.sigmoid(); return {|LG2101:F.sigmoid(p)|};")]
    public Task Of_tensors_it_is_reported(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("Use({|LG2101:nn.Sequential(nn.Linear(3, 3), nn.Softmax(1), nn.Softmax(1))|}); return x;", "Use(nn.Sequential(nn.Linear(3, 3), nn.Softmax(1))); return x;")]
    [InlineData("Use({|LG2101:nn.Sequential((\"a\", nn.Sigmoid()), (\"d\", nn.Dropout(0.5)), (\"b\", nn.Softmax(1)))|}); return x;", "Use(nn.Sequential((\"a\", nn.Sigmoid()), (\"d\", nn.Dropout(0.5)))); return x;")]
    [InlineData("return {|LG2101:x.softmax(1).softmax(1)|};", "return x.softmax(1);")]
    [InlineData("var p = (x + y).sigmoid(); return {|LG2101:F.sigmoid(p)|} * w;", "var p = (x + y).sigmoid(); return p * w;")]
    public Task It_is_fixed(string before, string after) => Torch.With<StackedActivationsCodeFix>().Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("Use(nn.Sequential(nn.Linear(3, 3), nn.Sigmoid(), nn.Linear(3, 3), nn.Softmax(1))); return x;")]
    [InlineData("return F.relu(x).softmax(1);")]
    [InlineData("return x.softmax(1).matmul(y).softmax(1);")]
    public Task Look_alikes_of_tensors_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Torch with { MayBeBroken = true }).Reports(TorchBody("return x.softmax(1).softmax(; "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Torch.Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2101:v.softmax(1).softmax(1)|}; return f(x);", "nn.Module<Tensor, Tensor> model = {|LG2101:nn.Sequential(nn.Softmax(1), nn.Softmax(1))|};"));
}
