using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generators.Definitions;

/// <summary>Reports what is wrong with a kernel's declaration, at the place to change. The generator itself reports nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelDefinitionAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the parameter to add.</summary>
    public const string MissingParameter = nameof(MissingParameter);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => KernelDescriptors.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var known = new Dictionary<ISymbol, LossDeclaration>(SymbolEqualityComparer.Default);
            foreach (var loss in LossFormulas.All)
            {
                if (start.Compilation.GetTypeByMetadataName(loss.MetadataName) is { } type)
                {
                    known.Add(type, loss);
                }
            }

            if (known.Count > 0)
            {
                var facts = CompilationFacts.Of(start.Compilation);
                start.RegisterSymbolAction(symbol => Check(symbol, known, facts), SymbolKind.Method);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, Dictionary<ISymbol, LossDeclaration> known, CompilationFacts facts)
    {
        var method = (IMethodSymbol)context.Symbol;
        var attribute = method.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } type && known.ContainsKey(type));
        if (attribute is null || method.PartialDefinitionPart is not null)
        {
            return;
        }

        var reading = KernelReader.Read(method, attribute, known[attribute.AttributeClass!], facts, context.CancellationToken);
        foreach (var problem in reading.Problems)
        {
            var properties = problem.MissingParameter is null
                ? ImmutableDictionary<string, string?>.Empty
                : ImmutableDictionary<string, string?>.Empty.Add(MissingParameter, problem.MissingParameter);
            context.ReportDiagnostic(Diagnostic.Create(KernelDescriptors.Of(problem.Id), problem.Place, properties, problem.Arguments));
        }
    }
}
