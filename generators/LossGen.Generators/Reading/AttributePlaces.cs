using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Where in an attribute's text something is written.</summary>
internal static class AttributePlaces
{
    public static Location Whole(AttributeData attribute, CancellationToken token) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None;

    /// <summary>The attribute's name as it is written in code.</summary>
    public static string NameOf(AttributeData attribute) => attribute.AttributeClass is { } type && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
        ? type.Name.Substring(0, type.Name.Length - "Attribute".Length)
        : attribute.AttributeClass?.Name ?? string.Empty;

    /// <summary>The place of an option, if there is one to change.</summary>
    public static Location OptionOrWhole(AttributeData attribute, string? option, CancellationToken token) =>
        option is null ? Whole(attribute, token) : Option(attribute, option, token);

    /// <summary>The place of an option, or of the first argument for <c>null</c>; the whole attribute where it is not written.</summary>
    public static Location Option(AttributeData attribute, string? option, CancellationToken token)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(token) is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        var argument = syntax.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == option);
        return (argument ?? (SyntaxNode)syntax).GetLocation();
    }
}
