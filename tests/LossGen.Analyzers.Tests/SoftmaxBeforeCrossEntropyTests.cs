using System.Linq;
using System.Threading.Tasks;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SoftmaxBeforeCrossEntropyTests
{
    [Theory]
    [InlineData("return F.cross_entropy({|LG2001:F.softmax(x, 1)|}, y);", "return F.cross_entropy(x, y);")]
    [InlineData("return F.cross_entropy({|LG2001:fc.forward(x).softmax(1)|}, y);", "return F.cross_entropy(fc.forward(x), y);")]
    [InlineData("var p = F.softmax(x, 1); return F.cross_entropy({|LG2001:p|}, y);", "var p = F.softmax(x, 1); return F.cross_entropy(x, y);")]
    [InlineData("return nn.CrossEntropyLoss().forward({|LG2001:x.softmax(1)|}, y);", "return nn.CrossEntropyLoss().forward(x, y);")]
    [InlineData("var loss = nn.CrossEntropyLoss(); return loss.call({|LG2001:x.softmax(1)|}, y);", "var loss = nn.CrossEntropyLoss(); return loss.call(x, y);")]
    [InlineData("return F.binary_cross_entropy_with_logits({|LG2001:torch.sigmoid(x)|}, y);", "return F.binary_cross_entropy_with_logits(x, y);")]
    [InlineData("return F.cross_entropy({|LG2001:/* a */ F.softmax(x + w, 1) /* b */|}, y);", "return F.cross_entropy(/* a */ x + w /* b */, y);")]
    public Task Probabilities_are_flagged_and_replaced_by_the_logits(string before, string after) =>
        Torch.Cures(RuleIds.SoftmaxBeforeCrossEntropy).Fixes(TorchBody(before.Replace("{|LG2001:/* a */ ", "/* a */ {|LG2001:", System.StringComparison.Ordinal).Replace(" /* b */|}", "|} /* b */", System.StringComparison.Ordinal)), TorchBody(after));

    [Theory]
    [InlineData("private readonly CrossEntropyLoss loss = nn.CrossEntropyLoss();", "return loss.forward({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("private readonly nn.Module<Tensor, Tensor, Tensor> loss = nn.CrossEntropyLoss();", "return loss.call({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("private readonly nn.IModule<Tensor, Tensor, Tensor> loss = nn.CrossEntropyLoss();", "return loss.call({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("private readonly nn.Module<Tensor, Tensor, Tensor> loss; public Net() : base() { loss = nn.BCEWithLogitsLoss(); }", "return loss.call({|LG2001:x.sigmoid()|}, y);")]
    [InlineData("private readonly Softmax soft = nn.Softmax(1);", "return F.cross_entropy({|LG2001:soft.forward(x)|}, y);")]
    [InlineData("private static readonly Loss criterion = F.cross_entropy_loss();", "return criterion({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("private static Tensor Probs(Tensor t) => t.softmax(1);", "return F.cross_entropy({|LG2001:Probs(x)|}, y);")]
    [InlineData("[return: LossGen.Probabilities] private static Tensor Probs(Tensor t) => throw null!;", "return F.cross_entropy({|LG2001:Probs(x)|}, y);")]
    [InlineData("", "var loss = F.cross_entropy_loss(); return loss({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("", "var loss = new CrossEntropyLoss(label_smoothing: 0.1); return loss.forward({|LG2001:x.softmax(1)|}, y);")]
    [InlineData("", "var p = x.softmax(1); p = p + 1e-8; return F.cross_entropy({|LG2001:p|}, y);")]
    [InlineData("", "return F.cross_entropy(target: y, input: {|LG2001:x.softmax(1)|});")]
    public Task Losses_and_layers_in_fields_and_methods_are_followed(string members, string statements) => Torch.Reports(TorchBody(statements, members));

    [Fact]
    public Task A_models_own_forward_is_followed() => Torch.Reports("""
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using static TorchSharp.torch.nn.functional;

        class Net : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> fc = Linear(10, 10);

            public override Tensor forward(Tensor input) => softmax(fc.call(input), 1L);
        }

        class Trainer
        {
            Tensor A(Net net, Tensor x, Tensor y) => cross_entropy({|LG2001:net.forward(x)|}, y);

            Tensor B(Net net, Tensor x, Tensor y)
            {
                var prediction = net.call(x);
                var loss = CrossEntropyLoss().call({|LG2001:prediction|}, y);
                loss.backward();
                return loss;
            }
        }
        """);

    [Fact]
    public async Task Log_softmax_before_it_is_only_worth_a_note()
    {
        var found = await Torch.Cures(RuleIds.SoftmaxBeforeCrossEntropy).Reports(TorchBody("return F.cross_entropy({|LG2001:F.log_softmax(x, 1)|}, y);"));
        found.Single().Severity.ShouldBe(DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task The_message_knows_the_floor()
    {
        var found = await (Net with { Ids = ["LG2001"] }).Reports(Class("""
            [CrossEntropy(10)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;

            [CrossEntropy]
            public static float Wide([Role(KernelRole.Logits)] Span<float> scores, int[] targets, int classes) => 0;

            public static float M(float[] x, int[] y)
            {
                var p = new float[x.Length];
                StableMath.Softmax(x, p);
                return Loss({|LG2001:p|}, y) + Wide({|LG2001:p|}, y, 3) + Loss(x, y);
            }

            public static float A([Probabilities] float[] p, int[] y) => Loss({|LG2001:p|}, y);
            """));
        found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("1.461 with 10 classes");
    }

    [Theory]
    [InlineData("return F.cross_entropy(x, y);")]
    [InlineData("return F.cross_entropy(x, y.softmax(1));")]
    [InlineData("return F.nll_loss(F.log_softmax(x, 1), y);")]
    [InlineData("return F.binary_cross_entropy(torch.sigmoid(x), y);")]
    [InlineData("return F.cross_entropy(F.softmax(x, 1).matmul(w), y);")]
    [InlineData("return F.cross_entropy(fc.forward(F.softmax(x, 1)), y);")]
    [InlineData("var p = F.softmax(x, 1); Use(p); return F.cross_entropy(x, y);")]
    [InlineData("var p = x; if (k > 1) p = F.softmax(x, 1); return F.cross_entropy(p, y);")]
    [InlineData("return F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1));")]
    [InlineData("return F.scaled_dot_product_attention(F.softmax(x, -1), y, w);")]
    [InlineData("return nn.NLLLoss().forward(F.log_softmax(x, 1), y);")]
    public Task Logits_are_silent(string statements) => (Torch with { Ids = ["LG2001"] }).Reports(TorchBody(statements));

    [Fact]
    public void There_is_no_fix_all()
    {
        var fix = new CureCodeFix();
        fix.FixableDiagnosticIds.ShouldContain(RuleIds.SoftmaxBeforeCrossEntropy);
        fix.GetFixAllProvider()!.GetSupportedFixAllDiagnosticIds(fix).ShouldNotContain(RuleIds.SoftmaxBeforeCrossEntropy);
    }


    [Fact]
    public Task It_is_seen_in_a_lambda_and_a_property_and_is_silent_on_broken_code() => (Torch with { MayBeBroken = true }).Reports("""
        using System;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn.functional;

        class D
        {
            Tensor x = null!, y = null!;
            Func<Tensor, Tensor, Tensor> loss = (a, b) => cross_entropy({|LG2001:a.softmax(1)|}, b);
            Tensor Loss => cross_entropy({|LG2001:softmax(x, 1L)|}, y);
            Tensor Broken => cross_entropy(softmax(, y);
            Tensor Unknown => cross_entropy(softmax(z, 1L));
        }
        """);

    [Theory]
    [InlineData("CrossEntropy(10)")]
    [InlineData("BinaryCrossEntropy(10)")]
    [InlineData("FocalCrossEntropy(10)")]
    [InlineData("HingeLoss(10)")]
    [InlineData("Softmax(10)")]
    public Task Every_kernel_takes_logits(string kernel) => Net.Reports(Class($$"""
        [{{kernel}}]
        public static partial double Kernel(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets);
        public static partial double Kernel(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets) => throw null!;

        public static double Twice(double[] x, double[] p, int[] y)
        {
            StableMath.Softmax(x, p);
            return Kernel({|LG2001:p|}, y) + Kernel(x, y);
        }
        """));

    [Fact]
    public Task A_role_tells_the_logits_where_a_name_does_not() => Net.Reports(Class("""
        [Distillation(10)]
        public static partial double Kernel([Role(KernelRole.Logits)] ReadOnlySpan<double> student, ReadOnlySpan<double> teacher);
        public static partial double Kernel(ReadOnlySpan<double> student, ReadOnlySpan<double> teacher) => throw null!;

        public static double Twice(double[] x, double[] t, double[] p)
        {
            StableMath.Softmax(x, p);
            return Kernel({|LG2001:p|}, t) + Kernel(x, t);
        }
        """));

    [Fact]
    public Task Probabilities_that_a_kernel_writes_are_probabilities() => Net.Reports(Class("""
        [Softmax(10)]
        public static partial void Classify(ReadOnlySpan<double> logits, Span<double> probabilities);
        public static partial void Classify(ReadOnlySpan<double> logits, Span<double> probabilities) => throw null!;

        [CrossEntropy(10)]
        public static partial double Kernel(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> probabilities);
        public static partial double Kernel(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> probabilities) => throw null!;

        public static double Twice(double[] x, double[] p, double[] q, int[] y)
        {
            Classify(x, p);
            double loss = Kernel({|LG2001:p|}, y, q);
            return loss - {|LG1001:Math.Log(p[y[0]])|} + Kernel(x, y, q);
        }
        """));

    [Theory]
    [InlineData("return torch.distributions.Categorical(logits: {|LG2001:x.softmax(1)|}).log_prob(y);")]
    [InlineData("return torch.distributions.Bernoulli(logits: {|LG2001:x.sigmoid()|}).log_prob(y);")]
    [InlineData("return F.multilabel_soft_margin_loss({|LG2001:x.sigmoid()|}, y);")]
    [InlineData("return nn.SoftMarginLoss().forward({|LG2001:x.sigmoid()|}, y);")]
    [InlineData("return torch.distributions.Categorical(x.softmax(1)).log_prob(y);")]
    [InlineData("return torch.distributions.Categorical(logits: x).log_prob(y);")]
    [InlineData("return torch.distributions.Categorical(probs: x.softmax(1)).log_prob(y);")]
    [InlineData("return F.multilabel_soft_margin_loss(x, y);")]
    public Task Whatever_else_is_made_for_logits_is_known(string statements) => Torch.Reports(TorchBody(statements));
}
