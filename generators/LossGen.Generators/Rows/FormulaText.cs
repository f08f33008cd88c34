using System;
using System.Globalization;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>Prints a formula the way a paper does: n_y is −log p_y, q is 1 − p, w a class weight, v the row's weight.</summary>
internal static class FormulaText
{
    public static string Of(Expr expr) => Print(expr, 0);

    private static string Print(Expr expr, int context) => expr switch
    {
        Number { Value: double.NegativeInfinity } => "−∞",
        Number n => n.Value.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−"),
        Described described => Wrap(described.Text, context > 1),
        Input input => Symbol(input),
        Primitive primitive => Symbol(primitive),
        Name name => name.Id,
        Unary { Op: UnaryOp.Negate } u => "−" + Print(u.Operand, 2),
        Unary u => Operations.Of(u.Op).Text.Replace("{0}", Print(u.Operand, 0)),
        Binary { Op: BinaryOp.Add } b => Wrap(Print(b.Left, 1) + " + " + Print(b.Right, 1), context > 1),
        Binary { Op: BinaryOp.Subtract } b => Wrap(Print(b.Left, 1) + " − " + Print(b.Right, 2), context > 1),
        Binary { Op: BinaryOp.Divide } b => Wrap(Print(b.Left, 2) + " / " + Print(b.Right, 3), context > 2),
        Binary { Op: BinaryOp.Max } b => "max(" + Print(b.Left, 0) + ", " + Print(b.Right, 0) + ")",
        Binary b => Wrap(Print(b.Left, 2) + "·" + Print(b.Right, 2), context > 2),
        Power p => Print(p.Operand, 3) + "^" + p.Exponent.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−"),
        Compare c => Print(c.Left, 1) + " " + Symbol(c.Op) + " " + Print(c.Right, 1),
        Choose c => "[" + Print(c.Then, 0) + " if " + Print(c.Condition, 0) + ", else " + Print(c.Otherwise, 0) + "]",
        IsNaN n => "NaN(" + Print(n.Operand, 0) + ")",
        ClassSum s => "Σ(" + Print(s.Body, 0) + ")",
        ClassMax m => "max_k(" + Print(m.Body, 0) + ")",
        IsFirstMax => "k is the first with the maximum",
        Least l => "least(" + Print(l.Max, 0) + ")",
        ExactExp { Temperature: 1 } e => "exp(" + Print(e.Logit, 1) + " − " + Print(e.Max, 2) + ")",
        ExactExp e => "exp((" + Print(e.Logit, 1) + " − " + Print(e.Max, 2) + ") / " + Print(new Number(e.Temperature), 3) + ")",
        PowerOfOthers p => "q_y^" + p.Exponent.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−"),
        _ => throw new NotSupportedException($"{expr.GetType().Name} has no text."),
    };

    private static string Wrap(string text, bool wrap) => wrap ? "(" + text + ")" : text;

    private static string Symbol(CompareOp op) => op switch
    {
        CompareOp.Equal => "=",
        CompareOp.NotEqual => "≠",
        CompareOp.Greater => ">",
        CompareOp.GreaterOrEqual => "≥",
        _ => throw new NotSupportedException($"{op} has no symbol."),
    };

    private static string Symbol(Input input) => input.Kind switch
    {
        InputKind.Logit => "x_k",
        InputKind.TargetLogit => "x_y",
        InputKind.ClassIndex => "k",
        InputKind.TargetIndex => "y",
        InputKind.ClassCount => "K",
        InputKind.IsTarget => "k = y",
        InputKind.GradientScale => "s",
        InputKind.OfElement or InputKind.OfClass => RoleTable.Of(input.Role).Symbol + "_k",
        InputKind.OfTarget => RoleTable.Of(input.Role).Symbol + "_y",
        InputKind.OfPair => RoleTable.Of(input.Role).Symbol + "_yk",
        InputKind.OfRow or InputKind.OfCall => RoleTable.Of(input.Role).Symbol,
        InputKind.NotIgnored or InputKind.InRange => "kept",
        _ => throw new NotSupportedException($"{input.Kind} has no symbol."),
    };

    private static string Symbol(Primitive primitive) => primitive.Kind switch
    {
        PrimitiveKind.NegLogP => "n" + primitive.Of.Mark + "_k",
        PrimitiveKind.P => "p" + primitive.Of.Mark + "_k",
        PrimitiveKind.Q => "q" + primitive.Of.Mark + "_k",
        PrimitiveKind.TargetNegLogP => "n" + primitive.Of.Mark + "_y",
        PrimitiveKind.TargetP => "p" + primitive.Of.Mark + "_y",
        PrimitiveKind.TargetQ => "q" + primitive.Of.Mark + "_y",
        PrimitiveKind.TargetExcess => "(n_y − q_y)",
        PrimitiveKind.LogSumExp => "logsumexp" + primitive.Of.Mark,
        PrimitiveKind.LogSum => "log(sum" + primitive.Of.Mark + ")",
        PrimitiveKind.Distance => "distance" + primitive.Of.Mark,
        PrimitiveKind.LabelNegLogP => "softplus(−x_k)",
        PrimitiveKind.LabelNegLogQ => "softplus(x_k)",
        PrimitiveKind.LabelP => "σ(x_k)",
        PrimitiveKind.LabelQ => "σ(−x_k)",
        _ => throw new NotSupportedException($"{primitive.Kind} has no symbol."),
    };
}
