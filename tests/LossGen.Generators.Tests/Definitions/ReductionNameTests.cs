using System.Linq;
using System.Threading.Tasks;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

public sealed class ReductionNameTests
{
    // As in TorchSharp, whose users import torch.nn as a whole.
    private const string Source = """
        using System;
        using LossGen;
        using static Torch.nn;
        namespace Torch { public static class nn { public enum Reduction { None, Mean, Sum } } }
        static partial class C
        {
            [CrossEntropy(3, OPTION)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }
        """;

    [Fact]
    public void Sum_needs_no_name_that_TorchSharp_has_too()
    {
        Text("Reduction = LossGen.Reduction.Sum").ShouldBe(Text("Sum = true"));
        Text("Reduction = LossGen.Reduction.Mean").ShouldBe(Text("Sum = false"));
        Text("Sum = true").ShouldNotBe(Text("Sum = false"));
    }

    [Fact]
    public Task Both_options_at_once_are_one_too_many() => Declared.IsRefused(
        "[CrossEntropy(3, Reduction = Reduction.Mean, {|LG0010:Sum = true|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    private static string Text(string option)
    {
        var compilation = GeneratorHost.Compilation(Source.Replace("OPTION", option, System.StringComparison.Ordinal));
        GeneratorHost.Problems(GeneratorHost.Run(compilation, null, out var generated)).ShouldBeEmpty();
        return generated.Single().SourceText.ToString();
    }
}
