using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Evidence;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Knowledge;

/// <summary>
/// Recognises functions from one type to itself, among others of their kind: <c>T Log(T)</c> beside <c>T Add(T, T)</c>.
/// Where their bodies do not say what they compute, their names do.
/// </summary>
internal sealed class OperationsOfOneType
{
    /// <summary>The section of the knowledge files that speaks of them.</summary>
    public const string Section = "operations of one type";

    // Sets and orders are added and logged, too. An exponential is what only numbers have; a second function tells them from a lone name.
    private static readonly string[] Transcendental = { "Log", "Ln", "Exp", "Softmax", "SoftMax", "Sigmoid", "Tanh" };
    private const int Company = 2;

    // NumOps.Log(x) of a missing base class, INumericOperations<T>, ITensorBackend.
    private static readonly string[] Collections =
    {
        "ops", "operations", "numerics", "backend", "ibackend", "engine", "iengine", "provider",
    };

    private readonly HashSet<string> names;

    public OperationsOfOneType(IEnumerable<KnownMember> members) =>
        names = new HashSet<string>(members.Select(member => member.Name), StringComparer.Ordinal);

    /// <summary>Whether a type or an object that nobody declares is called a collection of such functions.</summary>
    public static bool IsNamedSo(string name) => Words.HasAny(name, Collections);

    /// <summary>Whether the member is such a function, or such a type's constant.</summary>
    public bool Contains(ISymbol member)
    {
        if (!names.Contains(member.Name) || member.ContainingType is not { } home || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        return member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator, ReturnType: var number } method =>
                MayBeNumber(number) && TakesOnly(method, number) && HasCompany(home, number),
            IPropertySymbol { IsIndexer: false, Type: var number } => MayBeNumber(number) && HasCompany(home, number),
            _ => false,
        };
    }

    private bool HasCompany(INamedTypeSymbol home, ITypeSymbol number)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? type = home; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (names.Contains(method.Name) && TakesOnly(method, number) && Same(method.ReturnType, number))
                {
                    found.Add(method.Name);
                }
            }
        }

        return found.Count >= Company && found.Overlaps(Transcendental);
    }

    // A scalar may stand beside what it is combined with, and alone where a number becomes a constant.
    private static bool TakesOnly(IMethodSymbol method, ITypeSymbol number)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (!Same(parameter.Type, number) && parameter.Type.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single))
            {
                return false;
            }
        }

        return method.Parameters.Length > 0;
    }

    // A double's functions are either known or understood; a string, a list and a delegate are no numbers.
    private static bool MayBeNumber(ITypeSymbol type) => type is ITypeParameterSymbol
        || (type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } named
            && !named.DeclaringSyntaxReferences.IsEmpty && !ComputingTypes.IsOfAnotherKind(named.Name));

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
