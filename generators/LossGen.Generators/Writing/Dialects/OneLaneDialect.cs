using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Dialects;

/// <summary>Vectors of which the first lane alone is in use: memory is read and written number by number.</summary>
internal sealed class OneLaneDialect(ElementType element, int bits) : VectorDialect(element, bits)
{
    public override string Load(string reference, string offset) => FirstLane(At(reference, offset));

    public override string Store(string value, string reference, string offset) => At(reference, offset) + " = " + value + ".ToScalar();";

    /// <summary>A number in the first lane, and 0 in the others.</summary>
    public string FirstLane(string number) => Static + ".CreateScalar(" + number + ")";

    private static string At(string reference, string offset) => offset == "0" ? reference : $"Unsafe.Add(ref {reference}, {offset})";
}
