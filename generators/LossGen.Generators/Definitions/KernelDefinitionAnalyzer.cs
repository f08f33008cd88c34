using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generators.Formulas;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generators.Definitions;

/// <summary>Reports what is wrong with a kernel's declaration, at the place to change. The generator itself reports only what no analyzer can.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelDefinitionAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the parameter to add.</summary>
    public const string MissingParameter = nameof(MissingParameter);

    /// <summary>The property of a diagnostic that holds the name which gives a parameter its role.</summary>
    public const string SuggestedName = nameof(SuggestedName);

    /// <summary>The property of a diagnostic that holds the role that a parameter was probably meant to have.</summary>
    public const string SuggestedRole = nameof(SuggestedRole);

    /// <summary>The property of a diagnostic that holds the modifier and the type that a parameter must have.</summary>
    public const string SuggestedType = nameof(SuggestedType);

    /// <summary>The property of a diagnostic that holds the types which a method may return.</summary>
    public const string SuggestedReturns = nameof(SuggestedReturns);

    /// <summary>The property of a diagnostic about a method without an accessibility.</summary>
    public const string LacksAccessibility = nameof(LacksAccessibility);

    /// <summary>The property of a diagnostic about a default value that must go.</summary>
    public const string HasDefault = nameof(HasDefault);

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

            // In an older language the generator reports: a declaration that the compiler refuses stops a build before any analyzer.
            if (known.Count > 0 && start.Compilation.SyntaxTrees.All(CompilationFacts.HasExtendedPartialsIn))
            {
                var facts = CompilationFacts.Of(start.Compilation);
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        if (!UncompletableMethods.IsInExtensionBlock(symbol.Symbol))
                        {
                            Check((IMethodSymbol)symbol.Symbol, known, facts, symbol.Compilation, symbol.ReportDiagnostic, symbol.CancellationToken);
                        }
                    },
                    SymbolKind.Method);

                // The compiler visits a member of an extension block twice, and the type around it once.
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        foreach (var method in ((INamedTypeSymbol)symbol.Symbol).GetTypeMembers().SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Where(UncompletableMethods.IsInExtensionBlock))
                        {
                            Check(method, known, facts, symbol.Compilation, symbol.ReportDiagnostic, symbol.CancellationToken);
                        }
                    },
                    SymbolKind.NamedType);

                // Neither is a member of a type, and both take attributes.
                start.RegisterOperationAction(
                    operation => Check(((ILocalFunctionOperation)operation.Operation).Symbol, known, facts, operation.Compilation, operation.ReportDiagnostic, operation.CancellationToken),
                    OperationKind.LocalFunction);
                start.RegisterOperationAction(
                    operation => Check(((IAnonymousFunctionOperation)operation.Operation).Symbol, known, facts, operation.Compilation, operation.ReportDiagnostic, operation.CancellationToken),
                    OperationKind.AnonymousFunction);
            }
        });
    }

    private static void Check(IMethodSymbol method, Dictionary<ISymbol, LossDeclaration> known, CompilationFacts facts, Compilation compilation, Action<Diagnostic> report, CancellationToken token)
    {
        var attribute = method.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } type && known.ContainsKey(type));
        if (attribute is null || GeneratedHalf.IsSecondOfUser(method))
        {
            return;
        }

        var reading = KernelDeclarations.Read(method, attribute, known[attribute.AttributeClass!], facts, compilation, token);
        foreach (var problem in reading.Problems.Where(problem => !problem.IsCompilers))
        {
            report(Diagnostic.Create(KernelDescriptors.Of(problem.Id), problem.Place, HintsOf(problem), problem.Arguments));
        }
    }

    /// <summary>What the code fixes need to know.</summary>
    private static ImmutableDictionary<string, string?> HintsOf(Problem problem)
    {
        var hints = ImmutableDictionary<string, string?>.Empty;
        hints = problem.MissingParameter is { } declaration ? hints.Add(MissingParameter, declaration) : hints;
        hints = problem.SuggestedType is { } type ? hints.Add(SuggestedType, type) : hints;
        hints = problem.SuggestedReturns is { } returns ? hints.Add(SuggestedReturns, returns) : hints;
        hints = problem.LacksAccessibility ? hints.Add(LacksAccessibility, string.Empty) : hints;
        hints = problem.HasDefault ? hints.Add(HasDefault, string.Empty) : hints;
        return problem.SuggestedRole is { } role ? hints.Add(SuggestedName, RoleTable.Of(role).Name).Add(SuggestedRole, role.ToString()) : hints;
    }
}
