using System.Collections.Generic;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Domains;

/// <summary>What becomes infinite with a number: exponentials of it, their sums, products and powers.</summary>
internal static class Overflow
{
    /// <summary>The exponents in a value, up to their sign: where one grows, so does the exponential of it or of its negative.</summary>
    public static IEnumerable<Value> ExponentsIn(Value value)
    {
        if (value.Is(Op.Exp))
        {
            yield return Unsigned(value.Args[0]);
        }

        foreach (Value arg in value.Args)
        {
            foreach (Value exponent in ExponentsIn(arg))
            {
                yield return exponent;
            }
        }
    }

    /// <summary>Whether the value is infinite, of whatever sign, once <paramref name="x"/> is large: positive, or negative where
    /// <paramref name="isNegative"/> says so.</summary>
    public static bool IsInfinite(Value value, Value x, bool isNegative) => value.Op switch
    {
        Op.Exp => Grows(value.Args[0], x) is { } grows && grows != isNegative,
        Op.Add or Op.Sub => IsInfinite(value.Args[0], x, isNegative) || IsInfinite(value.Args[1], x, isNegative),
        Op.Mul => IsInfiniteProduct(value.Args[0], value.Args[1], x, isNegative)
            || IsInfiniteProduct(value.Args[1], value.Args[0], x, isNegative),
        Op.Div => IsInfinite(value.Args[0], x, isNegative) && !Shape.Contains(value.Args[1], x),
        Op.Pow => value.Args[1] is { Op: Op.Const, Number: > 0 } && IsInfinite(value.Args[0], x, isNegative),
        Op.Neg or Op.Abs or Op.Sqrt or Op.Element or Op.View => IsInfinite(value.Args[0], x, isNegative),
        _ => false,
    };

    // What it is multiplied by may be 0 where it goes to 0 itself.
    private static bool IsInfiniteProduct(Value factor, Value other, Value x, bool isNegative) =>
        IsInfinite(factor, x, isNegative) && !other.IsConst(0) && !IsVanishing(other, x, isNegative);

    private static bool IsVanishing(Value value, Value x, bool isNegative) => value.Op switch
    {
        Op.Exp => Grows(value.Args[0], x) is { } grows && grows == isNegative,
        Op.Mul => IsVanishing(value.Args[0], x, isNegative) || IsVanishing(value.Args[1], x, isNegative),
        Op.Neg => IsVanishing(value.Args[0], x, isNegative),
        Op.Div => IsInfinite(value.Args[1], x, isNegative),
        _ => false,
    };

    // Whether an exponent grows or falls with x; null where neither is known.
    private static bool? Grows(Value exponent, Value x)
    {
        if (exponent.Equals(x))
        {
            return true;
        }

        return exponent.Op switch
        {
            Op.Neg => !Grows(exponent.Args[0], x),
            Op.Mul when exponent.Args[0] is { Op: Op.Const, Number: var factor } && factor != 0 =>
                Signed(Grows(exponent.Args[1], x), factor),
            Op.Mul when exponent.Args[1] is { Op: Op.Const, Number: var factor } && factor != 0 =>
                Signed(Grows(exponent.Args[0], x), factor),
            _ => null,
        };
    }

    private static bool? Signed(bool? grows, double factor) => factor > 0 ? grows : !grows;

    private static Value Unsigned(Value exponent) => exponent.Op switch
    {
        Op.Neg => Unsigned(exponent.Args[0]),
        Op.Mul when exponent.Args[0].Is(Op.Const) => Unsigned(exponent.Args[1]),
        Op.Mul when exponent.Args[1].Is(Op.Const) => Unsigned(exponent.Args[0]),
        _ => exponent,
    };
}
