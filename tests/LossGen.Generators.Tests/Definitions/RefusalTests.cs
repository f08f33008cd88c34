using System.Threading.Tasks;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>
/// What only a loss as a whole can refuse is reported in a build, where the generated half stands beside the user's: an analyzer that takes
/// that half for the user's own body reports nothing, and the kernel throws at run time.
/// </summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("[{|LG0010:HingeLoss(10)|}] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> hessianDiagonal);")]
    [InlineData("[LargeMarginCrossEntropy(10, Margin = 3, {|LG0010:Softcap = 5|})] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms);")]
    [InlineData("[CrossEntropy(10)] public static partial void {|LG0006:Run|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[BinaryCrossEntropy(8, {|LG0010:PosWeight = 2|})] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> posWeights);")]
    [InlineData("[BinaryCrossEntropy(100, {|LG0010:Layout = Layout.ClassStride|})] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<ulong> targets, int inner);")]
    [InlineData("[BinaryCrossEntropy(8, {|LG0010:Layout = Layout.ClassStride|})] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, int inner);")]
    [InlineData("[{|LG0010:MultiMarginLoss(10)|}] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> hessianDiagonal);")]
    [InlineData("[{|LG0010:CrammerSingerLoss(10)|}] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> hessianDiagonal);")]
    [InlineData("[{|LG0010:AbsoluteErrorLoss(10)|}] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> hessianDiagonal);")]
    [InlineData("[{|LG0010:SimilarityCrossEntropy(10, Decay = 0.5)|}] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> similarity);")]
    public Task A_refused_kernel_is_reported_in_a_build(string member) => Declared.IsRefused(member);

    [Fact]
    public Task Every_problem_of_a_declaration_is_reported_and_thrown() => Declared.IsRefused(
        "[CrossEntropy(3, {|LG0011:Temperature = -1|})] public static partial float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0008:Span<double>|} gradient);");

    [Theory]
    [InlineData("ReadOnlySpan<float> {|LG0005:logit|}, ReadOnlySpan<int> targets")]
    [InlineData("ReadOnlySpan<float> {|LG0005:scores|}, ReadOnlySpan<int> targets")]
    [InlineData("ReadOnlySpan<float> logits, ReadOnlySpan<int> {|LG0005:labels|}")]
    [InlineData("ReadOnlySpan<double> {|LG0005:x|}, ReadOnlySpan<int> {|LG0005:y|}, Span<double> gradient")]
    [InlineData("ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> {|LG0005:grad|}")]
    public Task A_wrong_name_is_one_mistake(string parameters) => Declared.IsRefused("[CrossEntropy(3)] public static partial float Run(" + parameters + ");");
}
