using System;
using System.Linq;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Caching;

/// <summary>A formula in another file is part of the kernels that use it, and of no others.</summary>
public sealed class FormulaCachingTests
{
    private const string Kernels = """
        using System;
        using LossGen;
        static partial class K
        {
            [CustomLoss(5, nameof(First))] public static partial float A(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            [CustomLoss(5, nameof(Second))] public static partial float B(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }
        """;

    private const string Formulas = """
        using System;
        using LossGen;
        static partial class K
        {
            const double Weight = 2;
            [LossFormula] static double First(LossRow row) => Weight * Shared(row);
            [LossFormula] static double Second(LossRow row) => row.NegLogP(row.Target) + row.Q(row.Target);
            [LossFormula] static double Shared(LossRow row) => row.Q(row.Target);
        }
        """;

    [Theory]
    [InlineData("// a comment\n", "", "")]
    [InlineData("Weight * Shared", "Weight / 3 * Shared", "A")]
    [InlineData("Weight = 2", "Weight = 3", "A")]
    [InlineData("=> row.Q(row.Target)", "=> row.NegLogP(row.Target)", "A")]
    [InlineData("+ row.Q(row.Target)", "+ 2 * row.Q(row.Target)", "B")]
    [InlineData("(LossRow row) => row.Q", "(LossRow r) => r.NegLogP(r.Target) + 0 * r.Q", "A", "row.Target);\n}", "r.Target);\n}")]
    public void An_edit_regenerates_the_kernels_whose_formula_it_changes(string before, string after, string changed, string alsoBefore = "", string alsoAfter = "")
    {
        string edited = before.StartsWith("//", StringComparison.Ordinal) ? before + Formulas : Formulas.Replace(before, after, StringComparison.Ordinal);
        edited = alsoBefore.Length > 0 ? edited.Replace(alsoBefore, alsoAfter, StringComparison.Ordinal) : edited;
        edited.ShouldNotBe(Formulas);
        var formulas = CSharpSyntaxTree.ParseText(Formulas, GeneratorHost.ParseOptions, "Formulas.cs");
        var first = GeneratorHost.Compilation(Kernels).AddSyntaxTrees(formulas);
        var second = first.ReplaceSyntaxTree(formulas, CSharpSyntaxTree.ParseText(edited, GeneratorHost.ParseOptions, "Formulas.cs"));

        var driver = GeneratorHost.Driver().RunGenerators(first);
        var result = driver.RunGenerators(second).GetRunResult().Results[0];

        GeneratorHost.Problems(GeneratorHost.Run(second, null, out _)).ShouldBeEmpty();
        var modified = result.TrackedSteps[StageNames.Plan].SelectMany(step => step.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.Modified)
            .Select(output => ((PlannedKernel)output.Value).Method!.Name);
        string.Concat(modified).ShouldBe(changed);
    }
}
