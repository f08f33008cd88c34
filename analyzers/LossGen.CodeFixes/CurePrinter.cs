using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Prints the texts of a cure where they compile, and where each has the type of what it replaces.</summary>
internal static class CurePrinter
{
    private const string LogSoftmax = "log_softmax";

    public static Edit? Print(FixScene scene, Cure cure)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        string? title = cure.Title;
        ISymbol? holder = null;
        for (int i = 0; i < cure.Texts.Length; i++)
        {
            ExpressionSyntax written = SyntaxFactory.ParseExpression(cure.Texts[i]);
            if (scene.ExpressionAt(cure.Places[i]) is not { } target || written.ContainsDiagnostics
                || new Spelling(scene, target).Of(written) is not { } spelled || !scene.WouldFit(spelled.Expression, target))
            {
                return null;
            }

            title ??= "Call " + spelled.Name;
            holder ??= spelled.Name == LogSoftmax ? HolderOf(scene, target) : null;
            changes.Add(new Change(Edit.WithParentheses(target, spelled.Expression), Calls.Annotated(Enclosed(spelled.Expression))));
        }

        bool isNested = changes.Any(one =>
            changes.Any(other => !ReferenceEquals(one, other) && one.Target.Span.IntersectsWith(other.Target.Span)));
        return isNested ? null : new Edit(title!, changes.ToImmutable()) { Holder = holder };
    }

    // The variable that the logarithms are assigned to, and nothing else ever.
    private static ISymbol? HolderOf(FixScene scene, ExpressionSyntax target) =>
        target.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? scene.Model.GetDeclaredSymbol(variable) : null;

    private static ExpressionSyntax Enclosed(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax
            or ElementAccessExpressionSyntax
            ? expression
            : Calls.Parenthesized(expression);
}
