using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>Which activation goes before which loss: every pair there is, each in four forms, on the real TorchSharp.</summary>
public class LossQuizTests
{
    [Theory]
    [InlineData("", "BCELoss", "Warning LG2008")]
    [InlineData("", "BCEWithLogitsLoss", "")]
    [InlineData("Sigmoid", "BCELoss", "Info LG2002")]
    [InlineData("Sigmoid", "BCEWithLogitsLoss", "Warning LG2001")]
    [InlineData("LogSigmoid", "BCELoss", "Warning LG2008")]
    [InlineData("LogSigmoid", "BCEWithLogitsLoss", "Warning LG2001")]
    [InlineData("", "NLLLoss", "Warning LG2008")]
    [InlineData("", "CrossEntropyLoss", "")]
    [InlineData("Softmax", "NLLLoss", "Warning LG2003")]
    [InlineData("Softmax", "CrossEntropyLoss", "Warning LG2001")]
    [InlineData("LogSoftmax", "NLLLoss", "")]
    [InlineData("LogSoftmax", "CrossEntropyLoss", "Info LG2001")]
    [InlineData("LogSoftmax", "BCELoss", "Warning LG2008")]
    [InlineData("LogSoftmax", "BCEWithLogitsLoss", "Warning LG2001")]
    public async Task Each_pair_of_activation_and_loss_has_its_verdict(string activation, string loss, string verdict)
    {
        string function = FunctionOf(loss);
        string applied = Applied(activation, "fc.forward(x)");
        bool hasDimension = activation.EndsWith("oftmax", System.StringComparison.Ordinal);
        string layer = activation.Length == 0 ? string.Empty : $", {activation}({(hasDimension ? "1" : string.Empty)})";
        await Check($"var z = {applied}; return F.{function}(z, y);", verdict);
        await Check($"return F.{function}({applied}, y);", verdict);
        await Check($"var model = Sequential(Linear(4, 4){layer}); var loss = {loss}(); return loss.forward(model.forward(x), y);", verdict);
        await Check(
            "return criterion.call(model.call(x), y);",
            verdict,
            $"static readonly Module<Tensor, Tensor> model = Sequential(Linear(4, 4){layer}); static readonly {loss} criterion = {loss}();");
    }

    [Theory]
    [InlineData("return F.nll_loss(x.softmax(1).log_softmax(1), y);", "Warning LG2101")]
    [InlineData("var p = F.softmax(x, 1); return F.nll_loss(F.log_softmax(p, 1), y);", "Warning LG2101")]
    [InlineData("var p = F.softmax(x, 1); return (p.logsumexp(1) - p.gather(1, y.unsqueeze(1)).squeeze(1)).mean();", "Warning LG2101")]
    [InlineData("var p = F.softmax(x, 1); return p.exp() / p.exp().sum(1, true);", "Warning LG2101")]
    [InlineData("return F.nll_loss(x.log_softmax(1).log_softmax(1), y);", "")]
    [InlineData("return x.softmax(0).softmax(1);", "")]
    [InlineData("return (x.logsumexp(1) - x.gather(1, y.unsqueeze(1)).squeeze(1)).mean();", "")]
    public Task A_softmax_of_a_softmax_is_told_whoever_writes_the_second(string statements, string verdict) => Check(statements, verdict);

    private static async Task Check(string statements, string verdict, string members = "")
    {
        ImmutableArray<Diagnostic> found = await Test.RealTorch.Found($$"""
            using System;
            using TorchSharp;
            using TorchSharp.Modules;
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn;
            using F = TorchSharp.torch.nn.functional;

            public class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 4);
                {{members}}
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => fc.forward(x);
                public Tensor Loss(Tensor x, Tensor y) { {{statements}} }
            }
            """);
        string.Join(", ", found.Select(diagnostic => diagnostic.Severity + " " + diagnostic.Id))
            .ShouldBe(verdict, statements + "\n" + string.Join("\n", found.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))));
    }

    private static string FunctionOf(string loss) => loss switch
    {
        "BCELoss" => "binary_cross_entropy",
        "BCEWithLogitsLoss" => "binary_cross_entropy_with_logits",
        "NLLLoss" => "nll_loss",
        _ => "cross_entropy",
    };

    private static string Applied(string activation, string logits) => activation switch
    {
        "" => logits,
        "Sigmoid" => $"torch.sigmoid({logits})",
        "LogSigmoid" => $"F.logsigmoid({logits})",
        "Softmax" => $"F.softmax({logits}, 1)",
        _ => $"F.log_softmax({logits}, 1)",
    };
}
