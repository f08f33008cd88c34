using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing;

/// <summary>Labels that are no numbers, as bits: the lowest for the first element.</summary>
internal static class LabelBits
{
    /// <summary>Whether a row's bits are more than a word; else that is an element per row.</summary>
    public static bool HasWords(KernelSpec spec) =>
        spec.Loss.IsBinary && spec.Parameter(KernelRole.Targets) is { Item: "ulong" } && spec.Classes is not { Constant: <= MaskText.WordBits };

    /// <summary>Of one label and the rows of a block.</summary>
    public static string OfRows(KernelSpec spec, VectorDialect v, int k) => spec.Parameter(KernelRole.Targets)!.Item == "ulong"
        ? $"Lanes.MasksBits(ref targets, {v.Lanes}, {k})"
        : $"Lanes.StridedBits(ref targets, {v.Lanes}, {k}, {spec.Classes})";

    /// <summary>Names a row's mask, for schedules that take one row after the other.</summary>
    public static void WriteMask(SourceWriter w, KernelSpec spec, string mask)
    {
        if (!HasWords(spec) && spec.Parameter(KernelRole.Targets) is { Item: "ulong" })
        {
            w.Line($"ulong mask = {mask};");
        }
    }

    /// <summary>Of one row and neighbouring labels.</summary>
    public static string OfClasses(KernelSpec spec, Dialect d, string offset) =>
        HasWords(spec) ? $"Lanes.WordsBits(ref targets, {d.Lanes}, {offset})"
        : spec.Parameter(KernelRole.Targets)!.Item == "ulong" ? $"Lanes.MaskBits(mask, {offset})"
        : $"Lanes.Bits(ref targets, {d.Lanes}, {offset})";
}
