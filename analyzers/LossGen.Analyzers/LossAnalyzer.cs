using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Rules;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers;

/// <summary>The analyzer that hosts all rules: each body is run on values once, and every rule looks at what that shows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalog.Descriptors;

    /// <summary>Lets a failure of the engine through. Tests set it; users get silence instead of AD0001.</summary>
    internal static bool FailLoudly { get; set; }

    /// <summary>Takes the time of every rule. Tests set it.</summary>
    internal static RuleClock? Clock { get; set; }

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var session = new Lazy<EngineSession>(() => new EngineSession(start.Compilation, KnowledgeBase.Load(UserKnowledge.Read(start.Options.AdditionalFiles)), Catalog.TriggersOf(rule => IsWanted(rule, start.Compilation, start.CancellationToken)), Catalog.TriggeringNames, Catalog.IsTriggeredBy));
            start.RegisterOperationBlockAction(block => Analyze(block, session));
        });
    }

    // On the command line, in a global configuration file, or for some file.
    private static bool IsWanted(DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out ReportDiagnostic severity))
        {
            return severity is not ReportDiagnostic.Suppress;
        }

        if (compilation.Options.SyntaxTreeOptionsProvider is not { } options)
        {
            return false;
        }

        return (options.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out severity) && severity is not ReportDiagnostic.Suppress)
            || compilation.SyntaxTrees.Any(tree => options.TryGetDiagnosticValue(tree, rule.Id, cancellation, out ReportDiagnostic there) && there is not ReportDiagnostic.Suppress);
    }

    private static void Analyze(OperationBlockAnalysisContext context, Lazy<EngineSession> lazy)
    {
        try
        {
            EngineSession session = lazy.Value;
            if (!session.Triggers.Any(context.OperationBlocks) || IsFormula(context.OwningSymbol))
            {
                return;
            }

            Policy policy = Policy.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.OperationBlocks[0].Syntax.SyntaxTree));
            var interpreter = new Interpreter(session, new CallDepth(CallDepth.Most), context.OwningSymbol, site => Report(context, site with { Policy = policy }), context.CancellationToken);
            interpreter.Run(context.OperationBlocks);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !FailLoudly)
        {
            // A rule that cannot understand a body has nothing to say about it.
        }
    }

    /// <summary>Whether the body is a custom loss's formula: the generator makes it stable, so it may be written as the paper prints it.</summary>
    private static bool IsFormula(ISymbol owner) => owner is IMethodSymbol && owner.GetAttributes().Any(data =>
        data.AttributeClass is { Name: "LossFormulaAttribute", ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } });

    private static void Report(OperationBlockAnalysisContext context, Site site)
    {
        if (site.Policy.Explains)
        {
            context.ReportDiagnostic(Explanation.Of(site));
        }

        if (!Catalog.ByRoot.TryGetValue(site.Value.Op, out ImmutableArray<Rule> rules) || Experiments.IsPartOfOne(site.Operation))
        {
            return;
        }

        foreach (Rule rule in rules)
        {
            if ((Clock is { } clock ? clock.Look(rule, site) : rule.Look(site)) is { } finding)
            {
                context.ReportDiagnostic(finding.ToDiagnostic(rule.Descriptor, site.Operation, site.Policy));
                return;
            }
        }
    }
}
