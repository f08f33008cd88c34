using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Finds the code that computed a part of a value, where writing it at the site again means the same.</summary>
internal static class Parts
{
    public static ExpressionSyntax? Of(Value part, Site site)
    {
        if (part.Origin is not { } origin || origin.Syntax.SyntaxTree != site.Operation.Syntax.SyntaxTree)
        {
            return null;
        }

        return IsInside(origin.Syntax, site.Operation.Syntax) || IsSettled(origin, site) ? Written(origin.Syntax) as ExpressionSyntax : null;
    }

    // checked(…) is no operation of its own.
    private static SyntaxNode Written(SyntaxNode syntax)
    {
        while (syntax.Parent is CheckedExpressionSyntax { Parent: { } } whole)
        {
            syntax = whole;
        }

        return syntax;
    }

    // Inside the site, and not inside a lambda there, whose parameters the site does not see.
    private static bool IsInside(SyntaxNode part, SyntaxNode whole)
    {
        if (part.SyntaxTree != whole.SyntaxTree || !whole.Span.Contains(part.Span))
        {
            return false;
        }

        for (SyntaxNode? node = part; node is not null && node != whole; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(SyntaxNode syntax) =>
        syntax is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    // A variable that is written once, before, and is still in scope reads the same everywhere.
    private static bool IsSettled(IOperation origin, Site site)
    {
        ISymbol? variable = origin switch
        {
            ILocalReferenceOperation local when !Memory.IsMemory(local.Type) => local.Local,
            IParameterReferenceOperation parameter when !Memory.IsMemory(parameter.Type) => parameter.Parameter,
            _ => null,
        };
        if (variable is null)
        {
            return IsLiteral(origin.Syntax);
        }

        int writes = site.Writes.TryGetValue(variable, out int count) ? count : 0;
        return writes <= (variable is ILocalSymbol ? 1 : 0) && IsInScope(variable, site.Operation.Syntax);
    }

    private static bool IsInScope(ISymbol variable, SyntaxNode at)
    {
        if (variable is IParameterSymbol)
        {
            return variable.ContainingSymbol.DeclaringSyntaxReferences is { Length: > 0 } owners && owners[0].Span.Contains(at.Span);
        }

        SyntaxNode? scope = variable.DeclaringSyntaxReferences is { Length: 1 } references ? references[0].GetSyntax().Parent : null;
        while (scope is not null and not BlockSyntax and not CompilationUnitSyntax)
        {
            scope = scope.Parent;
        }

        return scope is not null && scope.Span.Contains(at.Span);
    }
}
