using System;
using System.Collections.Generic;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Formulas;

/// <summary>The functions of <c>Math</c> and <c>StableMath</c> that a formula can call.</summary>
internal static class FormulaFunctions
{
    private static readonly double Ln2 = Math.Log(2);
    private static readonly double Ln10 = Math.Log(10);

    private static readonly Dictionary<string, Func<Expr, Expr>> OfOne = new(StringComparer.Ordinal)
    {
        ["Abs"] = Stable.Abs,
        ["Exp"] = Stable.Exp,
        ["Log"] = Stable.Log,
        ["Sqrt"] = x => Stable.Power(x, 0.5),
        ["Tanh"] = x => x is Number number ? Math.Tanh(number.Value) : Expr.Tanh(x),
        ["Log1p"] = Stable.Log1p,
        ["Expm1"] = Stable.Expm1,
        ["Log2P1"] = x => Stable.Multiply(1 / Ln2, Stable.Log1p(x)),
        ["Log10P1"] = x => Stable.Multiply(1 / Ln10, Stable.Log1p(x)),
        ["Exp2M1"] = x => Stable.Expm1(Stable.Multiply(Ln2, x)),
        ["Exp10M1"] = x => Stable.Expm1(Stable.Multiply(Ln10, x)),
        ["Sigmoid"] = Stable.Sigmoid,
        ["LogSigmoid"] = x => Stable.Negate(Stable.Softplus(Stable.Negate(x))),
        ["Softplus"] = Stable.Softplus,
        ["LogCosh"] = x => Stable.Add(Expr.Abs(x), Stable.Subtract(Stable.Log1p(Stable.Exp(Stable.Multiply(-2, Expr.Abs(x)))), Ln2)),
        ["Log1mExp"] = x => Stable.Log(Stable.Negate(Stable.Expm1(x))),
        ["XLogX"] = x => Expr.MultiplyOrZero(x, Stable.Log(x)),
    };

    private static readonly Dictionary<string, Func<Expr, Expr, Expr>> OfTwo = new(StringComparer.Ordinal)
    {
        ["Max"] = Stable.Max,
        ["Min"] = Stable.Min,
        ["LogAddExp"] = (a, b) => Stable.Add(Stable.Max(a, b), Stable.Log1p(Stable.Exp(Stable.Negate(Expr.Abs(Stable.Subtract(a, b)))))),
        ["LogSubExp"] = (a, b) => Stable.Add(a, Stable.Log(Stable.Negate(Stable.Expm1(Stable.Subtract(b, a))))),
        ["XLogY"] = (x, y) => Expr.MultiplyOrZero(x, Stable.Log(y)),
        ["XLog1PY"] = (x, y) => Expr.MultiplyOrZero(x, Stable.Log1p(y)),
    };

    /// <summary>Names for a message.</summary>
    public static string Names => "Math.Abs, Exp, Log, Max, Min, Pow, Sqrt and Tanh, and those of StableMath";

    public static Expr? Call(string name, IReadOnlyList<Expr> arguments) =>
        arguments.Count switch
        {
            // What is a constant for the target or for the others is folded there.
            1
                when arguments[0] is Choose { Condition: Input { Kind: InputKind.IsTarget } } choice
                    && (choice.Then is Number || choice.Otherwise is Number) => Call(name, [choice.Then]) is { } then
            && Call(name, [choice.Otherwise]) is { } otherwise
                ? Expr.AtTarget(then, otherwise)
                : null,
            1 when OfOne.TryGetValue(name, out var function) => function(arguments[0]),
            2 when OfTwo.TryGetValue(name, out var function) => function(arguments[0], arguments[1]),
            2 when name == "Pow" && arguments[1] is Number exponent => Stable.Power(arguments[0], exponent.Value),
            _ => null,
        };
}
