using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>Builds calls, with names that are shortened and imported once they stand in the document.</summary>
internal static class Calls
{
    /// <summary>Marks a type's full name, whose namespace is to be imported.</summary>
    public static readonly SyntaxAnnotation Imported = new();

    /// <summary><c>type.method(arguments)</c></summary>
    public static ExpressionSyntax Of(FixScene scene, INamedTypeSymbol type, string method, params ExpressionSyntax[] arguments) =>
        Annotated((ExpressionSyntax)scene.Generator.InvocationExpression(Member(scene, type, method), arguments));

    /// <summary><c>type.name</c></summary>
    public static ExpressionSyntax Member(FixScene scene, INamedTypeSymbol type, string name) => (ExpressionSyntax)scene.Generator.MemberAccessExpression(
        scene.Generator.TypeExpression(type).WithAdditionalAnnotations(Imported, Simplifier.Annotation), name).WithAdditionalAnnotations(Simplifier.Annotation);

    public static ExpressionSyntax Cast(SpecialType type, ExpressionSyntax expression) => SyntaxFactory.CastExpression(
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(type == SpecialType.System_Single ? SyntaxKind.FloatKeyword : SyntaxKind.DoubleKeyword)),
        Parenthesized(expression)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Parentheses that are not needed are taken away by the simplifier.</summary>
    public static ExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    public static ExpressionSyntax Annotated(ExpressionSyntax expression) =>
        expression.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
