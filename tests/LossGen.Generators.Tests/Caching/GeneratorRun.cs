using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace LossGen.Generators.Tests.Caching;

/// <summary>Why the steps of the pipeline ran in a second run.</summary>
internal sealed record Reasons(IncrementalStepRunReason Read, IncrementalStepRunReason Plan, IncrementalStepRunReason Output)
{
    public static Reasons Cached { get; } = new(IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);

    /// <summary>The compilation changed, but not this method's syntax tree.</summary>
    public static Reasons Untouched { get; } = new(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);

    public static Reasons Replanned { get; } = new(IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
}

/// <summary>Two runs of the generator with an edit between them.</summary>
internal sealed class GeneratorRun(string source)
{
    public static GeneratorRun Of(string source) => new(source);

    /// <summary>Replaces the file and asks why each step ran again.</summary>
    public Outcome Edit(string edited)
    {
        var first = GeneratorHost.Compilation(source);
        return Rerun(first, first.ReplaceSyntaxTree(first.SyntaxTrees[0], CSharpSyntaxTree.ParseText(edited, GeneratorHost.ParseOptions, "Source.cs")));
    }

    /// <summary>Adds another file.</summary>
    public Outcome AddFile(string text)
    {
        var first = GeneratorHost.Compilation(source);
        return Rerun(first, first.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, GeneratorHost.ParseOptions, "Other.cs")));
    }

    private static Outcome Rerun(CSharpCompilation first, CSharpCompilation second)
    {
        var driver = GeneratorHost.Driver().RunGenerators(first);
        foreach (var step in driver.GetRunResult().Results[0].TrackedSteps[StageNames.Plan])
        {
            Models.AreValues(step.Outputs.Select(output => output.Value));
        }

        return new Outcome(driver.RunGenerators(second).GetRunResult().Results[0]);
    }

    internal sealed class Outcome(GeneratorRunResult result)
    {
        public void ShouldBe(Reasons expected) => new Reasons(Reason(StageNames.Read), Reason(StageNames.Plan), OutputReason()).ShouldBe(expected);

        private IncrementalStepRunReason Reason(string step) => result.TrackedSteps[step].Single().Outputs.Single().Reason;

        private IncrementalStepRunReason OutputReason() => result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs).Single().Reason;
    }

    /// <summary>Walks models and proves that nothing of the compiler is inside, which would keep old compilations alive and defeat caching.</summary>
    private static class Models
    {
        public static void AreValues(IEnumerable<object?> models)
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (object? model in models)
            {
                Visit(model, seen, "model");
            }

            seen.Count.ShouldBeGreaterThan(3);
        }

        private static void Visit(object? value, HashSet<object> seen, string path)
        {
            if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            {
                return;
            }

            bool isCompilers = value is ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or Location or Compilation or SemanticModel or AttributeData;
            isCompilers.ShouldBeFalse($"{path} holds a {value.GetType()}");
            if (value is IEnumerable items)
            {
                foreach (object? item in items)
                {
                    Visit(item, seen, path + "[]");
                }

                return;
            }

            foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            {
                Visit(field.GetValue(value), seen, path + "." + field.Name);
            }
        }
    }
}
