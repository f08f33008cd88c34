using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Engine;

/// <summary>What a template's placeholders stand for in one call.</summary>
/// <param name="Receiver">The instance called on.</param>
/// <param name="Args">The arguments by ordinal.</param>
/// <param name="Arguments">The arguments as written.</param>
internal sealed record CallFrame(Value? Receiver, ImmutableArray<Value> Args, ImmutableArray<IArgumentOperation> Arguments)
{
    public Value Named(string name)
    {
        foreach (IArgumentOperation argument in Arguments)
        {
            if (argument.Parameter is { } parameter && HasRole(parameter, name) && parameter.Ordinal < Args.Length)
            {
                return Args[parameter.Ordinal];
            }
        }

        return Value.Unknown;
    }

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
