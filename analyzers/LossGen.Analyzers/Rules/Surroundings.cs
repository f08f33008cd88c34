using System;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>What an expression is part of: where a rule about the whole speaks, one about the part does not.</summary>
internal static class Surroundings
{
    /// <summary>Whether a logarithm is taken of the expression, or of a sum or quotient it is part of.</summary>
    public static bool IsInLogarithm(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IInvocationOperation or { Kind: OperationKind.Invalid } when IsLogarithm(Operands.NameOf(parent)):
                    return true;
                case IConversionOperation or IParenthesizedOperation or IBinaryOperation or IUnaryOperation or IArgumentOperation or IInvocationOperation or { Kind: OperationKind.Invalid or OperationKind.None }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    // SafeLog(p) is one, too.
    private static bool IsLogarithm(string? name) =>
        name is "Log" or "Log2" or "Log10" or "LogP1" or "Log1p" or "log" or "log_" or "log2" or "log10" or "log1p"
        || name?.EndsWith("Log", StringComparison.Ordinal) is true;

    /// <summary>
    /// Whether the infinity of a logarithm is cut off where it arises: Math.Max(−100, Math.Log(p)), where(p > 0, log(p), 0).
    /// </summary>
    public static bool IsCutOff(IOperation operation)
    {
        bool isNegated = false;
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }:
                    isNegated = !isNegated;
                    continue;
                case IConversionOperation or IParenthesizedOperation or IArgumentOperation or IConditionalOperation:
                    continue;
                default:
                    return Operands.IsCall(parent) && Operands.NameOf(parent) is { } name
                        && (name is "Clamp" or "Clip" or "clamp" or "clip" || name == (isNegated ? "Min" : "Max")
                            || (name is "where" or "Where" && IsChosenBy(parent, operation)));
            }
        }

        return false;
    }

    // where(p > 0, log(p), 0): the infinity is computed and not taken.
    private static bool IsChosenBy(IOperation choice, IOperation logarithm) =>
        Operands.Of(logarithm) is { } logged && WrittenCall.Of(choice) is { Arguments: [{ Value: var condition }, _, ..] }
            && condition.DescendantsAndSelf().Any(part => Terms.AreAlike(part, logged));

    /// <summary>Whether the same expression stands on both sides of a quotient, of which other rules speak.</summary>
    public static bool IsOnBothSides(IOperation operation)
    {
        IOperation current = operation;
        while (current.Parent is { } parent && parent is IBinaryOperation or IUnaryOperation or IConversionOperation or IParenthesizedOperation)
        {
            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient
                && (ReferenceEquals(quotient.LeftOperand, current) ? quotient.RightOperand : quotient.LeftOperand)
                    .DescendantsAndSelf().Any(part => Terms.AreAlike(part, operation)))
            {
                return true;
            }

            current = parent;
        }

        return false;
    }

    /// <summary>Whether a quotient is formed at the site; what is made of it later may be the same value again.</summary>
    public static bool IsQuotient(Site site) => site.Operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply } => true,
        ICompoundAssignmentOperation compound => Interpreter.OperatorOf(compound) is BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply,
        IInvocationOperation { TargetMethod: var method } when site.Member is null => IsPlainQuotient(site.Session, method),
        IInvocationOperation or { Kind: OperationKind.Invalid } => site.Member is { Result.Op: Op.Div or Op.Mul },
        _ => false,
    };

    // double Share(double one, double all) => one / all: what is divided, only the caller knows.
    private static bool IsPlainQuotient(EngineSession session, IMethodSymbol method) =>
        session.Summaries.Of(method, new CallDepth(CallDepth.Most - 1), default) is { IsWrapper: true, Returned.Op: Op.Div or Op.Mul };

    /// <summary>exp(log(p) · k) is a power of p, and probabilities are what people take powers of.</summary>
    public static bool IsPower(Value exponent)
    {
        exponent = Shape.WithoutPlace(exponent);
        return exponent.Op switch
        {
            Op.Log or Op.Log2 or Op.Log10 or Op.Log1p or Op.LogSoftmax or Op.LogSigmoid or Op.LogProbabilities => true,
            Op.Neg => IsPower(exponent.Args[0]),
            Op.Div => IsPower(exponent.Args[0]),
            Op.Mul => IsPower(exponent.Args[0]) || IsPower(exponent.Args[1]),
            _ => Names.Say(Meaning.LogProbability, exponent.Name) || exponent.DeclaredDomain == Domain.LogProbabilities,
        };
    }
}
