using System;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>The loops of a cross-entropy or of its gradient become a call of a generated kernel, whose declaration is added beside the method.</summary>
internal static class KernelCall
{
    public static Edit? Plan(FixScene scene, Cure cure) => cure.Texts[0].Split(' ') switch
    {
        [var classes, var logits, var label] => Loss(scene, cure, classes, logits, label),
        [var classes, var logits, var label, var gradient] => Gradient(scene, cure, classes, logits, label, gradient),
        _ => null,
    };

    private static Edit? Loss(FixScene scene, Cure cure, string classes, string logits, string label)
    {
        if (scene.ExpressionAt(cure.Places[0]) is not { } site || MethodOf(scene, site) is not var (method, body, symbol) || site.Parent is not ReturnStatementSyntax || CountReturns(body) != 1
            || ElementOf(symbol, logits) is not { } element || !SymbolEqualityComparer.Default.Equals(symbol.ReturnType, element) || !IsLabel(symbol, label)
            || !Writes.AreLocal(body, scene.Model, besides: null) || !new Effects(scene).AreOnlyWrites(body))
        {
            return null;
        }

        string number = Keyword(element);
        return Rewritten(
            method, body, symbol, $"Replace the loops by a [CrossEntropy({classes})] kernel (a label out of range then throws ArgumentOutOfRangeException)",
            name => $"return {name}({logits}, new global::System.ReadOnlySpan<int>(in {label}));",
            name => $"[global::LossGen.CrossEntropy({classes})]\nprivate static partial {number} {name}(global::System.ReadOnlySpan<{number}> logits, global::System.ReadOnlySpan<int> targets);");
    }

    private static Edit? Gradient(FixScene scene, Cure cure, string classes, string logits, string label, string gradient)
    {
        if (scene.ExpressionAt(cure.Places[0]) is not { } site || MethodOf(scene, site) is not var (method, body, symbol) || !symbol.ReturnsVoid || CountReturns(body) != 0 || !Writes.IsLast(site, body)
            || ElementOf(symbol, logits) is not { } element || !SymbolEqualityComparer.Default.Equals(ElementOf(symbol, gradient), element) || IsReadOnly(symbol, gradient) || !IsLabel(symbol, label)
            || !Writes.AreLocal(body, scene.Model, besides: gradient) || !new Effects(scene).AreOnlyWrites(body))
        {
            return null;
        }

        string number = Keyword(element);
        return Rewritten(
            method, body, symbol, $"Replace the loops by a [CrossEntropy({classes})] kernel (lengths that do not fit and a label out of range then throw)",
            name => $"{name}({logits}, new global::System.ReadOnlySpan<int>(in {label}), {gradient});",
            name => $"[global::LossGen.CrossEntropy({classes})]\nprivate static partial void {name}(global::System.ReadOnlySpan<{number}> logits, global::System.ReadOnlySpan<int> targets, global::System.Span<{number}> gradient);");
    }

    private static (MethodDeclarationSyntax Method, BlockSyntax Body, IMethodSymbol Symbol)? MethodOf(FixScene scene, ExpressionSyntax site) =>
        site.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: { } body } method && scene.Model.GetDeclaredSymbol(method) is { } symbol ? (method, body, symbol) : null;

    private static Edit? Rewritten(MethodDeclarationSyntax method, BlockSyntax body, IMethodSymbol symbol, string title, Func<string, string> call, Func<string, string> declaration)
    {
        if (method.Parent is not TypeDeclarationSyntax type || !OthersArePartial(type))
        {
            return null;
        }

        string name = FreeName(symbol.ContainingType, method.Identifier.ValueText + "Kernel");
        MemberDeclarationSyntax kernel = SyntaxFactory.ParseMemberDeclaration(declaration(name))!
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed, SyntaxFactory.ElasticCarriageReturnLineFeed);
        MethodDeclarationSyntax shorter = method.WithBody(body.WithStatements(SyntaxFactory.SingletonList(Annotated(Comments.Before(SyntaxFactory.ParseStatement(call(name)), body)))));
        TypeDeclarationSyntax changed = type.ReplaceNode(method, shorter);
        changed = changed.WithMembers(changed.Members.Add(Annotated(kernel)));
        if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            changed = changed.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return Edit.Replace(title, type, changed) with { IsWhole = true };
    }

    private static string Keyword(ITypeSymbol element) => element.SpecialType == SpecialType.System_Single ? "float" : "double";

    private static bool IsReadOnly(IMethodSymbol method, string parameter) => method.Parameters.Any(p => p.Name == parameter && p.Type.Name == "ReadOnlySpan");

    private static T Annotated<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);

    private static int CountReturns(BlockSyntax body) => body.DescendantNodes().Count(node => node is ReturnStatementSyntax);

    // The generator asks it of all containing types, and only this one is changed.
    private static bool OthersArePartial(TypeDeclarationSyntax type) => type.Ancestors().OfType<TypeDeclarationSyntax>().All(outer => outer.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static ITypeSymbol? ElementOf(IMethodSymbol method, string parameter) => method.Parameters.FirstOrDefault(p => p.Name == parameter)?.Type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Single or SpecialType.System_Double } element } => element,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Single or SpecialType.System_Double } element] } => element,
        _ => null,
    };

    private static bool IsLabel(IMethodSymbol method, string parameter) => method.Parameters.Any(p => p.Name == parameter && p.Type.SpecialType == SpecialType.System_Int32);

    private static string FreeName(INamedTypeSymbol type, string wanted)
    {
        string name = wanted;
        for (int i = 2; type.GetMembers(name).Length > 0; i++)
        {
            name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
