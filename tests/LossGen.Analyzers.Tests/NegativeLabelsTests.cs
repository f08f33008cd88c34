using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NegativeLabelsTests
{
    private const string Kernel = """
        [BinaryCrossEntropy]
        public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);

        public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) => 0;

        """;

    private static readonly RoslynTesting.CodeTest Only = Net with { Ids = [RuleIds.NegativeLabels] };

    private static readonly RoslynTesting.CodeTest OnlyTorch = RealTorch with { Ids = [RuleIds.NegativeLabels] };

    [Theory]
    [InlineData("return F.binary_cross_entropy_with_logits(x, {|LG2209:y.sign()|});")]
    [InlineData("return F.binary_cross_entropy(torch.sigmoid(x), {|LG2209:torch.tanh(y)|});")]
    [InlineData("var labels = F.one_hot(y, 10) * 2 - 1; return F.binary_cross_entropy_with_logits(x, {|LG2209:labels|});")]
    public Task Of_tensors_it_is_reported(string statements) => OnlyTorch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return Loss(z, {|LG2209:new[] { 1f, -1f, 1f }|});")]
    [InlineData("return Loss(z, {|LG2209:c.Select(v => v ? 1f : -1f).ToArray()|});")]
    public Task Of_a_kernel_it_is_reported(string statements) =>
        Only.Reports(Class(Kernel + "static float M(float[] z, bool[] c) { " + statements + " }"));

    [Theory]
    [InlineData("return F.binary_cross_entropy_with_logits(x, y);")]
    [InlineData("return F.binary_cross_entropy_with_logits(x, (y.sign() + 1) / 2);")]
    [InlineData("return F.binary_cross_entropy_with_logits(x, F.one_hot(y, 10));")]
    [InlineData("return F.binary_cross_entropy_with_logits(x, torch.sigmoid(y));")]
    [InlineData("return F.soft_margin_loss(x, y.sign());")]
    public Task Look_alikes_are_silent(string statements) => OnlyTorch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return Loss(z, new[] { 1f, 0f, 1f });")]
    [InlineData("return Loss(z, c.Select(v => v ? 1f : 0f).ToArray());")]
    public Task Look_alikes_of_a_kernel_are_silent(string statements) =>
        Only.Reports(Class(Kernel + "static float M(float[] z, bool[] c) { " + statements + " }"));
}
