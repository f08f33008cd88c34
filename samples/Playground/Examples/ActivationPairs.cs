using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Playground.Examples;

/// <summary>Which activation goes before which loss: the pairs that a quiz asks for, for one label of several and for yes or no.</summary>
internal static class ActivationPairs
{
    private const string OneOfSeveral = "Quiz: one label of several";
    private const string YesOrNo = "Quiz: yes or no";

    public static IEnumerable<Example> All =>
    [
        .. Pairs(OneOfSeveral, [("no activation", "{0}"), ("softmax", "F.softmax({0}, 1)"), ("log_softmax", "F.log_softmax({0}, 1)")],
            ["cross_entropy", "nll_loss"]),
        .. Pairs(YesOrNo, [("no activation", "{0}"), ("sigmoid", "torch.sigmoid({0})"), ("logsigmoid", "F.logsigmoid({0})")],
            ["binary_cross_entropy_with_logits", "binary_cross_entropy"]),
    ];

    private static IEnumerable<Example> Pairs(string group, (string Name, string Call)[] activations, string[] losses) =>
        activations.SelectMany(activation => losses.Select(loss =>
            new Example(group, $"{activation.Name}, then {loss}", () => Code(activation.Call, loss))));

    private static string Code(string activation, string loss) => $$"""
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using F = TorchSharp.torch.nn.functional;

        // Do the activation and the loss belong together?
        public class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(4, 4);

            public Net() : base("net") => RegisterComponents();

            public override Tensor forward(Tensor x) => fc.forward(x);

            public Tensor Loss(Tensor x, Tensor y)
            {
                var output = {{string.Format(System.Globalization.CultureInfo.InvariantCulture, activation, "forward(x)")}};
                return F.{{loss}}(output, y);
            }
        }

        """;
}
