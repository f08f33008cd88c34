using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class MeanOfIgnoredRowsTests
{
    [Theory]
    [InlineData("return {|LG2205:F.cross_entropy(x, y, ignore_index: -1)|};")]
    [InlineData("return {|LG2205:F.cross_entropy(x, y, ignore_index: k)|};")]
    [InlineData("return {|LG2205:nn.CrossEntropyLoss(ignore_index: -2).call(x, y)|};")]
    [InlineData("var mask = w; return {|LG2205:(x * mask).sum() / mask.sum()|};")]
    [InlineData("var valid = w; var total = (valid * x).sum(); var count = valid.sum(); return {|LG2205:total / count|};")]
    public Task Of_tensors_it_is_reported(string statements) => (Torch with { Enabled = ["LG2205"] }).Reports(TorchBody(statements));

    [Theory]
    [InlineData("return F.cross_entropy(x, y);")]
    [InlineData("return Of(x, y); static Tensor Of(Tensor x, Tensor y, long ignore = -100) => F.cross_entropy(x, y, ignore_index: ignore);")]
    [InlineData("return F.cross_entropy(x, y, ignore_index: -1, reduction: nn.Reduction.Sum);")]
    [InlineData("var mask = w; return (x * mask).sum() / (mask.sum() + 1e-8);")]
    [InlineData("var mask = w; return (x * mask).sum() / mask.sum().clamp_min(1);")]
    [InlineData("return (x * w).sum() / w.sum();")]
    [InlineData("var mask = w; return (x * y).sum() / mask.sum();")]
    public Task Look_alikes_of_tensors_are_not(string statements) => (Torch with { Enabled = ["LG2205"] }).Reports(TorchBody(statements));

    [Fact]
    public Task Broken_code_is_silent() => ((Torch with { Enabled = ["LG2205"] }) with { MayBeBroken = true }).Reports(TorchBody("return F.cross_entropy(x, y, ignore_index: "));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => ((Torch with { Enabled = ["LG2205"] }) with { Enabled = ["LG2205"] }).Reports(TorchBody("Func<Tensor, Tensor> f = v => {|LG2205:F.cross_entropy(v, y, ignore_index: -1)|}; return f(x);"));
}
