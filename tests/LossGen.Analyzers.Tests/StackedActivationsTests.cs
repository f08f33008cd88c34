using System.Threading.Tasks;
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
    public Task It_is_fixed(string before, string after) => Torch.Cures(RuleIds.StackedActivations).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("Use({|LG2101:StableMath.LogSumExp(ys)|} - ys[k]);")]
    [InlineData("double sum = 0; foreach (var v in ys) sum += Math.Exp(v); Use({|LG2101:Math.Log(sum)|} - ys[k]);")]
    [InlineData("Use({|LG2101:Math.Log(ys.Sum(v => Math.Exp(v)))|} - ys[k]);")]
    [InlineData("double max = ys.Max(), sum = 0; foreach (var v in ys) sum += Math.Exp(v - max); Use(max + {|LG2101:Math.Log(sum)|} - ys[k]);")]
    [InlineData("double sum = 0; foreach (var v in ys) sum += Math.Exp(v); Use(-Math.Log({|LG2101:Math.Exp(ys[k]) / sum|}));")]
    [InlineData("var e = ys.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); Use(e.Select(v => {|LG2101:v / s|}));")]
    [InlineData("{|LG2101:StableMath.LogSoftmax(ys, ys)|};")]
    public Task The_second_may_be_written_by_hand(string statements) => Net.Reports(Body("StableMath.Softmax(xs, ys);\n" + statements));

    [Theory]
    [InlineData("StableMath.LogSoftmax(xs, ys); Use(StableMath.LogSumExp(ys) - ys[k]);")]
    [InlineData("StableMath.Softmax(xs, ys); Use(ys.Sum(v => Math.Exp(v)) + ys.Max());")]
    [InlineData("StableMath.Softmax(xs, ys); Use(ys[k] - StableMath.LogSumExp(xs));")]
    [InlineData("StableMath.Softmax(xs, ys); Use(StableMath.LogSumExp(xs.Zip(ys, (a, b) => a + b).ToArray()));")]
    public Task Of_something_else_it_is_none(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Before_a_log_softmax_the_first_one_goes() => Torch.Cures(RuleIds.StackedActivations).Fixes(
        TorchBody("return F.nll_loss({|LG2101:x.softmax(1).log_softmax(1)|}, y);"), TorchBody("return F.nll_loss(x.log_softmax(1), y);"));

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
