using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Dialects;

/// <summary>Operations on plain numbers, for machines without vectors.</summary>
internal sealed class ScalarDialect(ElementType element) : Dialect(element)
{
    public override string Type => Item;

    public override int Lanes => 1;

    public override string Number(double value) => Literals.Number(value, Element);

    public override string Load(string reference, string offset) => offset == "0" ? reference : "Unsafe.Add(ref " + reference + ", " + offset + ")";

    public override string Store(string value, string reference, string offset) => Load(reference, offset) + " = " + value + ";";

    public override string Broadcast(string scalar) => scalar;

    public override string Scalar(string value) => value;

    public override string Max(string left, string right) => "(" + left + " > " + right + " ? " + left + " : " + right + ")";

    public override string Min(string left, string right) => "(" + left + " < " + right + " ? " + left + " : " + right + ")";

    public override string Ones(string bits) => $"({Item})({bits} & 1)";

    public override string LoadStrided(string reference, string offset, string stride) => $"Unsafe.Add(ref {reference}, (nint)({offset}) * {stride})";

    public override string ClassIndex(string offset) => $"({Item})({offset})";

    protected override string Widen(string reference, string offset) => $"Lanes.Widen({Load(reference, offset)})";

    protected override string Narrow(string value, string reference, string offset, string item) => Store(ToMemory(value, item), reference, offset);

    protected override string Call(UnaryOp op, string operand) => Operations.Of(op).Scalar.Replace("{0}", operand);

    protected override string MultiplyOrZero(string left, string right) => "(" + left + " == 0 ? 0 : " + left + " * " + right + ")";

    protected override string Compare(CompareOp op, string left, string right) => left + op switch
    {
        CompareOp.Equal => " == ",
        CompareOp.NotEqual => " != ",
        CompareOp.Greater => " > ",
        CompareOp.GreaterOrEqual => " >= ",
        _ => throw new System.NotSupportedException($"{op} has no operator."),
    } + right;

    protected override string NotANumber(string operand) => Item + ".IsNaN(" + operand + ")";

    protected override string Choose(string condition, string then, string otherwise) => "(" + condition + " ? " + then + " : " + otherwise + ")";
}
