using System.Linq;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Targets of a type that cannot name every class: a warning, and the kernel is generated.</summary>
public sealed class NarrowTargetsTests
{
    private static CodeTest Test { get; } = new(new KernelDefinitionAnalyzer())
    {
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    private static string Kernel(string attribute, string type, string name) => $$"""
        using System;
        using LossGen;
        public static partial class C
        {
            [{{attribute}}]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<{{type}}> {{name}});
        }
        """;

    [Theory]
    [InlineData("CrossEntropy(257)", "byte")]
    [InlineData("CrossEntropy(300)", "byte")]
    [InlineData("FocalCrossEntropy(129)", "sbyte")]
    [InlineData("CrossEntropy(32769)", "short")]
    [InlineData("HingeLoss(65537)", "ushort")]
    [InlineData("CrossEntropy(300, InvalidTarget = InvalidTarget.Ignore)", "byte")]
    public async Task Targets_that_cannot_name_every_class_are_a_warning(string attribute, string type)
    {
        await Test.Reports(Kernel(attribute, type, "{|LG0016:targets|}"));
        var compilation = GeneratorHost.Run(GeneratorHost.Compilation(Kernel(attribute, type, "targets")), null, out var generated);
        generated.Single().SourceText.ToString().ShouldNotContain("NotSupportedException");
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        KernelDescriptors.NarrowTargets.DefaultSeverity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("CrossEntropy(256)", "byte")]
    [InlineData("CrossEntropy(128)", "sbyte")]
    [InlineData("CrossEntropy(32768)", "short")]
    [InlineData("CrossEntropy(65536)", "ushort")]
    [InlineData("CrossEntropy(100000)", "int")]
    [InlineData("CrossEntropy(100000)", "uint")]
    [InlineData("CrossEntropy(100000)", "long")]
    [InlineData("CrossEntropy(300)", "float")]
    [InlineData("BinaryCrossEntropy(300)", "byte")]
    public Task Targets_that_can_are_silent(string attribute, string type) => Test.Reports(Kernel(attribute, type, "targets"));

    [Fact]
    public Task A_number_of_classes_that_comes_at_run_time_is_not_known() => Test.Reports("""
        using System;
        using LossGen;
        public static partial class C
        {
            [CrossEntropy]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, int classes);
        }
        """);
}
