using System;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Dialects;

/// <summary>How the operations of a row program are spelled: on vectors of some width, or on plain numbers.</summary>
internal abstract class Dialect(ElementType element)
{
    public ElementType Element { get; } = element;

    /// <summary>The C# keyword of the numbers that are computed with. What memory holds may be narrower: that is its own.</summary>
    public string Item => Literals.Keyword(Element);

    /// <summary>The type of a value: <c>Vector256&lt;float&gt;</c> or <c>float</c>.</summary>
    public abstract string Type { get; }

    /// <summary>How many elements a value holds.</summary>
    public abstract int Lanes { get; }

    public abstract string Number(double value);

    public abstract string Load(string reference, string offset);

    public abstract string Store(string value, string reference, string offset);

    /// <summary>What memory holds, as the arithmetic's numbers.</summary>
    public string Load(string reference, string offset, string item) => item == Item ? Load(reference, offset) : Widen(reference, offset);

    public string Store(string value, string reference, string offset, string item) =>
        item == Item ? Store(value, reference, offset) : Narrow(value, reference, offset, item);

    /// <summary>One element of memory as a number.</summary>
    public string ReadOne(string element, string item) => !Storage.IsNarrow(item) ? element : $"Lanes.Widen({element})";

    /// <summary>A number as memory holds it.</summary>
    public string ToMemory(string number, string item) => item == Item ? number : $"Lanes.Narrow<{item}>({number})";

    /// <summary>The same number in every lane.</summary>
    public abstract string Broadcast(string scalar);

    /// <summary>The number of a value whose lanes are all the same.</summary>
    public abstract string Scalar(string value);

    public abstract string Max(string left, string right);

    public abstract string Min(string left, string right);

    /// <summary>1 where a bit is set, else 0: a bit for each element, the lowest first.</summary>
    public abstract string Ones(string bits);

    /// <summary>Elements that lie apart.</summary>
    public abstract string LoadStrided(string reference, string offset, string stride);

    /// <summary>The numbers of neighbouring classes, the first of which is at an offset.</summary>
    public abstract string ClassIndex(string offset);

    /// <summary>An expression in C#; <paramref name="name"/> says what a name is called there.</summary>
    public string Print(Expr expr, Func<Name, string> name) => Print(expr, name, inner: false);

    // Two signs in a row would be a decrement.
    private static string Negative(string operand) => operand[0] == '-' ? "-(" + operand + ")" : "-" + operand;

    private static string Exponent(double value) => Literals.Number(value, ElementType.Double);

    /// <summary>What is lost where a constant becomes a float.</summary>
    private double LowPart(double value) => Element == ElementType.Float ? value - (float)value : 0;

    protected abstract string Widen(string reference, string offset);

    protected abstract string Narrow(string value, string reference, string offset, string item);

    protected abstract string Call(UnaryOp op, string operand);

    protected abstract string MultiplyOrZero(string left, string right);

    protected abstract string Compare(CompareOp op, string left, string right);

    protected abstract string NotANumber(string operand);

    protected abstract string Choose(string condition, string then, string otherwise);

    private string Print(Expr expr, Func<Name, string> name, bool inner)
    {
        string Operand(Expr operand) => Print(operand, name, inner: true);
        string Argument(Expr operand) => Print(operand, name, inner: false);
        string Wrap(string text) => inner ? "(" + text + ")" : text;

        return expr switch
        {
            Number number => Number(number.Value),
            Name n => name(n),
            Unary { Op: UnaryOp.Negate } u => Negative(Operand(u.Operand)),
            Unary u => Call(u.Op, Argument(u.Operand)),
            Binary { Op: BinaryOp.Add } b => Wrap(Operand(b.Left) + " + " + Operand(b.Right)),
            Binary { Op: BinaryOp.Subtract } b => Wrap(Operand(b.Left) + " - " + Operand(b.Right)),
            Binary { Op: BinaryOp.Multiply } b => Wrap(Operand(b.Left) + " * " + Operand(b.Right)),
            Binary { Op: BinaryOp.Divide } b => Wrap(Operand(b.Left) + " / " + Operand(b.Right)),
            PowerOfOthers p => $"KernelMath.PowerOfOthers({Argument(p.Exponential)}, {Argument(p.Rest)}, {Argument(p.RestError)}, {Exponent(p.Exponent)})",
            Power p => $"KernelMath.Power({Argument(p.Operand)}, {Exponent(p.Exponent)})",
            Binary { Op: BinaryOp.Max } b => Max(Argument(b.Left), Argument(b.Right)),
            Least l => $"KernelMath.Least({Argument(l.Max)}, {Number(l.Temperature)})",
            ExactExp { Temperature: 1, IsFine: true, IsBounded: false } e => $"KernelMath.FineExpOfDifference({Argument(e.Logit)}, {Argument(e.Max)})",
            ExactExp { Temperature: 1 } e => $"KernelMath.ExpOf{(e.IsBounded ? "Bounded" : string.Empty)}Difference({Argument(e.Logit)}, {Argument(e.Max)})",
            ExactExp e => $"KernelMath.ExpOfQuotient({Argument(e.Logit)}, {Argument(e.Max)}, {Number(e.Temperature)}, {Number(LowPart(e.Temperature))})",
            Binary b => MultiplyOrZero(Operand(b.Left), Operand(b.Right)),
            Compare c => Compare(c.Op, Argument(c.Left), Argument(c.Right)),
            IsNaN n => NotANumber(Argument(n.Operand)),
            Choose c => Choose(Argument(c.Condition), Argument(c.Then), Argument(c.Otherwise)),
            _ => throw new InvalidOperationException("A row program holds no " + expr.GetType().Name + "."),
        };
    }
}
