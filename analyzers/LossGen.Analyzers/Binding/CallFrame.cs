using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Binding;

/// <summary>What a template's placeholders stand for in one call.</summary>
/// <param name="Receiver">The instance called on.</param>
/// <param name="Args">The arguments by ordinal.</param>
/// <param name="Parameters">The parameters they are for, where these are known.</param>
internal sealed record CallFrame(Value? Receiver, ImmutableArray<Value> Args, ImmutableArray<IParameterSymbol> Parameters)
{
    /// <summary>Arguments written with a name in a call that the compiler could not bind.</summary>
    public ImmutableDictionary<string, Value> Written { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>A call of which only the arguments are known.</summary>
    public static CallFrame Of(ImmutableArray<Value> args, Value? receiver = null) => new(receiver, args, ImmutableArray<IParameterSymbol>.Empty);

    public Value Named(string name)
    {
        foreach (IParameterSymbol parameter in Parameters)
        {
            if (HasRole(parameter, name) && parameter.Ordinal < Args.Length)
            {
                return Args[parameter.Ordinal];
            }
        }

        return Written.TryGetValue(name, out Value? written) ? written : Value.Unknown;
    }

    /// <summary>Whether a call of which only what is written is known, no more than so many arguments by their place, is without an argument of a name.</summary>
    public bool LeavesOut(string name, int positional) => Parameters.IsEmpty && !Written.ContainsKey(name) && Args.Length - Written.Count <= positional;

    // [Role(KernelRole.Logits)] wins over the parameter's name.
    public static bool HasRole(IParameterSymbol parameter, string name)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: "RoleAttribute", ContainingNamespace.Name: "LossGen" }, ConstructorArguments: { Length: 1 } role })
            {
                return role[0] is { Type: INamedTypeSymbol roles, Value: int number } && string.Equals(MemberOf(roles, number), name, StringComparison.OrdinalIgnoreCase);
            }
        }

        return string.Equals(parameter.Name, name, StringComparison.Ordinal);
    }

    private static string? MemberOf(INamedTypeSymbol roles, int number)
    {
        foreach (ISymbol member in roles.GetMembers())
        {
            if (member is IFieldSymbol { ConstantValue: int value } && value == number)
            {
                return member.Name;
            }
        }

        return null;
    }
}
