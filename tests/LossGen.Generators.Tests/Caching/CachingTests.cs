using System;
using Xunit;

namespace LossGen.Generators.Tests.Caching;

/// <summary>An edit regenerates what it changes and nothing else.</summary>
public sealed class CachingTests
{
    private const string Ten = """
        using System;
        using LossGen;
        public static partial class Digits
        {
            [CrossEntropy(10, LabelSmoothing = 0.1)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);
        }
        """;

    [Fact]
    public void A_comment_leaves_the_kernel_cached() => GeneratorRun.Of(Ten).Edit("// hello\n" + Ten).ShouldBe(Reasons.Cached);

    [Fact]
    public void Another_member_leaves_the_kernel_cached() =>
        GeneratorRun.Of(Ten).Edit(Ten.Replace("{\n", "{\n    public static int Unrelated() => 1;\n", StringComparison.Ordinal)).ShouldBe(Reasons.Cached);

    [Fact]
    public void Another_file_leaves_the_kernel_cached() => GeneratorRun.Of(Ten).AddFile("class Other { }").ShouldBe(Reasons.Cached);

    [Fact]
    public void Another_class_count_replans() => GeneratorRun.Of(Ten).Edit(Ten.Replace("10,", "24,", StringComparison.Ordinal)).ShouldBe(Reasons.Replanned);

    [Fact]
    public void Another_option_replans() => GeneratorRun.Of(Ten).Edit(Ten.Replace("0.1", "0.2", StringComparison.Ordinal)).ShouldBe(Reasons.Replanned);

    [Fact]
    public void Another_parameter_replans() =>
        GeneratorRun.Of(Ten).Edit(Ten.Replace(", Span<float> gradient", string.Empty, StringComparison.Ordinal)).ShouldBe(Reasons.Replanned);

    [Fact]
    public void A_refused_kernel_is_cached_too() =>
        GeneratorRun.Of(Ten.Replace("10,", "0,", StringComparison.Ordinal)).Edit("// hello\n" + Ten.Replace("10,", "0,", StringComparison.Ordinal)).ShouldBe(Reasons.Cached);
}
