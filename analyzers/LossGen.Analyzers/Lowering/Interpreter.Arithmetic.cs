using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Unary(IUnaryOperation unary)
    {
        Value operand = EvaluateRead(unary.Operand);
        if (unary.OperatorMethod is { } method && session.Knowledge.Find(method) is not { IsCallable: false })
        {
            return Opaque(unary);
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Minus:
                Value negated = Canonical.Negate(operand).At(unary);
                EmitComputed(unary, negated, operand, operand);
                return negated;
            case UnaryOperatorKind.Plus:
                return operand;
            case UnaryOperatorKind.Not:
                return Canonical.Build(Op.Not, operand).At(unary);
            default:
                return Opaque(unary);
        }
    }

    private Value Binary(IBinaryOperation binary)
    {
        Value left = EvaluateRead(binary.LeftOperand);
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Junction(binary, left);
        }

        Value right = EvaluateRead(binary.RightOperand);
        Value value = Apply(binary.OperatorKind, binary.OperatorMethod, left, right, binary);
        EmitComputed(binary, value, left, right);
        return value;
    }

    // loss * 1 and 0 + loss have been seen as loss, and 0 - ll has been seen where ll = -loss was made.
    private void EmitComputed(IOperation operation, Value value, Value left, Value right)
    {
        if (!IsSeen(value, left) && !IsSeen(value, right))
        {
            Emit(operation, value);
        }
    }

    private static bool IsSeen(Value value, Value operand) => value.Equals(operand) || (operand.Is(Op.Neg) && value.Equals(operand.Arg(0)));

    private Value Junction(IBinaryOperation binary, Value left)
    {
        bool and = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        Env before = env;
        env = env.Assume(left, holds: and);
        Value right = EvaluateRead(binary.RightOperand);
        env = Env.Merge(Value.Unknown, before, env);
        return Value.Of(and ? Op.And : Op.Or, left, right).At(binary);
    }

    private Value Apply(BinaryOperatorKind kind, IMethodSymbol? method, Value left, Value right, IOperation operation)
    {
        if (method is not null)
        {
            KnownMember? known = session.Knowledge.Find(method);
            if (known is null)
            {
                Value? summary = Summarised(method, [left, right]);
                if (IsOpaque(summary, [left, right]) && session.Knowledge.FindOperation(method) is { } meant)
                {
                    return Known(operation, meant, CallFrame.Of([left, right]), instance: null);
                }

                return summary?.At(operation) ?? Opaque(operation);
            }
        }
        else if (operation.Type is IPointerTypeSymbol or { SpecialType: SpecialType.System_String })
        {
            return Opaque(operation);
        }

        Value value = Combine(kind, left, right);
        return value.Is(Op.Unknown) ? Opaque(operation)
            : kind == BinaryOperatorKind.Divide && Types.IsInteger(operation.Type) ? Value.Of(Op.Truncate, value).At(operation)
            : value.At(operation);
    }

    private static Value Combine(BinaryOperatorKind kind, Value left, Value right) => kind switch
    {
        BinaryOperatorKind.Add => Canonical.Build(Op.Add, left, right),
        BinaryOperatorKind.Subtract => Canonical.Build(Op.Sub, left, right),
        BinaryOperatorKind.Multiply => Canonical.Build(Op.Mul, left, right),
        BinaryOperatorKind.Divide => Canonical.Build(Op.Div, left, right),
        BinaryOperatorKind.GreaterThan => Value.Of(Op.Greater, left, right),
        BinaryOperatorKind.GreaterThanOrEqual => Value.Of(Op.GreaterOrEqual, left, right),
        BinaryOperatorKind.LessThan => Value.Of(Op.Greater, right, left),
        BinaryOperatorKind.LessThanOrEqual => Value.Of(Op.GreaterOrEqual, right, left),
        BinaryOperatorKind.Equals => Value.Of(Op.Equal, left, right),
        BinaryOperatorKind.NotEquals => Value.Of(Op.Not, Value.Of(Op.Equal, left, right)),
        BinaryOperatorKind.And => Value.Of(Op.And, left, right),
        BinaryOperatorKind.Or => Value.Of(Op.Or, left, right),
        _ => Value.Unknown,
    };

    private Value Conditional(IConditionalOperation conditional)
    {
        Value condition = EvaluateRead(conditional.Condition);
        Env before = env;
        env = before.Assume(condition, holds: true);
        Value whenTrue = Evaluate(conditional.WhenTrue);
        Env after = env;
        env = before.Assume(condition, holds: false);
        Value whenFalse = Evaluate(conditional.WhenFalse);
        env = Env.Merge(condition, after, env);
        if (whenTrue.Equals(whenFalse))
        {
            return whenTrue;
        }

        Value chosen = Canonical.Build(Op.Choose, condition, Read(whenTrue), Read(whenFalse)).At(conditional);
        if (chosen.Is(Op.Choose))
        {
            Emit(conditional, chosen);
        }

        return chosen;
    }

    private Value SwitchExpression(ISwitchExpressionOperation choice)
    {
        Value tested = EvaluateRead(choice.Value);
        Env before = env;
        Env? after = null;
        Value? result = null;
        Facts facts = env.Facts;
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            env = before with { Facts = facts };
            Value? test = Test(tested, arm.Pattern);
            if (test is not null)
            {
                env = env.Assume(test, holds: true);
            }

            if (arm.Guard is not null)
            {
                Value guard = EvaluateRead(arm.Guard);
                env = env.Assume(guard, holds: true);
                test = test is null && arm.Pattern is not IConstantPatternOperation ? guard : null;
            }

            Value value = EvaluateRead(arm.Value);
            after = after is null ? env : Env.Merge(Value.Unknown, after, env);
            result = result is null ? value : Canonical.Build(Op.Choose, Value.Unknown, result, value);
            facts = test is null ? facts : facts.And(test, holds: false);
        }

        env = after is null ? before : after with { Facts = before.Facts };
        return result?.At(choice) ?? Opaque(choice);
    }

    /// <summary>A pattern as a comparison of the value tested, where it is one.</summary>
    private Value? Test(Value tested, IPatternOperation pattern)
    {
        Value? value = pattern switch
        {
            INegatedPatternOperation negated => Test(tested, negated.Pattern) is { } test ? Canonical.Build(Op.Not, test) : null,
            IBinaryPatternOperation both => Test(tested, both.LeftPattern) is { } left && Test(tested, both.RightPattern) is { } right
                ? Canonical.Build(both.OperatorKind == BinaryOperatorKind.And ? Op.And : Op.Or, left, right)
                : null,
            IRelationalPatternOperation relational => Combine(relational.OperatorKind, tested, EvaluateRead(relational.Value)),
            IConstantPatternOperation constant when Types.IsFloating(constant.InputType) => Combine(BinaryOperatorKind.Equals, tested, EvaluateRead(constant.Value)),
            _ => null,
        };
        return value is null or { Op: Op.Unknown } ? null : value;
    }
}
