using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>What the elements of a span are called in a kernel.</summary>
internal static class StorageReader
{
    private const string Half = "System.Half";

    private const string BFloat16 = "LossGen.Numerics.BFloat16";

    /// <summary>The runtime's own type with the same bits, where it has one.</summary>
    private const string RuntimeBFloat16 = "System.Numerics.BFloat16";

    /// <summary>A C# keyword, the name of a type of numbers, or else a name that is none of them.</summary>
    public static string ItemOf(ITypeSymbol type)
    {
        string full = FullName(type);
        return full is Half or BFloat16 or RuntimeBFloat16 ? type.Name
            : type.Name is nameof(Half) or nameof(BFloat16) ? full
            : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }

    /// <summary>The elements' type of a span that the kernel reads as another one of the same bits.</summary>
    public static string? TwinOf(ITypeSymbol elements) => elements switch
    {
        INamedTypeSymbol { TypeArguments: [var item] } when FullName(item) == RuntimeBFloat16 => "global::" + RuntimeBFloat16,
        IArrayTypeSymbol { ElementType: var item } when FullName(item) == RuntimeBFloat16 => "global::" + RuntimeBFloat16,
        _ => null,
    };

    /// <summary>The type of an element in any file.</summary>
    public static string Qualified(string item) => item switch
    {
        nameof(Half) => "global::" + Half,
        nameof(BFloat16) => "global::" + BFloat16,
        _ => item,
    };

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", string.Empty);
}
