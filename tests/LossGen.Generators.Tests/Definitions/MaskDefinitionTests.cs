using System.Linq;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Where a mask has a meaning, and of what type it is.</summary>
public sealed class MaskDefinitionTests
{
    private static CodeTest Test { get; } = new(new KernelDefinitionAnalyzer())
    {
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    private static string Kernel(string attribute, string targets, string mask) => $$"""
        using System;
        using LossGen;
        public static partial class C
        {
            [{{attribute}}]
            public static partial float Loss(ReadOnlySpan<float> logits{{targets}}, {{mask}});
        }
        """;

    private static async Task Says(string source, string message)
    {
        await Test.Reports(source);
        string plain = System.Text.RegularExpressions.Regex.Replace(source, @"\{\|LG\d+:|\|\}", string.Empty);
        string.Join("\n", (await Test.Found(plain)).Select(found => found.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).ShouldContain(message);
        GeneratorHost.Run(GeneratorHost.Compilation(plain), null, out var generated);
        generated.Single().SourceText.ToString().ShouldContain("NotSupportedException(\"LG0");
    }

    [Theory]
    [InlineData("BinaryCrossEntropy(8)", "every label is a question of its own")]
    [InlineData("FocalBinaryCrossEntropy(8)", "every label is a question of its own")]
    [InlineData("SquaredErrorLoss(8)", "the squared error of a logit of −∞ is infinite")]
    [InlineData("AbsoluteErrorLoss(8)", "the absolute error of a logit of −∞ is infinite")]
    public Task A_mask_of_a_loss_without_a_softmax_is_refused_with_the_reason(string attribute, string reason) =>
        Says(Kernel(attribute, ", ReadOnlySpan<float> targets", "ReadOnlySpan<bool> {|LG0010:mask|}"), reason);

    [Theory]
    [InlineData("{|LG0007:ReadOnlySpan<byte>|} mask", "ReadOnlySpan of bool or ulong")]
    [InlineData("{|LG0007:ReadOnlySpan<float>|} mask", "ReadOnlySpan of bool or ulong")]
    [InlineData("{|LG0007:ReadOnlySpan<double>|} mask", "ReadOnlySpan of bool or ulong")]
    [InlineData("{|LG0007:ulong|} mask", "ReadOnlySpan of bool or ulong")]
    [InlineData("{|LG0009:Span<bool>|} mask", "ReadOnlySpan of bool or ulong")]
    public Task A_mask_of_another_type_is_told_what_it_must_be(string mask, string type) =>
        Says(Kernel("CrossEntropy(8)", ", ReadOnlySpan<int> targets", mask), type);
}
