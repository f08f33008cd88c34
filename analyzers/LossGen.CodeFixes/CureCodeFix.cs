using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>
/// Writes the cure that a rule has stated. Everything is decided before the fix is registered: an edit that is offered cannot
/// fail. Fix All makes the same edits in one go; an edit inside another waits for the next round.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CureCodeFix))]
[Shared]
public sealed class CureCodeFix : CodeFixProvider
{
    private static readonly ImmutableDictionary<string, Rule> Rules =
        Catalog.All.Where(rule => rule.Curing != Curing.Never).ToImmutableDictionary(rule => rule.Descriptor.Id, StringComparer.Ordinal);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Rules.Keys.OrderBy(id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc />
    public override FixAllProvider? GetFixAllProvider() => new AllEdits();

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixScene.Of(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } scene)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (SoundPlan(scene, diagnostic) is not { } edit)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(edit.Title, cancellation => Apply(context.Document, [edit], cancellation), KeyOf(diagnostic)),
                diagnostic);
            if (Renaming.Of(scene, edit) is { } renaming)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title + renaming.Title,
                        cancellation => ApplyAndRename(context.Document, edit, renaming, cancellation),
                        KeyOf(diagnostic) + "AndRename"),
                    diagnostic);
            }
        }
    }

    // One key a rule, as if each had a fix of its own.
    private static string KeyOf(Diagnostic diagnostic) => Rules[diagnostic.Id].GetType().Name + "CodeFix";

    // Whatever is planned, nothing that the code did or said is lost.
    private static Edit? SoundPlan(FixScene scene, Diagnostic diagnostic) =>
        Cure.Of(diagnostic) is { } cure
        && (cure.Rebuilding == Rebuilding.None ? CurePrinter.Print(scene, cure) : Plans.Make(scene, cure)) is { } edit
        && new Effects(scene).AreKept(edit) ? new Comments(scene).Kept(edit) : null;

    private static async Task<Solution> ApplyAndRename(Document document, Edit edit, Renaming renaming, CancellationToken cancellation)
    {
        Document changed = await Apply(document, [edit], cancellation).ConfigureAwait(false);
        return await renaming.Make(changed, cancellation).ConfigureAwait(false);
    }

    private static async Task<Document> Apply(Document document, IReadOnlyList<Edit> edits, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        foreach (Change change in edits.SelectMany(edit => edit.Changes))
        {
            if (change is { Follows: true, Replacement: { } next })
            {
                editor.InsertAfter(change.Target, next);
            }
            else if (change is { Precedes: true, Replacement: { } earlier })
            {
                editor.InsertBefore(change.Target, earlier);
            }
            else if (change.Replacement is { } replacement)
            {
                editor.ReplaceNode(change.Target, replacement);
            }
            else
            {
                editor.RemoveNode(change.Target, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            }
        }

        Document changed = document.WithSyntaxRoot(Tidying.WithLiftedComments(editor.GetChangedRoot()));
        return await Tidying.Of(changed, cancellation).ConfigureAwait(false);
    }

    private sealed class AllEdits : DocumentBasedFixAllProvider
    {
        public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) =>
            Rules.Where(rule => rule.Value.Curing == Curing.Together).Select(rule => rule.Key);

        protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            if (await FixScene.Of(document, fixAllContext.CancellationToken).ConfigureAwait(false) is not { } scene)
            {
                return document;
            }

            var edits = new List<Edit>();

            // The context has asked for its ids only. Its key may be another rule's: dotnet format takes it from whatever diagnostic comes first.
            IEnumerable<Diagnostic> inOrder = diagnostics
                .Where(diagnostic => Rules[diagnostic.Id].Curing == Curing.Together)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenByDescending(diagnostic => diagnostic.Location.SourceSpan.Length);
            foreach (Diagnostic diagnostic in inOrder)
            {
                if (SoundPlan(scene, diagnostic) is { } edit && !edits.Exists(edit.Overlaps))
                {
                    edits.Add(edit);
                }
            }

            return edits.Count == 0 ? document : await Apply(document, edits, fixAllContext.CancellationToken).ConfigureAwait(false);
        }
    }
}
