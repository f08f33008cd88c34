using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>Finds where the running maximum that is subtracted in a body gets its first value.</summary>
internal static class MaximumStart
{
    private const double Lowest = -1e30;

    /// <summary>The maximum starts from −∞; null where it is not one local variable of the body, or starts from no number.</summary>
    public static Cure? FromNegativeInfinity(IOperation site)
    {
        IOperation body = Operands.BodyOf(site);
        ILocalSymbol[] subtracted = body.Descendants().Select(Subtracted).OfType<ILocalSymbol>().Distinct<ILocalSymbol>(SymbolEqualityComparer.Default).ToArray();
        if (subtracted.Length != 1 || LowestOf(subtracted[0].Type) is not { } lowest)
        {
            return null;
        }

        (SyntaxNode At, string Text)[] starts = body.Descendants().SelectMany(operation => StartsOf(subtracted[0], operation)).Select(start => (start.Syntax, lowest)).ToArray();
        return starts.Length == 0 ? null : Cure.Of("Start the maximum from −∞", starts);
    }

    // m of exp(x − m)
    private static ILocalSymbol? Subtracted(IOperation operation) =>
        Operands.NameOf(operation) is "Exp" && Operands.Of(operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, RightOperand: var right } && Terms.Unwrapped(right) is ILocalReferenceOperation { Local: var local }
            ? local
            : null;

    private static IEnumerable<IOperation> StartsOf(ILocalSymbol maximum, IOperation operation)
    {
        IOperation? value = operation switch
        {
            IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: var initial } when SymbolEqualityComparer.Default.Equals(declared, maximum) => initial,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned }, Value: var start } when SymbolEqualityComparer.Default.Equals(assigned, maximum) => start,
            _ => null,
        };
        if (value is { ConstantValue: { HasValue: true, Value: { } constant } } && Literal.NumberOf(constant) > Lowest)
        {
            yield return Terms.Unwrapped(value);
        }
    }

    private static string? LowestOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => "float.NegativeInfinity",
        SpecialType.System_Double => "double.NegativeInfinity",
        _ => null,
    };
}
