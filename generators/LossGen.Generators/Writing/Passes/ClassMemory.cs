using LossGen.Generators.Planning;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.Passes;

/// <summary>How a pass reads and writes the numbers of a row's classes. Offsets are numbers of classes, as C#.</summary>
internal abstract class ClassMemory(KernelSpec spec, Dialect d)
{
    protected Dialect Dialect => d;

    protected KernelSpec Spec => spec;

    /// <summary>The type of the logits in memory.</summary>
    public string LogitItem => spec.ItemOf("logits");

    /// <summary>Of a span with numbers for every class of every row.</summary>
    public abstract string Load(string buffer, string offset);

    /// <summary>Of the logits, as a mask leaves them.</summary>
    public virtual string LoadLogits(string offset) => MaskText.Neighbours(spec, Load("logits", offset), offset);

    /// <summary>The logit of one class of one row, likewise.</summary>
    public virtual string LogitAt(string k) => MaskText.Neighbours(spec, ReadAt("logits", k), $"(nuint){k}");

    /// <summary>Of an input with an element for every class of every row; labels that are no numbers become 1 and 0.</summary>
    public string LoadElement(KernelRole role, string offset) => Storage.IsNumber(spec.Parameter(role)!.Item)
        ? Load(RoleTable.Of(role).Name, offset)
        : d.Ones(LabelBits.OfClasses(spec, d, offset));

    /// <summary>Of classes × classes: what belongs to the target.</summary>
    public virtual string LoadPair(KernelRole role, string offset) => ClassPairs.OfClasses(d, role, spec.Classes, offset);

    /// <summary>One number of one row, as it lies in memory.</summary>
    protected abstract string At(string buffer, string offset);

    public string ReadAt(string buffer, string offset) => d.ReadOne(At(buffer, offset), spec.ItemOf(buffer));

    public string WriteAt(string number, string buffer, string offset) => $"{At(buffer, offset)} = {d.ToMemory(number, spec.ItemOf(buffer))};";

    /// <summary>Of a span with one number per class for all rows.</summary>
    public virtual string LoadShared(string buffer, string offset) => d.Load(buffer, offset, spec.ItemOf(buffer));

    public abstract string Store(string value, string buffer, string offset);

    /// <summary>The classes' own indices, as numbers.</summary>
    public virtual string ClassIndex(string offset) => d.ClassIndex(offset);

    /// <summary>Whether a class is the target, as a mask; where the classes lie across lanes, what belongs to the target is stored afterwards instead.</summary>
    public virtual string IsTarget(string offset) => throw new System.NotSupportedException("The target's class is not compared here.");

    /// <summary>Puts a value where it waits for a later pass.</summary>
    public virtual string Spill(Spill spill, string value, string offset) => Store(value, spill.Place, offset);

    public virtual string Unspill(Spill spill, string offset) => Load(spill.Place, offset);
}

/// <summary>The classes of a row are neighbours.</summary>
internal sealed class NeighbouringClasses(KernelSpec spec, Dialect d) : ClassMemory(spec, d)
{
    protected override string At(string buffer, string offset) => $"Unsafe.Add(ref {buffer}, {offset})";

    public override string Load(string buffer, string offset) => Dialect.Load(buffer, offset, Spec.ItemOf(buffer));

    public override string Store(string value, string buffer, string offset) => Dialect.Store(value, buffer, offset, Spec.ItemOf(buffer));
}

/// <summary>The classes of a row are <c>inner</c> elements apart, and one is taken at a time.</summary>
internal sealed class DistantClasses(KernelSpec spec, Dialect d) : ClassMemory(spec, d)
{
    protected override string At(string buffer, string offset) => $"Unsafe.Add(ref {buffer}, {Distance(offset)})";

    public override string Load(string buffer, string offset) => Dialect.Load(buffer, Distance(offset), Spec.ItemOf(buffer));

    public override string LoadLogits(string offset) => MaskText.Distant(Spec, Load("logits", offset), offset, "inner");

    public override string LogitAt(string k) => MaskText.Distant(Spec, ReadAt("logits", k), k, "inner");

    public override string Store(string value, string buffer, string offset) => Dialect.Store(value, buffer, Distance(offset), Spec.ItemOf(buffer));

    /// <summary>A tile has a row's classes side by side, whatever the layout.</summary>
    public override string Spill(Spill spill, string value, string offset) =>
        spill.Output is null ? Dialect.Store(value, spill.Place, offset) : Store(value, spill.Place, offset);

    public override string Unspill(Spill spill, string offset) =>
        spill.Output is null ? Dialect.Load(spill.Place, offset) : Load(spill.Place, offset);

    /// <summary>How far a class is from the first one.</summary>
    public static string Distance(string offset) => $"(nint){(offset.Contains(" ") ? "(" + offset + ")" : offset)} * inner";
}
