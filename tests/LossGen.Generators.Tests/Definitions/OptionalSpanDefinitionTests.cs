using System.Linq;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Which spans may have a default value, and how many.</summary>
public sealed class OptionalSpanDefinitionTests
{
    private static CodeTest Test { get; } = new(new KernelDefinitionAnalyzer())
    {
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    private static string Kernel(string attribute, string parameters, string returns = "float") => $$"""
        using System;
        using LossGen;
        public static partial class C
        {
            [{{attribute}}]
            public static partial {{returns}} Loss(ReadOnlySpan<float> logits, {{parameters}});
        }
        """;

    [Theory]
    [InlineData("SimilarityCrossEntropy(3)", "ReadOnlySpan<int> targets, ReadOnlySpan<float> {|LG0010:similarity|} = default")]
    [InlineData("Distillation(3)", "ReadOnlySpan<float> {|LG0010:teacher|} = default")]
    [InlineData("CrossEntropy(3)", "ReadOnlySpan<int> {|LG0010:targets|} = default")]
    [InlineData("CrossEntropy(3)", "ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights = default, ReadOnlySpan<float> sampleWeights = default, ReadOnlySpan<float> logitBias = default, ReadOnlySpan<bool> mask = default, Span<float> gradient = default, Span<float> losses = default, Span<float> {|LG0010:logSumExp|} = default")]
    public async Task A_span_that_cannot_be_absent_is_refused(string attribute, string parameters)
    {
        await Test.Reports(Kernel(attribute, parameters));
        string plain = System.Text.RegularExpressions.Regex.Replace(Kernel(attribute, parameters), @"\{\|LG\d+:|\|\}", string.Empty);
        GeneratorHost.Run(GeneratorHost.Compilation(plain), null, out var generated);
        generated.Single().SourceText.ToString().ShouldContain("NotSupportedException(\"LG0");
    }

    [Theory]
    [InlineData("CrossEntropy(3)", "ReadOnlySpan<int> targets, float scale = 1, ReadOnlySpan<float> classWeights = default")]
    [InlineData("CrossEntropy(3, Layout = Layout.ClassStride)", "ReadOnlySpan<int> targets, int inner = 1, Span<float> gradient = default")]
    [InlineData("FocalCrossEntropy(3)", "ReadOnlySpan<int> targets, ReadOnlySpan<float> alpha = default")]
    [InlineData("BinaryCrossEntropy(3)", "ReadOnlySpan<float> targets, ReadOnlySpan<float> posWeights = default, ReadOnlySpan<float> elementWeights = default")]
    [InlineData("CrossEntropy(3, Hessian = HessianConvention.XGBoost)", "ReadOnlySpan<int> targets, Span<float> hessianDiagonal = default, Span<float> probabilities = default, Span<float> logProbabilities = default")]
    [InlineData("KLDivergence(3)", "ReadOnlySpan<float> targets, ReadOnlySpan<float> classWeights = default, Span<float> gradient = default")]
    [InlineData("PolicyGradient(3)", "ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, float baseline = 0, ReadOnlySpan<ulong> mask = default")]
    public async Task All_others_may_be_and_compile(string attribute, string parameters)
    {
        await Test.Reports(Kernel(attribute, parameters));
        GeneratorHost.Problems(GeneratorHost.Run(GeneratorHost.Compilation(Kernel(attribute, parameters)), null, out _)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_method_all_of_whose_outputs_are_optional_compiles()
    {
        string source = Kernel("Softmax(3)", "ReadOnlySpan<float> logitBias = default, Span<float> probabilities = default, Span<int> predictions = default", "void");
        await Test.Reports(source);
        GeneratorHost.Problems(GeneratorHost.Run(GeneratorHost.Compilation(source), null, out _)).ShouldBeEmpty();
    }
}
