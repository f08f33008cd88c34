using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

/// <summary>A place where a value is computed, for rules to look at.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Value">What it computes.</param>
/// <param name="Facts">Which comparisons hold there.</param>
/// <param name="Member">What the knowledge files say about the member it calls, if it calls one.</param>
/// <param name="Writes">How often the body writes each variable.</param>
/// <param name="Env">Everything known there.</param>
/// <param name="Session">What is known about the compilation.</param>
/// <param name="Owner">The member whose body it is in.</param>
internal sealed record Site(
    IOperation Operation, Value Value, Facts Facts, KnownMember? Member, IReadOnlyDictionary<ISymbol, int> Writes, Env Env, EngineSession Session, ISymbol Owner)
{
    private const int MostSteps = 5;

    /// <summary>What the project has decided.</summary>
    public Policy Policy { get; init; } = Policy.Default;

    /// <summary>Whether it computes a tensor of a library that has stable functions of its own.</summary>
    public bool IsTensor => Operation.Type is { Name: "Tensor", ContainingType.Name: "torch" } or { Name: "Tensor", ContainingNamespace.Name: "Tensorflow" };

    /// <summary>Whether it computes a vector, matrix or tensor of a type that StableMath does not know.</summary>
    public bool IsForeign => Operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, Name: not ("Half" or "Span" or "ReadOnlySpan") } && !IsTensor;

    /// <summary>The type of the numbers computed.</summary>
    public ITypeSymbol? ElementType =>
        Operation is IInvocationOperation { TargetMethod.ReturnsVoid: true, Arguments: { Length: > 0 } arguments } ? arguments[0].Parameter?.Type
        : Operation is IMethodReferenceOperation { Method: var method } ? method.ReturnType
        : Operation.Type is null or IErrorTypeSymbol ? TypeOfExp(Value, MostSteps) ?? TypeOfOperand ?? Operation.Type
        : Operation.Type;

    // x / sum, where nobody knows what x is
    private ITypeSymbol? TypeOfOperand =>
        Operation is not IBinaryOperation binary ? null : Types.IsFloating(binary.LeftOperand.Type) ? binary.LeftOperand.Type
            : Types.IsFloating(binary.RightOperand.Type) ? binary.RightOperand.Type : null;

    // Of a type that is missing, the exponential says in which precision it overflows: Special.Log1p(Math.Exp(x)).
    private static ITypeSymbol? TypeOfExp(Value value, int steps)
    {
        if (value.Op is Op.Exp || steps == 0)
        {
            return value.Origin?.Type is { } type && Types.IsFloating(type) ? type : null;
        }

        foreach (Value arg in value.Args)
        {
            if (TypeOfExp(arg, steps - 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
