using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>A fix that writes the text its rule attached, where that compiles.</summary>
public abstract class RewriteCodeFix : RecipeCodeFix
{
    private const string Helper = "StableMath";

    private protected sealed override Edit? Plan(FixScene scene, Diagnostic diagnostic)
    {
        if (Rewrite.Of(diagnostic) is not var (title, texts))
        {
            return null;
        }

        var changes = ImmutableArray.CreateBuilder<Change>();
        for (int i = 0; i < texts.Length; i++)
        {
            if (scene.ExpressionAt(diagnostic.AdditionalLocations[i]) is not { } target || Written(scene, texts[i]) is not { } expression || !scene.WouldFit(expression, target))
            {
                return null;
            }

            changes.Add(new Change(Edit.WithParentheses(target, expression), TensorCall.Annotated(Enclosed(expression))));
        }

        bool isNested = changes.Any(one => changes.Any(other => !ReferenceEquals(one, other) && one.Target.Span.IntersectsWith(other.Target.Span)));
        return isNested ? null : new Edit(title, changes.ToImmutable());
    }

    private static ExpressionSyntax? Written(FixScene scene, string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        if (expression.ContainsDiagnostics)
        {
            return null;
        }

        if (expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Expression is IdentifierNameSyntax { Identifier.ValueText: Helper }) is not { } helper)
        {
            return expression;
        }

        return scene.StableMathWith(helper.Name.Identifier.ValueText) is { } type
            ? expression.ReplaceNode(helper.Expression, scene.Generator.TypeExpression(type).WithAdditionalAnnotations(ScalarCall.Imported, Simplifier.Annotation))
            : null;
    }

    // The simplifier takes them away where nothing binds closer.
    private static ExpressionSyntax Enclosed(ExpressionSyntax expression) => expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax
        ? expression
        : SyntaxFactory.ParenthesizedExpression(expression);
}
