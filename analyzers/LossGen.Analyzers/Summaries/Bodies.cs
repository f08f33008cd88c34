using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Summaries;

/// <summary>The bodies of methods other than the one under analysis: the one place that asks for another tree's semantic model.</summary>
internal sealed class Bodies
{
    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    public Bodies(Compilation compilation) => this.compilation = compilation;

    public IOperation? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(cancellation);
            if (Of(syntax, cancellation) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The member that a declaration declares.</summary>
    public ISymbol? DeclaredBy(SyntaxNode declaration, CancellationToken cancellation) =>
        compilation.ContainsSyntaxTree(declaration.SyntaxTree) ? ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) : null;

    public IOperation? Of(SyntaxNode syntax, CancellationToken cancellation) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;

#pragma warning disable RS1030 // One cache per compilation, so each tree is bound at most once more.
    private SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, t => compilation.GetSemanticModel(t));
#pragma warning restore RS1030
}
