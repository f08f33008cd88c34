using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Rows;

/// <summary>A function of one number: everything the compiler knows of it.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Text">How a formula is printed with it: {0} is the operand.</param>
/// <param name="Value">Its value in double.</param>
/// <param name="Slope">Its derivative: from the operand and the function's own value.</param>
/// <param name="Scalar">How C# spells it on a number.</param>
/// <param name="Vector">How C# spells it on a vector: {1} is the vectors' static class.</param>
/// <param name="IsCheap">Whether it costs no more than an addition.</param>
internal sealed record Operation(
    UnaryOp Op,
    string Text,
    Func<double, double> Value,
    Func<Expr, Expr, Expr> Slope,
    string Scalar,
    string Vector,
    bool IsCheap = false
);

/// <summary>The one table of the functions of one number. An operation that is missing here throws wherever it is met.</summary>
internal static class Operations
{
    private static readonly Operation[] All =
    [
        new(UnaryOp.Negate, "−{0}", x => -x, (_, _) => -1, "-{0}", "-{0}", IsCheap: true),
        // 0 at the corner, as for a subgradient.
        new(UnaryOp.Abs, "|{0}|", Math.Abs, (x, _) => Sign(x), "Math.Abs({0})", "{1}.Abs({0})", IsCheap: true),
        new(UnaryOp.Exp, "exp({0})", Math.Exp, (_, y) => y, "KernelMath.Exp({0})", "KernelMath.Exp({0})"),
        new(UnaryOp.Log1p, "log1p({0})", Functions.Log1p, (x, _) => 1 / (1 + x), "KernelMath.Log1p({0})", "KernelMath.Log1p({0})"),
        new(UnaryOp.Expm1, "expm1({0})", Functions.Expm1, (x, _) => Expr.Exp(x), "KernelMath.Expm1({0})", "KernelMath.Expm1({0})"),
        new(UnaryOp.Log, "log({0})", Math.Log, (x, _) => 1 / x, "StableMath.Log({0})", "VectorMath.Log({0})"),
        new(UnaryOp.Excess, "excess({0})", Functions.Excess, (x, _) => -Expr.Expm1(-x), "KernelMath.Excess({0})", "KernelMath.Excess({0})"),
        new(UnaryOp.Tanh, "tanh({0})", Math.Tanh, (_, y) => (1 - y) * (1 + y), "StableMath.Tanh({0})", "VectorMath.Tanh({0})"),
        new(UnaryOp.AnyExp, "exp({0})", Math.Exp, (_, y) => y, "StableMath.Exp({0})", "VectorMath.Exp({0})"),
        new(
            UnaryOp.AnyExpm1,
            "expm1({0})",
            Functions.Expm1,
            (x, _) => new Unary(UnaryOp.AnyExp, x),
            "StableMath.Expm1({0})",
            "VectorMath.Expm1({0})"
        ),
        new(UnaryOp.AnyLog1p, "log1p({0})", Functions.Log1p, (x, _) => 1 / (1 + x), "StableMath.Log1p({0})", "VectorMath.Log1p({0})"),
        new(
            UnaryOp.Sigmoid,
            "σ({0})",
            Functions.Sigmoid,
            (x, y) => y * new Unary(UnaryOp.Sigmoid, -x),
            "StableMath.Sigmoid({0})",
            "VectorMath.Sigmoid({0})"
        ),
        new(
            UnaryOp.Softplus,
            "softplus({0})",
            Functions.Softplus,
            (x, _) => new Unary(UnaryOp.Sigmoid, x),
            "StableMath.Softplus({0})",
            "VectorMath.Softplus({0})"
        ),
    ];

    private static readonly Dictionary<UnaryOp, Operation> ByOp = All.ToDictionary(operation => operation.Op);

    public static Operation Of(UnaryOp op) => ByOp[op];

    private static Expr Sign(Expr x) =>
        new Choose(
            new Compare(CompareOp.Greater, x, Expr.Zero),
            Expr.One,
            new Choose(new Compare(CompareOp.Greater, Expr.Zero, x), -1, Expr.Zero)
        );
}
