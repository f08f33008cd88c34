using System;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Losses whose parameters lie in other places, run on other threads, or come with their number of classes.</summary>
public sealed class LossLayoutTests
{
    private const int Inner = 21;
    private const int Planes = 3;
    private const int Classes = 5;

    private static readonly (string Attribute, string Options, string Targets, string Parameters, string Arguments)[] Kernels =
    [
        ("FocalCrossEntropy", "", "int", ", ReadOnlySpan<float> alpha", ", a.Inputs[\"alpha\"]"),
        ("SimilarityCrossEntropy", "", "int", ", ReadOnlySpan<float> similarity", ", a.Inputs[\"pairs\"]"),
        ("SimilarityCrossEntropy", ", Decay = 0.5", "int", "", ""),
        ("ForwardCorrectedCrossEntropy", "", "int", ", ReadOnlySpan<float> confusion", ", a.Inputs[\"pairs\"]"),
        ("BrierLoss", "", "int", "", ""),
        ("HingeLoss", ", Power = 2", "int", "", ""),
        ("LargeMarginCrossEntropy", ", Margin = 3", "int", ", ReadOnlySpan<float> norms", ", a.Inputs[\"norms\"]"),
        ("PolicyGradient", "", "int", ", ReadOnlySpan<float> returns, float baseline", ", a.Inputs[\"norms\"], 0.5f"),
        ("JensenShannonDivergence", "", "", ", ReadOnlySpan<float> other", ", a.Inputs[\"other\"]"),
        ("BinaryCrossEntropy", ", PosWeight = 2", "float", ", ReadOnlySpan<float> elementWeights", ", a.Inputs[\"weights\"]"),
    ];

    private static KernelAssembly Assembly { get; } = KernelAssembly.FromSource(Source());

    private static string Source()
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        for (int i = 0; i < Kernels.Length; i++)
        {
            foreach (var (form, options, parameter, argument) in new[] { ("Rows", "", "", ""), ("Planes", ", Layout = Layout.ClassStride", ", int inner", $", {Inner}"), ("Threads", ", Parallel = true", "", "") })
            {
                var (attribute, own, targets, parameters, arguments) = Kernels[i];
                string target = targets.Length == 0 ? string.Empty : $", ReadOnlySpan<{targets}> targets";
                string given = targets.Length == 0 ? string.Empty : targets == "int" ? ", (int[])a.Targets" : ", a.Inputs[\"labels\"]";
                source.Append($$"""
                    public static partial class {{form}}{{i}}
                    {
                        [{{attribute}}({{Classes}}{{own}}{{options}})]
                        public static partial double Loss(ReadOnlySpan<float> logits{{target}}{{parameters}}, Span<float> gradient, Span<float> losses{{parameter}});
                        public static void Call(LossGen.Kernels.Tests.Harness.Losses.LossArguments<float> a) => a.Returned = Loss(a.Logits{{given}}{{arguments}}, a.Gradient, a.Losses{{argument}});
                    }

                    """);
            }
        }

        source.Append($$"""
            public static partial class ListOfAnyLength
            {
                [ListNet]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, int classes, Span<float> gradient, Span<float> losses);
                public static void Call(LossGen.Kernels.Tests.Harness.Losses.LossArguments<float> a) => a.Returned = Loss(a.Logits, a.Inputs["other"], {{Classes}}, a.Gradient, a.Losses);
            }

            public static partial class ListOfFive
            {
                [ListNet({{Classes}})]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, Span<float> gradient, Span<float> losses);
                public static void Call(LossGen.Kernels.Tests.Harness.Losses.LossArguments<float> a) => a.Returned = Loss(a.Logits, a.Inputs["other"], a.Gradient, a.Losses);
            }

            """);
        return source.ToString();
    }

    private static LossArguments<float> Arguments(int rows)
    {
        var random = new Random(5);
        float[] Draw(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => (float)(low + (random.NextDouble() * (high - low))))];
        var arguments = new LossArguments<float>
        {
            Logits = Draw(rows * Classes, -5, 5),
            Targets = Enumerable.Range(0, rows).Select(_ => random.Next(Classes)).ToArray(),
            Gradient = new float[rows * Classes],
            Losses = new float[rows],
        };
        arguments.Inputs["alpha"] = Draw(Classes, 0.1, 1);
        arguments.Inputs["pairs"] = Draw(Classes * Classes, 0.05, 1);
        arguments.Inputs["norms"] = Draw(rows, 8, 20);
        arguments.Inputs["other"] = Draw(rows * Classes, -3, 3);
        arguments.Inputs["labels"] = Draw(rows * Classes, 0, 1);
        arguments.Inputs["weights"] = Draw(rows * Classes, 0, 2);
        return arguments;
    }

    private static LossArguments<float> Run(string name, LossArguments<float> arguments)
    {
        Assembly.Method<LossKernel<float>>(name, "Call")(arguments);
        return arguments;
    }

    /// <summary>Rows × classes as planes × classes × inner.</summary>
    private static float[] Strided(float[] rows) =>
    [
        .. from plane in Enumerable.Range(0, Planes)
           from k in Enumerable.Range(0, Classes)
           from at in Enumerable.Range(0, Inner)
           select rows[(((plane * Inner) + at) * Classes) + k],
    ];

    [Fact]
    public void Classes_that_lie_apart_give_what_neighbours_give()
    {
        for (int i = 0; i < Kernels.Length; i++)
        {
            var expected = Run("Rows" + i, Arguments(Planes * Inner));
            var arguments = Arguments(Planes * Inner);
            arguments.Logits = Strided(arguments.Logits);
            foreach (string name in new[] { "other", "labels", "weights" })
            {
                arguments.Inputs[name] = Strided(arguments.Inputs[name]);
            }

            var actual = Run("Planes" + i, arguments);
            Close(actual.Losses, expected.Losses, Kernels[i].ToString());
            Close(actual.Gradient, Strided(expected.Gradient), Kernels[i].ToString());
            actual.Returned.ShouldBe(expected.Returned, 1e-5 * Math.Abs(expected.Returned));
        }
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        for (int i = 0; i < Kernels.Length; i++)
        {
            var expected = Run("Rows" + i, Arguments(30_000));
            var actual = Run("Threads" + i, Arguments(30_000));
            actual.Losses.ShouldBe(expected.Losses, Kernels[i].ToString());
            actual.Gradient.ShouldBe(expected.Gradient, Kernels[i].ToString());
            actual.Returned.ShouldBe(expected.Returned, 1e-9 * Math.Abs(expected.Returned));
        }
    }

    [Fact]
    public void Lists_of_any_length_give_what_lists_of_a_fixed_one_give()
    {
        var expected = Run("ListOfFive", Arguments(40));
        var actual = Run("ListOfAnyLength", Arguments(40));
        Close(actual.Losses, expected.Losses, "losses");
        Close(actual.Gradient, expected.Gradient, "gradient");
    }

    private static void Close(float[] actual, float[] expected, string what) =>
        actual.ShouldPair(expected, pair => Math.Abs(pair.First - pair.Second) <= 2e-6 * (Math.Abs(pair.Second) + 0.05), what);
}
