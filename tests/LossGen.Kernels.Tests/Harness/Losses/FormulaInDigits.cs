using System;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Oracle;

namespace LossGen.Kernels.Tests.Harness.Losses;

// The runtime library has an enum of the same name.
using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>The value of a loss's formula in 256 bits, from the definition of each of its parts.</summary>
internal static class FormulaInDigits
{
    public static BigFloat Of(Expr expr, OracleRow row, int k = 0) => expr switch
    {
        Number { Value: double.NegativeInfinity } => -1e300,
        Number number => number.Value,
        Input input => OfInput(input, row, k),
        Primitive primitive => OfPrimitive(primitive, row, k),
        Unary unary => OfUnary(unary.Op, Of(unary.Operand, row, k)),
        Binary { Op: BinaryOp.MultiplyOrZero } product when Of(product.Left, row, k).IsZero => BigFloat.Zero,
        Binary binary => OfBinary(binary.Op, Of(binary.Left, row, k), Of(binary.Right, row, k)),
        Power power => BigFloat.Pow(Of(power.Operand, row, k), (BigFloat)power.Exponent),
        Choose choice => Of(choice.Condition, row, k).IsZero ? Of(choice.Otherwise, row, k) : Of(choice.Then, row, k),
        Compare compare => Holds(compare.Op, Of(compare.Left, row, k), Of(compare.Right, row, k)) ? 1 : 0,
        ClassSum sum => row.Sum(j => Of(sum.Body, row, j)),
        ClassMax max => Largest(max, row),
        IsFirstMax first => Enumerable.Range(0, row.Classes).First(j => Of(((ClassMax)first.Max).Body, row, j) == Largest((ClassMax)first.Max, row)) == k ? 1 : 0,
        _ => throw new InvalidOperationException("A formula holds no " + expr.GetType().Name + "."),
    };

    private static BigFloat Largest(ClassMax max, OracleRow row) => Enumerable.Range(0, row.Classes).Select(j => Of(max.Body, row, j)).Aggregate(BigFloat.Max);

    private static BigFloat OfInput(Input input, OracleRow row, int k) => input.Kind switch
    {
        InputKind.Logit => row.Logits[k],
        InputKind.TargetLogit => row.Logits[row.Y],
        InputKind.ClassIndex => k,
        InputKind.TargetIndex => row.Y,
        InputKind.IsTarget => k == row.Y ? 1 : 0,
        InputKind.OfElement or InputKind.OfClass => row.In(RoleTable.Of(input.Role).Name, k),
        InputKind.OfTarget => row.In(RoleTable.Of(input.Role).Name, row.Y),
        InputKind.OfRow or InputKind.OfCall => row.In(RoleTable.Of(input.Role).Name),
        InputKind.OfPair => row.In(RoleTable.Of(input.Role).Name, input.Role == KernelRole.Confusion ? (k * row.Classes) + row.Y : (row.Y * row.Classes) + k),
        _ => throw new InvalidOperationException("A formula holds no " + input.Kind + "."),
    };

    private static BigFloat OfPrimitive(Primitive primitive, OracleRow row, int k)
    {
        var source = primitive.Of;
        var of = source.Role != KernelRole.Logits ? row.SoftmaxOf(RoleTable.Of(source.Role).Name)
            : source.Penalty is { } penalty ? row.With([.. row.Logits.Select((x, j) => x - Of(penalty, row, j))])
            : source.Sharpness == 2 ? row.Times(2)
            : row;
        var x = row.Logits[k];
        return primitive.Kind switch
        {
            PrimitiveKind.NegLogP => of.N(k),
            PrimitiveKind.P => of.P(k),
            PrimitiveKind.Q => of.Q(k),
            PrimitiveKind.TargetNegLogP => of.N(row.Y),
            PrimitiveKind.TargetP => of.P(row.Y),
            PrimitiveKind.TargetQ => of.Q(row.Y),
            PrimitiveKind.TargetExcess => of.N(row.Y) - of.Q(row.Y),
            PrimitiveKind.LogSumExp => of.LogSumExp,

            // Only differences of these have a meaning; without the shift they are log-sum-exps.
            PrimitiveKind.LogSum => of.LogSumExp,
            PrimitiveKind.Distance => BigFloat.Zero,
            PrimitiveKind.LabelNegLogP => BigFloat.Log(1 + BigFloat.Exp(-x)),
            PrimitiveKind.LabelNegLogQ => BigFloat.Log(1 + BigFloat.Exp(x)),
            PrimitiveKind.LabelP => 1 / (1 + BigFloat.Exp(-x)),
            _ => 1 / (1 + BigFloat.Exp(x)),
        };
    }

    private static BigFloat OfUnary(UnaryOp op, BigFloat x) => op switch
    {
        UnaryOp.Negate => -x,
        UnaryOp.Exp => BigFloat.Exp(x),
        UnaryOp.Log1p => BigFloat.Log1p(x),
        UnaryOp.Expm1 => BigFloat.Expm1(x),
        UnaryOp.Log => BigFloat.Log(x),
        UnaryOp.Excess => x + BigFloat.Expm1(-x),
        UnaryOp.Tanh => BigFloat.Tanh(x),
        UnaryOp.Abs => BigFloat.Abs(x),
        _ => throw new InvalidOperationException("No loss of the family has " + op + "."),
    };

    private static BigFloat OfBinary(BinaryOp op, BigFloat left, BigFloat right) => op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Divide => left / right,
        BinaryOp.Max => BigFloat.Max(left, right),
        _ => left * right,
    };

    private static bool Holds(CompareOp op, BigFloat left, BigFloat right) => op switch
    {
        CompareOp.Equal => left == right,
        CompareOp.NotEqual => left != right,
        CompareOp.Greater => left > right,
        _ => left >= right,
    };
}
