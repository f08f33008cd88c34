using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class BoundedLogitsTests
{
    private const string Kernel = """
        [CrossEntropy(10)]
        public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

        public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;

        """;

    private static readonly RoslynTesting.CodeTest Only = Net with { Ids = [RuleIds.BoundedLogits] };

    private static readonly RoslynTesting.CodeTest OnlyTorch = RealTorch with { Ids = [RuleIds.BoundedLogits] };

    [Theory]
    [InlineData("return F.cross_entropy({|LG2017:torch.tanh(fc.forward(x))|}, y);", "0.797 with 10")]
    [InlineData("return F.cross_entropy({|LG2017:F.softsign(x)|}, y);", "0.797 with 10")]
    [InlineData("return F.cross_entropy({|LG2017:x.clamp(-1, 1)|}, y);", "4.914 with 1000")]
    [InlineData("return F.cross_entropy({|LG2017:F.cosine_similarity(x, w)|}, y);", "0.127 with 2 classes")]
    [InlineData("return F.binary_cross_entropy_with_logits({|LG2017:torch.tanh(x)|}, y);", "0.313 for positive and 0.313 for negative")]
    [InlineData("return nn.BCEWithLogitsLoss().call({|LG2017:x.clamp(0, 1)|}, y);", "0.313 for positive and 0.693 for negative")]
    [InlineData("var m = nn.Sequential(nn.Linear(3, 4), nn.Tanh()); return F.cross_entropy({|LG2017:m.forward(x)|}, y);", "0.797 with 10")]
    [InlineData("return F.cross_entropy({|LG2017:torch.tanh(x) * 2|}, y);", "0.018 with 2")]
    public async Task Of_tensors_the_floor_is_named(string statements, string floor)
    {
        var found = await OnlyTorch.Reports(TorchBody(statements));
        found.Single().GetMessage().ShouldContain(floor);
    }

    [Theory]
    [InlineData("for (int i = 0; i < z.Length; i++) z[i] = MathF.Tanh(z[i]); return Loss({|LG2017:z|}, y);")]
    [InlineData("return Loss({|LG2017:z.Select(v => Math.Clamp(v, -1f, 1f)).ToArray()|}, y);")]
    public async Task Of_a_kernel_the_floor_is_that_of_its_classes(string statements)
    {
        var found = await Only.Reports(Class(Kernel + "static float M(float[] z, int[] y) { " + statements + " }"));
        found.Single().GetMessage().ShouldContain("cannot fall below 0.797 with 10 classes");
    }

    [Fact]
    public Task Numbers_that_are_written_down_are_no_limit() =>
        Only.Reports(Class(Kernel + "static float M(int[] y) { float[] z = [2, 1, 0, -1, 3, 1, 0, 0, 0, 0]; return Loss(z, y); }"));

    [Theory]
    [InlineData("return F.cross_entropy(fc.forward(x), y);")]
    [InlineData("return F.cross_entropy(F.relu(fc.forward(x)), y);")]
    [InlineData("return F.cross_entropy(torch.tanh(fc.forward(x)) * 20, y);")]
    [InlineData("return F.cross_entropy(F.cosine_similarity(x, w) / 0.05, y);")]
    [InlineData("return F.cross_entropy(F.cosine_similarity(x, w) * k, y);")]
    [InlineData("return F.cross_entropy(x.clamp(-30, 30), y);")]
    [InlineData("return F.cross_entropy(fc.forward(torch.tanh(x)), y);")]
    [InlineData("return F.mse_loss(torch.tanh(x), y);")]
    [InlineData("return F.softmax(torch.tanh(x), 1);")]
    public Task Look_alikes_are_silent(string statements) => OnlyTorch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("return F.cross_entropy(torch.tanh(x), ; ")]
    [InlineData("return F.cross_entropy(x.clamp(, y);")]
    public async Task Half_typed_code_does_not_throw(string statements) => await (OnlyTorch with { MayBeBroken = true }).Found(TorchBody(statements));
}
