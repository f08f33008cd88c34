using System.Linq;
using System.Threading.Tasks;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Which types numbers may have in memory, and which may stand beside each other.</summary>
public sealed class StorageDefinitionTests
{
    [Theory]
    [InlineData("ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient, ReadOnlySpan<Half> classWeights, ReadOnlySpan<Half> sampleWeights")]
    [InlineData("ReadOnlySpan<LossGen.Numerics.BFloat16> logits, ReadOnlySpan<LossGen.Numerics.BFloat16> targets, Span<LossGen.Numerics.BFloat16> probabilities")]
    [InlineData("ReadOnlySpan<Half> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<LossGen.Numerics.BFloat16> probabilities, Span<float> losses")]
    [InlineData("ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<Half> gradient = default, ReadOnlySpan<Half> classWeights = default")]
    [InlineData("ReadOnlySpan<Half> features, ReadOnlySpan<LossGen.Numerics.BFloat16> weights, ReadOnlySpan<Half> bias, ReadOnlySpan<int> targets, Span<Half> logits, Span<float> weightsGradient")]
    [InlineData("ReadOnlySpan<float> features, ReadOnlySpan<Half> weights, ReadOnlySpan<int> targets, Span<Half> gradient = default, Span<Half> featuresGradient = default")]
    public async Task Narrow_numbers_are_silent_and_compile(string parameters)
    {
        string source = "[CrossEntropy(10)] public static partial float Loss(" + parameters + ");";
        await Declared.Reports(source);
        GeneratorHost.Problems(GeneratorHost.Run(GeneratorHost.Compilation(Declared.In(source)), null, out _)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_double_stands_beside_no_narrower_number()
    {
        await Says("CrossEntropy(3)", "ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, {|LG0008:Span<Half>|} gradient", "'gradient' holds Half but the logits hold double");
        await Says("CrossEntropy(3)", "ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, {|LG0008:Span<double>|} gradient", "'gradient' holds double but the logits hold Half");
    }

    [Fact]
    public Task Pairs_of_classes_have_the_arithmetics_type() =>
        Says("SimilarityCrossEntropy(3)", "ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, {|LG0007:ReadOnlySpan<Half>|} similarity", "ReadOnlySpan<float>");

    /// <summary>They are summed over tiles where they lie: rounded at every tile, they would lose digits.</summary>
    [Fact]
    public async Task Gradients_that_are_summed_over_rows_have_the_arithmetics_type()
    {
        const string Layer = "ReadOnlySpan<Half> features, ReadOnlySpan<Half> weights, ReadOnlySpan<int> targets, ";
        await Says("CrossEntropy(3)", Layer + "{|LG0007:Span<Half>|} weightsGradient", "Span<float>");
        await Says("CrossEntropy(3)", Layer + "{|LG0007:Span<LossGen.Numerics.BFloat16>|} biasGradient", "Span<float>");
    }

    [Theory]
    [InlineData("Half")]
    [InlineData("BFloat16")]
    public async Task A_users_own_type_of_that_name_is_another_type(string name)
    {
        await Declared.Reports("public struct " + name + " { } [CrossEntropy(3)] public static partial float Loss({|LG0007:ReadOnlySpan<" + name + ">|} logits, ReadOnlySpan<int> targets);");
    }

    [Fact]
    public void The_runtimes_own_bfloat_is_taken_too()
    {
        string source = "namespace System.Numerics { public readonly struct BFloat16 { private readonly ushort bits; public ushort Bits => bits; } }\n"
            + "namespace N { using System; using System.Numerics; using LossGen; public static partial class C {"
            + "[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient = default); } }";
        var after = GeneratorHost.Run(GeneratorHost.Compilation(source), null, out var generated);
        generated.Single().SourceText.ToString().ShouldContain("MemoryMarshal.Cast<global::System.Numerics.BFloat16, global::LossGen.Numerics.BFloat16>(logits)");
        Declared.Errors(after).ShouldBeEmpty();
    }

    private static async Task Says(string attribute, string parameters, string message)
    {
        string member = $"[{attribute}] public static partial float Loss({parameters});";
        await Declared.IsRefused(member);
        var messages = (await Declared.Test.Found(Declared.In(Declared.Unmarked(member)))).Select(found => found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        string.Join("\n", messages).ShouldContain(message);
    }
}
