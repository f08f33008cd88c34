using System.Linq;
using System.Threading.Tasks;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Two attributes or two declarations of one method are that method's error: every other kernel is written all the same.</summary>
public sealed class RepeatedKernelTests
{
    private const string Good = "[CrossEntropy(4)] public static partial float Good(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);";

    private const string Signature = "public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);";

    [Theory]
    [InlineData("[CrossEntropy(3)] [{|LG0017:FocalCrossEntropy(3)|}] ")]
    [InlineData("[CrossEntropy(3), {|LG0017:BrierLoss(3)|}] ")]
    [InlineData("[CrossEntropy(3)] [{|LG0017:BrierLoss(3)|}] [HingeLoss(3)] ")]
    [InlineData("[CrossEntropy(3)] [CrossEntropy(4)] ")] // reported by the compiler
    public Task Two_loss_attributes_on_one_method(string attributes) => LeavesTheOther(attributes + Signature);

    [Theory]
    [InlineData("[CrossEntropy(3)] " + Signature, "[CrossEntropy(3)] public static partial float {|LG0017:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[CrossEntropy(3)] " + Signature, "[BrierLoss(5)] public static partial float {|LG0017:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    public Task A_declaration_that_stands_twice_for_a_moment(string first, string second) => LeavesTheOther(first + "\n    " + second);

    [Fact]
    public void Types_of_one_name_and_of_two_kinds_leave_the_others_alone()
    {
        const string Source = $$"""
            using System;
            using LossGen;
            public static partial class C { [CrossEntropy(3)] {{Signature}} }
            public partial struct C { [CrossEntropy(3)] {{Signature}} }
            public static partial class D { {{Good}} }
            """;
        GeneratorHost.Run(GeneratorHost.Compilation(Source), null, out var generated);
        generated.ShouldContain(file => file.HintName.StartsWith("D.Good.", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Files_whose_names_differ_in_case_only_are_two()
    {
        GeneratorHost.Run(GeneratorHost.Compilation(Declared.In(Good + "\n" + Good.Replace("Good", "GOOD", System.StringComparison.Ordinal))), null, out var generated);
        generated.Length.ShouldBe(2);
    }

    /// <summary>Reported at that method, the good one is a kernel, and the other throws what is reported.</summary>
    private static async Task LeavesTheOther(string members)
    {
        await Declared.Reports(Good + "\n    " + members);
        var compilation = GeneratorHost.Compilation(Declared.In(Declared.Unmarked(Good + "\n    " + members)));
        GeneratorHost.Run(compilation, null, out var generated);
        generated.Select(file => file.HintName.Split('.')[1]).ShouldBe(["Good", "Loss"], ignoreOrder: true);
        generated.Single(file => file.HintName.Contains("Good", System.StringComparison.Ordinal)).SourceText.ToString().ShouldContain("GoodKernel");
    }
}
