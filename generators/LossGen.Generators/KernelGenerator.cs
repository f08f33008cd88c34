using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generators.Definitions;
using LossGen.Generators.Formulas;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators;

/// <summary>
/// Completes partial methods that carry a loss attribute. What a user can mend is reported by <see cref="KernelDefinitionAnalyzer"/>, which
/// calls the same reader; only a fault of the generator itself is reported from here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = LossFormulas.All.Select(loss => Models(context, loss)).ToList();
        var facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of(compilation))
            .WithTrackingName(StageNames.Facts);
        var trial = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ReadTrial.Of(options.GlobalOptions));
        var project = facts.Combine(trial).Combine(models.Select(Names).Aggregate(Both).Select(static (names, _) => Repeated(names)))
            .Select(static (parts, _) => new KernelProject(parts.Left.Left, parts.Left.Right, parts.Right));

        foreach (var ofLoss in models)
        {
            var plans = ofLoss.Combine(project)
                .Select(static (parts, _) => PlannedKernel.Of(parts.Left, parts.Right))
                .WithTrackingName(StageNames.Plan);
            context.RegisterSourceOutput(plans, static (output, plan) => Emit(output, plan));
        }
    }

    private static IncrementalValuesProvider<KernelModel> Models(IncrementalGeneratorInitializationContext context, LossDeclaration loss) => context.SyntaxProvider
        .ForAttributeWithMetadataName(loss.MetadataName, static (node, _) => node is MethodDeclarationSyntax, (match, token) => Read(match, loss, token))
        .WithTrackingName(StageNames.Read);

    /// <summary>The method alone is read here; what the project allows is known later, so that it does not make every method change.</summary>
    private static KernelModel Read(GeneratorAttributeSyntaxContext match, LossDeclaration loss, CancellationToken token)
    {
        var method = (IMethodSymbol)match.TargetSymbol;
        return KernelAttributes.Others(method, match.Attributes[0]).IsCompletedElsewhere ? KernelModel.Nothing
            : !CompilationFacts.HasExtendedPartialsIn(match.TargetNode.SyntaxTree) ? KernelModel.Nothing with { TooOld = PlaceOf(match.Attributes[0], token) }
            : KernelModel.Of(KernelDeclarations.Read(method, match.Attributes[0], loss, CompilationFacts.Ideal, match.SemanticModel.Compilation, token));
    }

    private static SourcePlace? PlaceOf(AttributeData attribute, CancellationToken token) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(token) is { } syntax ? SourcePlace.Of(syntax) : null;

    private static IncrementalValueProvider<ImmutableArray<string>> Names(IncrementalValuesProvider<KernelModel> models) =>
        models.Where(static model => model.Method is not null).Select(static (model, _) => model.Method!.HintName).Collect();

    private static IncrementalValueProvider<ImmutableArray<string>> Both(IncrementalValueProvider<ImmutableArray<string>> first, IncrementalValueProvider<ImmutableArray<string>> second) =>
        first.Combine(second).Select(static (pair, _) => pair.Left.AddRange(pair.Right));

    // Two files whose names differ in case only are one to the compiler.
    private static EquatableArray<string> Repeated(ImmutableArray<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToEquatableArray();

    private static void Emit(SourceProductionContext output, PlannedKernel kernel)
    {
        if (kernel.TooOld is { } place)
        {
            output.ReportDiagnostic(Diagnostic.Create(KernelDescriptors.Of(kernel.Problem), place.ToLocation()));
        }

        if (kernel.Method is { } method)
        {
            output.AddSource(method.HintName, kernel.Refusal.Length > 0
                ? KernelFile.WriteRefusal(method, kernel.Refusal)
                : kernel.Plan is { } plan ? FaultBarrier.Write(() => KernelFile.Write(plan), method, output.ReportDiagnostic)
                : FaultBarrier.Refuse(method, kernel.Fault, output.ReportDiagnostic));
        }
    }
}
