using System;
using System.Collections.Generic;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>Whether an expression has one value per row or one per class of a row.</summary>
internal enum Shape
{
    Row,
    Class,
}

internal enum UnaryOp
{
    Negate,

    /// <summary>eˣ for x ≤ 0, which is all a kernel needs once the maximum is subtracted.</summary>
    Exp,
    Log1p,

    /// <summary>eˣ − 1 for x ≤ 0, without cancellation.</summary>
    Expm1,
    Log,

    /// <summary>x + e⁻ˣ − 1 for x ≥ 0, without cancellation.</summary>
    Excess,
    Tanh,
    Abs,

    /// <summary>eˣ for every x.</summary>
    AnyExp,

    /// <summary>eˣ − 1 for every x, without cancellation.</summary>
    AnyExpm1,

    /// <summary>log(1 + x) for every x from −1 on.</summary>
    AnyLog1p,

    /// <summary>1/(1 + e⁻ˣ).</summary>
    Sigmoid,

    /// <summary>log(1 + eˣ).</summary>
    Softplus,
}

internal enum BinaryOp
{
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>A product that is 0 where the left factor is 0, whatever the right one is (0·∞, 0·NaN).</summary>
    MultiplyOrZero,

    /// <summary>The larger of two.</summary>
    Max,
}

internal enum CompareOp
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>
/// The expression language over one row. Expressions are values: two that look the same are equal, so shared parts are found by comparing.
/// </summary>
internal abstract record Expr(Shape Shape) : Formula
{
    public static Expr Zero { get; } = new Number(0);

    public static Expr One { get; } = new Number(1);

    public static implicit operator Expr(double value) => new Number(value);

    public static Expr operator +(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => new Binary(BinaryOp.Subtract, left, right);

    public static Expr operator *(Expr left, Expr right) => new Binary(BinaryOp.Multiply, left, right);

    public static Expr operator /(Expr left, Expr right) => new Binary(BinaryOp.Divide, left, right);

    public static Expr operator -(Expr operand) => new Unary(UnaryOp.Negate, operand);

    public static Expr Exp(Expr operand) => new Unary(UnaryOp.Exp, operand);

    public static Expr Log1p(Expr operand) => new Unary(UnaryOp.Log1p, operand);

    public static Expr Expm1(Expr operand) => new Unary(UnaryOp.Expm1, operand);

    public static Expr Log(Expr operand) => new Unary(UnaryOp.Log, operand);

    /// <summary>A power of something that is not negative.</summary>
    public static Expr Power(Expr operand, double exponent) => new Power(operand, exponent);

    /// <summary>The larger of two; NaN where the second is.</summary>
    public static Expr Larger(Expr left, Expr right) => new Binary(BinaryOp.Max, left, right);

    /// <summary>The value for the target's class, and that for the others.</summary>
    public static Expr AtTarget(Expr atTarget, Expr elsewhere) => new Choose(Inputs.IsTarget, atTarget, elsewhere);

    public static Expr Tanh(Expr operand) => new Unary(UnaryOp.Tanh, operand);

    public static Expr Abs(Expr operand) => new Unary(UnaryOp.Abs, operand);

    public static Expr MultiplyOrZero(Expr left, Expr right) => new Binary(BinaryOp.MultiplyOrZero, left, right);

    public static Expr Sum(Expr body) => new ClassSum(body);

    public static Expr Largest(Expr body) => new ClassMax(body);

    /// <summary>Rebuilds the expression with <paramref name="map"/> applied to its direct operands.</summary>
    public Expr MapOperands(Func<Expr, Expr> map) => this switch
    {
        Unary unary => new Unary(unary.Op, map(unary.Operand)),
        Binary binary => new Binary(binary.Op, map(binary.Left), map(binary.Right)),
        Compare compare => new Compare(compare.Op, map(compare.Left), map(compare.Right)),
        Choose choose => new Choose(map(choose.Condition), map(choose.Then), map(choose.Otherwise)),
        IsNaN test => new IsNaN(map(test.Operand)),
        ClassSum sum => new ClassSum(map(sum.Body)),
        ClassMax max => new ClassMax(map(max.Body)),
        IsFirstMax first => new IsFirstMax(map(first.Max)),
        Power power => new Power(map(power.Operand), power.Exponent),
        PowerOfOthers power => new PowerOfOthers(map(power.Exponential), map(power.Rest), map(power.RestError), power.Exponent),
        ExactExp exp => new ExactExp(map(exp.Logit), map(exp.Max), exp.Temperature, exp.IsBounded) { IsFine = exp.IsFine },
        Least least => new Least(map(least.Max), least.Temperature),
        _ => this,
    };

    /// <summary>The expression and all its operands, outermost first.</summary>
    public IEnumerable<Expr> DescendantsAndSelf()
    {
        var found = new List<Expr>();
        Visit(this);
        return found;

        Expr Visit(Expr expr)
        {
            found.Add(expr);
            expr.MapOperands(Visit);
            return expr;
        }
    }

    protected static Shape Wider(Shape left, Shape right) => left == Shape.Class ? Shape.Class : right;
}

/// <summary>A number of the row in a printed formula, in words of its own.</summary>
internal sealed record Described(string Text) : Expr(Shape.Row);

/// <summary>A constant.</summary>
internal sealed record Number(double Value) : Expr(Shape.Row);

/// <summary>An input of the kernel: something that is loaded.</summary>
internal sealed record Input(InputKind Kind, KernelRole Role = KernelRole.Logits) : Expr(Inputs.ShapeOf(Kind));

/// <summary>A quantity of the softmax with a declared derivative and a stable way to compute it.</summary>
internal sealed record Primitive(PrimitiveKind Kind, LogitSource Of) : Expr(Primitives.ShapeOf(Kind))
{
    /// <summary>Another quantity of the same softmax. (A copy of this record would keep its shape.)</summary>
    public Primitive As(PrimitiveKind kind) => new(kind, Of);
}

/// <summary>The value of an earlier statement of a row program.</summary>
internal sealed record Name(string Id, Shape Of) : Expr(Of);

internal sealed record Unary(UnaryOp Op, Expr Operand) : Expr(Operand.Shape);

internal sealed record Binary(BinaryOp Op, Expr Left, Expr Right) : Expr(Wider(Left.Shape, Right.Shape));

/// <summary>A constant power of something that is not negative.</summary>
internal sealed record Power(Expr Operand, double Exponent) : Expr(Operand.Shape);

/// <summary>A logit so far below the largest that nothing is left of its exponential; finite where the largest is.</summary>
internal sealed record Least(Expr Max, double Temperature) : Expr(Max.Shape);

/// <summary>e^((x − m)/T) for x ≤ m, with the roundings of the difference and the quotient made good; a bounded x is at least <see cref="Least"/>.</summary>
internal sealed record ExactExp(Expr Logit, Expr Max, double Temperature, bool IsBounded) : Expr(Wider(Logit.Shape, Max.Shape))
{
    /// <summary>Whether it is taken to a power that multiplies its last rounding too.</summary>
    public bool IsFine { get; init; }
}

/// <summary>A condition.</summary>
internal sealed record Compare(CompareOp Op, Expr Left, Expr Right) : Expr(Wider(Left.Shape, Right.Shape))
{
    public static bool Holds(CompareOp op, double left, double right) => op switch
    {
        CompareOp.Equal => left == right,
        CompareOp.NotEqual => left != right,
        CompareOp.Greater => left > right,
        CompareOp.GreaterOrEqual => left >= right,
        _ => throw new InvalidOperationException("No number is compared by " + op + "."),
    };
}

/// <summary>The condition that a value is not a number.</summary>
internal sealed record IsNaN(Expr Operand) : Expr(Operand.Shape);

/// <summary>
/// A power of q_y = 1 − p_y, from the target's exponential and the sum r of all but the largest: every rounding of q would be multiplied by the
/// exponent, so none is made before the power.
/// </summary>
internal sealed record PowerOfOthers(Expr Exponential, Expr Rest, Expr RestError, double Exponent) : Expr(Shape.Row);

/// <summary>One of two values.</summary>
internal sealed record Choose(Expr Condition, Expr Then, Expr Otherwise)
    : Expr(Wider(Condition.Shape, Wider(Then.Shape, Otherwise.Shape)));

/// <summary>The sum over the classes, in a loss's formula; a row program has statements for its reductions.</summary>
internal sealed record ClassSum(Expr Body) : Expr(Shape.Row);

/// <summary>The largest value over the classes, in a loss's formula; NaN where a logit is.</summary>
internal sealed record ClassMax(Expr Body) : Expr(Shape.Row);

/// <summary>The condition that class k is the first that has the largest value.</summary>
internal sealed record IsFirstMax(Expr Max) : Expr(Shape.Class);
