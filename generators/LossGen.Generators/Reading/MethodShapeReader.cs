using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Writes down the user's partial method so that its other half can repeat it.</summary>
internal static class MethodShapeReader
{
    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static MethodShape Read(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        var types = new List<string>();
        for (var type = syntax.Parent as TypeDeclarationSyntax; type is not null; type = type.Parent as TypeDeclarationSyntax)
        {
            types.Insert(0, HeaderOf(type));
        }

        string returned = method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string refs = syntax.ReturnType is RefTypeSyntax reference ? reference.RefKeyword.Text + " " + (reference.ReadOnlyKeyword.RawKind == 0 ? string.Empty : "readonly ") : string.Empty;
        string generics = syntax.TypeParameterList?.ToString() ?? string.Empty;
        string space = method.ContainingNamespace.IsGlobalNamespace ? string.Empty : method.ContainingNamespace.ToDisplayString(NamespaceFormat);
        return new MethodShape(
            space,
            types.ToEquatableArray(),
            $"{Modifiers(syntax.Modifiers)}{refs}{returned} {syntax.Identifier.Text}{generics}",
            method.Parameters.Select(ParameterOf).ToEquatableArray(),
            syntax.Identifier.Text,
            HintName.Of(method),
            HasDocumentation(syntax))
        {
            HasBody = HasBody(syntax),
        };
    }

    /// <summary>Whether there is a body, or <c>extern</c> in the place of one.</summary>
    public static bool HasBody(MethodDeclarationSyntax syntax) =>
        syntax.Body is not null || syntax.ExpressionBody is not null || syntax.Modifiers.Any(SyntaxKind.ExternKeyword);

    private static string Modifiers(SyntaxTokenList modifiers) => string.Concat(
        modifiers.Where(token => token.Kind() is not (SyntaxKind.AsyncKeyword or SyntaxKind.ExternKeyword)).Select(token => token.Text + " "));

    private static string HeaderOf(TypeDeclarationSyntax type)
    {
        string kind = type is RecordDeclarationSyntax record && record.ClassOrStructKeyword.RawKind != 0
            ? "record " + record.ClassOrStructKeyword.Text
            : type.Keyword.Text;
        var parameters = type.TypeParameterList?.Parameters.Select(parameter =>
            (parameter.VarianceKeyword.RawKind == 0 ? string.Empty : parameter.VarianceKeyword.Text + " ") + parameter.Identifier.Text);

        // Where 'partial' is missing, that is all the compiler then has to say: at the type, which is the place to change.
        string partial = type.Modifiers.Any(SyntaxKind.PartialKeyword) ? string.Empty : "partial ";
        return Modifiers(type.Modifiers) + partial + kind + " " + type.Identifier.Text + (parameters is null ? string.Empty : "<" + string.Join(", ", parameters) + ">");
    }

    private static string ParameterOf(IParameterSymbol parameter)
    {
        var syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax;
        string modifiers = syntax is null ? string.Empty : Modifiers(syntax.Modifiers);
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        return modifiers + type + " " + (syntax?.Identifier.Text ?? parameter.Name);
    }

    /// <summary>A doc comment, also where the project does not parse them.</summary>
    private static bool HasDocumentation(MethodDeclarationSyntax syntax) => syntax.GetLeadingTrivia().Any(trivia =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
        || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", System.StringComparison.Ordinal)));
}
