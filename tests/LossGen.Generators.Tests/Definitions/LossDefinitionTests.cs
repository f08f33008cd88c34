using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>What a loss declares about its own options and parameters becomes diagnostics at the place to change.</summary>
public sealed class LossDefinitionTests
{
    [Theory]
    [InlineData("FocalCrossEntropy(3, {|LG0011:Gamma = -0.1|})")]
    [InlineData("FocalCrossEntropy(3, {|LG0011:Gamma = double.PositiveInfinity|})")]
    [InlineData("FocalCrossEntropy(3, {|LG0011:Alpha = new[] { 1.0, 2.0 }|})")]
    [InlineData("FocalCrossEntropy(3, {|LG0011:Alpha = new[] { 1.0, 2.0, -1 }|})")]
    [InlineData("FocalCrossEntropy(3, {|LG0011:Alpha = new[] { 1.0, 2.0, double.NaN }|})")]
    [InlineData("PolyCrossEntropy(3, {|LG0011:Epsilon = -1.5|})")]
    [InlineData("GeneralizedCrossEntropy(3, {|LG0011:Q = 0.0|})")]
    [InlineData("GeneralizedCrossEntropy(3, {|LG0011:Q = 1.01|})")]
    [InlineData("GeneralizedCrossEntropy(3, {|LG0011:Truncation = 1.0|})")]
    [InlineData("SimilarityCrossEntropy(3, {|LG0011:Decay = 1.0|})")]
    [InlineData("SimilarityCrossEntropy(3, {|LG0011:Decay = double.NaN|})")]
    [InlineData("CorrentropyLoss(3, {|LG0011:Sigma = 0.0|})")]
    [InlineData("HingeLoss(3, {|LG0011:Power = 4|})")]
    [InlineData("HingeLoss(3, {|LG0011:Margin = 0.0|})")]
    [InlineData("MultiMarginLoss(3, {|LG0011:Power = 3|})")]
    [InlineData("ChebyshevLoss(3, {|LG0011:ZLoss = -1.0|})")]
    public Task An_option_of_a_loss_out_of_its_range(string attribute) =>
        Declared.IsRefused($"[{attribute}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Theory]
    [InlineData("[LargeMarginCrossEntropy(3, {|LG0011:Margin = 5|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms);")]
    [InlineData("[BinaryCrossEntropy({|LG0011:PosWeight = -1|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);")]
    [InlineData("[BinaryCrossEntropy({|LG0011:LabelSmoothing = 2|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets);")]
    [InlineData("[FocalBinaryCrossEntropy({|LG0011:Alpha = 1.5|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> targets);")]
    [InlineData("[EntropyLoss(3, {|LG0011:Unit = (Unit)2|})] public static partial float Loss(ReadOnlySpan<float> logits);")]
    public Task An_option_of_a_loss_with_other_parameters_out_of_its_range(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> {|LG0010:alpha|});")]
    [InlineData("[FocalCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> {|LG0010:teacher|});")]
    [InlineData("[EntropyLoss(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> {|LG0010:targets|});")]
    [InlineData("[Distillation(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, ReadOnlySpan<float> {|LG0010:classWeights|});")]
    [InlineData("[BinaryCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<int> {|LG0010:predictions|});")]
    [InlineData("[BinaryCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> {|LG0010:logSumExp|});")]
    [InlineData("[LargeMarginCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, ReadOnlySpan<float> {|LG0010:logitBias|});")]
    [InlineData("[Softmax(3)] public static partial void Run(ReadOnlySpan<float> logits, Span<float> probabilities, ReadOnlySpan<float> {|LG0010:other|});")]
    public Task A_parameter_of_another_loss(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[Distillation(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits);")]
    [InlineData("[ListNet(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits);")]
    [InlineData("[PolicyGradient(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[ForwardCorrectedCrossEntropy(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[KLDivergence(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits);")]
    public Task A_parameter_that_a_loss_cannot_do_without(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[FocalCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, {|LG0007:ReadOnlySpan<float>|} targets);")]
    [InlineData("[KLDivergence(3)] public static partial float Loss(ReadOnlySpan<float> logits, {|LG0007:ReadOnlySpan<int>|} targets);")]
    [InlineData("[BinaryCrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, {|LG0007:ReadOnlySpan<int>|} targets);")]
    [InlineData("[PolicyGradient(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, {|LG0007:double|} baseline);")]
    [InlineData("[Distillation(3)] public static partial float Loss(ReadOnlySpan<float> logits, {|LG0008:ReadOnlySpan<double>|} teacher);")]
    public Task Targets_and_parameters_of_a_type_that_the_loss_does_not_take(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[{|LG0010:SimilarityCrossEntropy(3)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[{|LG0010:SimilarityCrossEntropy(3, Decay = 0.5)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> similarity);")]
    [InlineData("[FocalCrossEntropy(2, {|LG0010:Alpha = new[] { 1.0, 2.0 }|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> alpha);")]
    [InlineData("[BinaryCrossEntropy(2, {|LG0010:PosWeight = 2|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, ReadOnlySpan<float> posWeights);")]
    [InlineData("[BinaryCrossEntropy(5, {|LG0010:Layout = Layout.ClassStride|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, int inner);")]
    [InlineData("[HingeLoss(3, {|LG0010:Power = 1|})] public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> hessianDiagonal);")]
    [InlineData("[LargeMarginCrossEntropy(3, Margin = 2, {|LG0010:Softcap = 30|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms);")]
    [InlineData("[{|LG0010:LargeMarginCrossEntropy(3, Margin = 2)|}] public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> hessianDiagonal);")]
    [InlineData("[EntropyLoss(3, {|LG0010:ClassWeights = new[] { 1.0, 2, 3 }|})] public static partial float Loss(ReadOnlySpan<float> logits);")]
    [InlineData("[{|LG0010:ForwardCorrectedCrossEntropy(46341)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> confusion);")]
    [InlineData("[EntropyLoss(3, {|LG0010:InvalidTarget = InvalidTarget.Ignore|})] public static partial float Loss(ReadOnlySpan<float> logits);")]
    public Task What_does_not_fit_together_in_a_loss(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[FocalCrossEntropy(3, Gamma = )] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[FocalCrossEntropy(3, Gamma = \"a\", Alpha = null)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[FocalCrossEntropy(3, Alpha = new[] { 1, , })] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[FocalCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[BinaryCrossEntropy(")]
    [InlineData("[BinaryCrossEntropy(0)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> targets);")]
    [InlineData("[ListNet] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<> relevance, int classes);")]
    [InlineData("[SimilarityCrossEntropy(-1, Decay = 1e400)] public static partial float Loss(ReadOnlySpan<Missing> logits, ReadOnlySpan<int> targets, similarity);")]
    [InlineData("[EntropyLoss(3, Unit = Unit.Teeth)] public static partial float Loss(ReadOnlySpan<float> logits);")]
    public async Task Half_typed_losses_never_make_the_generator_or_the_analyzer_throw(string members)
    {
        var after = GeneratorHost.Run(GeneratorHost.Compilation(Declared.In(members)), null, out _);
        (await after.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Id).ShouldNotContain("AD0001");
    }

    [Theory]
    [InlineData("[BinaryCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets);")]
    [InlineData("[BinaryCrossEntropy(Hessian = HessianConvention.LightGBM)] public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> hessianDiagonal);")]
    [InlineData("[PolicyGradient(3)] public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<long> targets, ReadOnlySpan<double> returns, double baseline);")]
    [InlineData("[ListNet] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, int classes);")]
    [InlineData("[SimilarityCrossEntropy(3, Decay = 0)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    public Task A_good_declaration_is_silent(string member) => Declared.Reports(member);
}
