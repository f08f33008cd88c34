using System;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>Writes a call of a StableMath function of one number in the place of an expression.</summary>
internal static class ScalarCall
{
    /// <summary>Marks a type's full name, whose namespace is to be imported.</summary>
    public static readonly SyntaxAnnotation Imported = new();

    public static Edit? Plan(FixScene scene, Diagnostic diagnostic) => Plan(scene, diagnostic, scene.HelperWith);

    /// <summary>The same with a function of the type that is asked for by name, for numbers of a type.</summary>
    public static Edit? Plan(FixScene scene, Diagnostic diagnostic, Func<string, SpecialType, (INamedTypeSymbol Type, string Name)?> owner)
    {
        if (Recipe.Of(diagnostic) is not { Parts.Length: 1 } recipe
            || scene.ExpressionAt(diagnostic.Location) is not { } site
            || scene.ExpressionAt(recipe.Parts[0]) is not { } argument)
        {
            return null;
        }

        SpecialType wanted = SpecialTypeOf(scene, site);
        SpecialType given = SpecialTypeOf(scene, argument);
        bool narrows = wanted == SpecialType.System_Single && given == SpecialType.System_Double;
        if (wanted is not (SpecialType.System_Single or SpecialType.System_Double) || owner(recipe.Call, narrows ? given : wanted) is not var (type, name))
        {
            return null;
        }

        // The wider of both types is computed in, so that no digit is lost that was there before.
        ExpressionSyntax passed = given == wanted || narrows ? argument.WithoutTrivia() : Cast(wanted, argument);
        passed = recipe.NegateArgument
            ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Parenthesized(passed))
            : passed;
        ExpressionSyntax call = Call(scene, type, name, passed);
        call = narrows ? Cast(wanted, call) : call;
        call = recipe.NegateResult ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Parenthesized(call)) : call;
        return Edit.Replace("Call " + type.Name + "." + name, site, call.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
    }

    public static ExpressionSyntax Call(FixScene scene, INamedTypeSymbol type, string method, params ExpressionSyntax[] arguments)
    {
        SyntaxNode function = scene.Generator.TypeExpression(type).WithAdditionalAnnotations(Imported, Simplifier.Annotation);
        SyntaxNode access = scene.Generator.MemberAccessExpression(function, method);
        return (ExpressionSyntax)scene.Generator.InvocationExpression(access, arguments);
    }

    public static ExpressionSyntax Cast(SpecialType type, ExpressionSyntax expression) => SyntaxFactory.CastExpression(
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(type == SpecialType.System_Single ? SyntaxKind.FloatKeyword : SyntaxKind.DoubleKeyword)),
        Parenthesized(expression)).WithAdditionalAnnotations(Simplifier.Annotation);

    private static ExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    private static SpecialType SpecialTypeOf(FixScene scene, ExpressionSyntax expression) =>
        scene.Model.GetTypeInfo(expression).Type?.SpecialType ?? SpecialType.None;
}
