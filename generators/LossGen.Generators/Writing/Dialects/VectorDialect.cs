using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Dialects;

/// <summary>Operations on <c>Vector256&lt;float&gt;</c> and its kin.</summary>
internal class VectorDialect(ElementType element, int bits) : Dialect(element)
{
    public int Bits { get; } = bits;

    /// <summary>Whether exponentials come from a table where a vector is as long as one: faster, with bits that no other width gives.</summary>
    public bool TakesTables { get; init; }

    /// <summary><c>Vector256</c>.</summary>
    public string Static => "Vector" + Literals.Integer(Bits);

    public override string Type => Static + "<" + Item + ">";

    public override int Lanes => Bits / (Element == ElementType.Float ? 32 : 64);

    /// <summary>The type of a vector of class indices, which are as wide as the elements.</summary>
    public string IndexType => Static + (Element == ElementType.Float ? "<int>" : "<long>");

    /// <summary>How a mask of class indices becomes one of elements.</summary>
    public string AsMask => Element == ElementType.Float ? ".AsSingle()" : ".AsDouble()";

    /// <summary>A class index as a literal of the indices' type.</summary>
    public string Index(long value) => Literals.Integer(value) + (Element == ElementType.Float ? string.Empty : "L");

    /// <summary>The class index of one row likewise.</summary>
    public string IndexOfTarget => Element == ElementType.Float ? "Lanes.Target(ref targets)" : "(long)Lanes.Target(ref targets)";

    /// <summary>A number of classes likewise.</summary>
    public string IndexOf(ClassCount classes) => classes.IsConstant ? Index(classes.Value) : Element == ElementType.Float ? classes.ToString() : "(long)" + classes;

    public override string Number(double value) => value switch
    {
        0 => Type + ".Zero",
        1 => Type + ".One",
        _ => Broadcast(Literals.Number(value, Element)),
    };

    public override string Load(string reference, string offset) => Static + ".LoadUnsafe(ref " + reference + (offset == "0" ? ")" : ", " + offset + ")");

    public override string Store(string value, string reference, string offset) =>
        value + ".StoreUnsafe(ref " + reference + (offset == "0" ? ");" : ", " + offset + ");");

    public override string Broadcast(string scalar) => Static + ".Create(" + scalar + ")";

    public override string Scalar(string value) => value + ".ToScalar()";

    public override string Max(string left, string right) => Static + ".MaxNative(" + left + ", " + right + ")";

    public override string Min(string left, string right) => Static + ".MinNative(" + left + ", " + right + ")";

    public override string Ones(string bits) => $"Lanes.OnesWhere({bits}, {Type}.One)";

    public override string LoadStrided(string reference, string offset, string stride) => $"Lanes.Strided{Static}(ref {reference}, {offset}, {stride})";

    public override string ClassIndex(string offset) => offset == "0" ? Type + ".Indices" : $"({Type}.Indices + {Broadcast($"({Item})({offset})")})";

    protected override string Widen(string reference, string offset) => $"Lanes.Widen{Static}(ref {reference}{(offset == "0" ? ")" : ", " + offset + ")")}";

    protected override string Narrow(string value, string reference, string offset, string item) =>
        $"Lanes.Narrow({value}, ref {reference}{(offset == "0" ? ");" : ", " + offset + ");")}";

    protected override string Call(UnaryOp op, string operand) =>
        op == UnaryOp.Exp && TakesTables && Element == ElementType.Float && Bits == 512 ? "KernelMath.ExpByTable(" + operand + ")"
        : Operations.Of(op).Vector.Replace("{1}", Static).Replace("{0}", operand);

    // A choice and not a mask: where comparisons have registers of their own, a mask would have to be moved.
    protected override string MultiplyOrZero(string left, string right) =>
        Static + ".ConditionalSelect(" + Static + ".Equals(" + left + ", " + Number(0) + "), " + Number(0) + ", " + left + " * " + right + ")";

    protected override string Compare(CompareOp op, string left, string right) =>
        op switch
        {
            CompareOp.Equal => Static + ".Equals(",
            CompareOp.NotEqual => "~" + Static + ".Equals(",
            CompareOp.Greater => Static + ".GreaterThan(",
            CompareOp.GreaterOrEqual => Static + ".GreaterThanOrEqual(",
            _ => throw new System.NotSupportedException($"{op} has no function of vectors."),
        } + left + ", " + right + ")";

    protected override string NotANumber(string operand) => Static + ".IsNaN(" + operand + ")";

    protected override string Choose(string condition, string then, string otherwise) =>
        Static + ".ConditionalSelect(" + condition + ", " + then + ", " + otherwise + ")";
}
