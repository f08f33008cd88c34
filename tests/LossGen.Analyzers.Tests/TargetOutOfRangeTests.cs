using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class TargetOutOfRangeTests
{
    [Theory]
    [InlineData("[CrossEntropy(3)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, {|LG2202:new[] { 1, 2, 3 }|});")]
    [InlineData("[CrossEntropy(2)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, {|LG2202:new int[] { -1 }|});")]
    [InlineData("[CrossEntropy(3, IgnoreIndex = -1)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, {|LG2202:new[] { -1, -2 }|});")]
    public Task In_a_method_it_is_reported(string statements) => Net.Reports(Class(statements));

    [Theory]
    [InlineData("[CrossEntropy(3)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, new[] { 0, 1, 2 });")]
    [InlineData("[CrossEntropy(3)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x, int k) => Loss(x, new[] { k });")]
    [InlineData("[CrossEntropy(3, IgnoreIndex = -1)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, new[] { 0, -1 });")]
    [InlineData("[CrossEntropy(3, InvalidTarget = InvalidTarget.Ignore)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float M(float[] x) => Loss(x, new[] { 0, 7 });")]
    public Task Methods_that_look_alike_are_not(string statements) => Net.Reports(Class(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => (Net with { MayBeBroken = true }).Reports(Class("[CrossEntropy(3)] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; static float[] x; static float P => Loss(x, {|LG2202:new[] { 3 }|}); static float Q => Loss(x, new[] { ;"));
}
