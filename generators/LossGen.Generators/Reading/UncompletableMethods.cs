using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Reading;

/// <summary>Places where the language takes a loss attribute and no generated half can follow.</summary>
internal static class UncompletableMethods
{
    private const string Instead = "; a kernel is a partial method of a partial type, whose other half is generated";

    /// <summary>Whether the attribute stands on something else than a method of a type.</summary>
    public static bool IsNoDeclaration(IMethodSymbol method, CancellationToken token) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) is not MethodDeclarationSyntax;

    public static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.AnonymousFunction => "The lambda",
        _ when method.AssociatedSymbol is { } owner => owner.Name,
        _ => method.Name,
    };

    public static string ReasonOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.LocalFunction => "is a local function" + Instead,
        MethodKind.AnonymousFunction => "cannot be a kernel" + Instead,
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => "is an accessor" + Instead,
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "is an operator" + Instead,
        _ => "is no ordinary method" + Instead,
    };

    /// <summary>Whether a method is a member of an extension block, whose type has no name.</summary>
    public static bool IsInExtensionBlock(ISymbol method) =>
        method.ContainingType is { Name.Length: 0 }
        && method.DeclaringSyntaxReferences is [var place, ..]
        && place.GetSyntax().Parent is TypeDeclarationSyntax type
        && IsExtensionBlock(type);

    // By its keyword: the node has a type of its own in newer compilers only.
    public static bool IsExtensionBlock(TypeDeclarationSyntax type) => type.Keyword.ValueText == "extension";
}
