using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0010: removes the default value of a span that must always be given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDefaultCodeFix))]
[Shared]
public sealed class RemoveDefaultCodeFix : CodeFixProvider
{
    // Set by the definition analyzer: options fail to fit together in other ways, too.
    private const string HasDefault = nameof(HasDefault);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ImpossibleCombination];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(HasDefault)
                && root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is ParameterSyntax { Default: not null } parameter
                && IsFirstWithDefault(parameter))
            {
                var bare = parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia());
                var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(parameter, bare));
                context.RegisterCodeFix(
                    CodeAction.Create("Remove the default value", _ => Task.FromResult(changed), nameof(RemoveDefaultCodeFix)),
                    diagnostic);
            }
        }
    }

    /// <summary>A parameter without a default value may not follow one that has one.</summary>
    private static bool IsFirstWithDefault(ParameterSyntax parameter) =>
        parameter.Parent is ParameterListSyntax list && list.Parameters.First(other => other.Default is not null) == parameter;
}
