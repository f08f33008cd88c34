using LossGen.Generators.Planning;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.Positions;

/// <summary>The classes of a vector of positions are <c>stride</c> elements apart: one class of all positions at a time.</summary>
internal sealed class PositionClasses(KernelSpec spec, VectorDialect v) : ClassMemory(spec, v)
{
    public override string Load(string buffer, string offset) => v.Load(buffer, Distance(offset), Spec.ItemOf(buffer));

    public override string LoadLogits(string offset) => MaskText.Distant(Spec, Load("logits", offset), offset, "(nint)stride");

    public override string LoadShared(string buffer, string offset) => v.Broadcast(v.ReadOne($"Unsafe.Add(ref {buffer}, {offset})", Spec.ItemOf(buffer)));

    public override string LoadPair(KernelRole role, string offset) => ClassPairs.OfRows(v, role, Spec.Classes, Wrapped(offset));

    public override string Store(string value, string buffer, string offset) => v.Store(value, buffer, Distance(offset), Spec.ItemOf(buffer));

    protected override string At(string buffer, string offset) => $"Unsafe.Add(ref {buffer}, {Distance(offset)})";

    public override string ClassIndex(string offset) => v.Broadcast($"({v.Item})({offset})");

    public override string IsTarget(string offset) => $"Lanes.IsClass(y, (int){Wrapped(offset)})";

    public override string Spill(Spill spill, string value, string offset) => v.Store(value, spill.Place, Tile(offset));

    public override string Unspill(Spill spill, string offset) => v.Load(spill.Place, Tile(offset));

    private static string Wrapped(string offset) => offset.Contains(" ") ? "(" + offset + ")" : offset;

    private static string Distance(string offset) => Wrapped(offset) + " * stride";

    private string Tile(string offset) => $"{Wrapped(offset)} * {v.Lanes}";
}
