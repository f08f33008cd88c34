using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Knowledge;

/// <summary>Recognises a program's own vectors, matrices and tensors by what they can do.</summary>
internal sealed class ComputingTypes
{
    /// <summary>The sections of the knowledge files that speak of them.</summary>
    public const string InstanceSection = "computing type";
    public const string StaticSection = "computing type static";

    private static readonly string[] OtherNumbers = { "Complex", "Big", "Decimal", "Rational", "Precis", "Interval", "Quaternion" };
    private static readonly string[] Formulas = { "Expr", "Symbol", "Formula", "Function" };

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> known = new(SymbolEqualityComparer.Default);

    private static readonly string[] Collections = { "Tensor", "Matrix", "Vector", "NDArray" };
    private static readonly string[] Functions = { "Math", "Numeric", "Activation", "Special", "np" };

    /// <summary>Whether a type that nobody declares is called a vector, a matrix, a tensor or a collection of functions.</summary>
    public static bool IsNamedSo(string type) => IsCollection(type) || (Mentions(type, Functions) && !Mentions(type, OtherNumbers, StringComparison.OrdinalIgnoreCase));

    /// <summary>The section in which a member may be found, or null where it is no member of such a type and no function of one.</summary>
    public string? SectionOf(ISymbol member) => member is not IMethodSymbol method ? null
        : method.MethodKind == MethodKind.Ordinary && !method.IsStatic ? Is(method.ContainingType) ? InstanceSection : null
        : method.Parameters.Length > 0 && (Is(method.Parameters[0].Type) || (method.MethodKind == MethodKind.UserDefinedOperator && Is(method.ContainingType))) ? StaticSection
        : null;

    private bool Is(ITypeSymbol? type) => type is IErrorTypeSymbol missing ? IsCollection(missing.Name) : type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && known.GetOrAdd(named.OriginalDefinition, Find);

    // Operators on itself, and an exponential or a logarithm; numbers of another kind and formulas have them, too, and are not meant.
    private static bool Find(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty || IsOfAnotherKind(type.Name))
        {
            return false;
        }

        bool divides = false;
        bool exponentiates = false;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Name: WellKnownMemberNames.DivisionOperatorName or WellKnownMemberNames.SubtractionOperatorName or WellKnownMemberNames.MultiplyOperatorName } operation)
            {
                divides |= SymbolEqualityComparer.Default.Equals(operation.ReturnType.OriginalDefinition, type);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: "Exp" or "exp" or "Log" or "log" })
            {
                exponentiates = true;
            }
        }

        return divides && exponentiates;
    }

    private static bool IsCollection(string type) => Mentions(type, Collections) && !IsOfAnotherKind(type);

    /// <summary>Whether a name speaks of numbers without rounding, or of formulas that nobody evaluates.</summary>
    public static bool IsOfAnotherKind(string name) =>
        Mentions(name, OtherNumbers, StringComparison.OrdinalIgnoreCase) || Mentions(name, Formulas, StringComparison.OrdinalIgnoreCase);

    private static bool Mentions(string name, string[] kinds, StringComparison comparison = StringComparison.Ordinal)
    {
        foreach (string kind in kinds)
        {
            if (name.IndexOf(kind, comparison) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
