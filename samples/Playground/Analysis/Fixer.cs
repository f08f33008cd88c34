using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Playground.Analysis;

/// <summary>The package's code fixes, as an editor asks for them.</summary>
internal static class Fixer
{
    private static readonly Lazy<ImmutableArray<CodeFixProvider>> Providers = new(() =>
    [
        .. typeof(CureCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ]);

    /// <summary>What can be done about a diagnostic.</summary>
    /// <param name="document">The program, of which the diagnostic was reported.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="token">Cancels when the text has changed.</param>
    public static async Task<ImmutableArray<Fix>> Offered(Document document, Diagnostic diagnostic, CancellationToken token)
    {
        var actions = new List<CodeAction>();
        foreach (CodeFixProvider provider in Providers.Value.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), token));
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        foreach (CodeAction action in actions)
        {
            var operations = await action.GetOperationsAsync(token);
            Document? changed = operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id);
            if (changed is not null)
            {
                SourceText before = await document.GetTextAsync(token);
                fixes.Add(Fix.Of(action.Title, before, await changed.GetTextChangesAsync(document, token)));
            }
        }

        return fixes.ToImmutable();
    }
}
