using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Symbols;

/// <summary>Number types.</summary>
internal static class Types
{
    public static bool IsFloating(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal }
        or { Name: "Half", ContainingNamespace.Name: "System" };

    public static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte
            or SpecialType.System_SByte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
