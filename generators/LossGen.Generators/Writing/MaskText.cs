using System.Globalization;
using System.Linq;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing;

/// <summary>
/// How a mask is read, as flags or as bits: the logits of classes that it excludes are −∞ from where they are loaded on, so nothing after
/// that
/// knows of it.
/// </summary>
internal static class MaskText
{
    public const string Buffer = "mask";

    /// <summary>The bits of a word.</summary>
    public const int WordBits = 64;

    /// <summary>The bits that a lane of a float's width holds.</summary>
    private const int HalfWord = 32;

    /// <summary>The flags that it holds, a byte each.</summary>
    private const int FlagsPerLane = 4;

    /// <summary>How many flags of a row are read at once, and in rows of how many all.</summary>
    private const int FlagsAtOnce = 16;

    private const int SmallRow = FlagsPerLane;

    public static bool IsBits(KernelSpec spec) => spec.Parameter(KernelRole.Mask) is { Item: "ulong" };

    /// <summary>How many words the bits of a row take, as C#.</summary>
    public static string Words(ClassCount classes) => classes.Constant is { } count
        ? Literals.Integer(((long)count + WordBits - 1) / WordBits)
        : "(int)(((uint)classes + 63) >> 6)";

    /// <summary>Logits of neighbouring classes, or one.</summary>
    public static string Neighbours(KernelSpec spec, string logits, string offset) =>
        spec.Has(KernelRole.Mask) ? $"Lanes.Allowed({logits}, ref {Buffer}, {offset})" : logits;

    /// <summary>The logit of a class, where the classes are so many elements apart.</summary>
    public static string Distant(KernelSpec spec, string logits, string offset, string stride)
    {
        string k = offset.Contains(" ") ? "(" + offset + ")" : offset;
        return !spec.Has(KernelRole.Mask) ? logits
            : IsBits(spec) ? $"Lanes.AllowedBit({logits}, ref Unsafe.Add(ref {Buffer}, (nint)({k} >> 6) * {stride}), (int)({k} & 63))"
            : $"Lanes.Allowed({logits}, ref Unsafe.Add(ref {Buffer}, (nint){k} * {stride}), 0)";
    }

    /// <summary>Where the mask of a row begins, as the place in the whole span.</summary>
    public static string RowStart(KernelSpec spec, string row) =>
        $"(nint){row} * {(IsBits(spec) ? Words(spec.Classes) : spec.Classes.ToString())}";

    /// <summary>
    /// How many flags behind a block of rows may be read along with it: flags are read by 16, so the last rows' need room behind them.
    /// </summary>
    public static int Padding(KernelSpec spec, KernelRole role) =>
        role == KernelRole.Mask && !IsBits(spec) && spec.Classes.Value > SmallRow ? FlagsAtOnce : 0;

    /// <summary>Masks a transposed block of rows, whose logits are named and numbered by class.</summary>
    public static void WriteBlock(SourceWriter w, KernelSpec spec, VectorDialect v, string name)
    {
        if (!spec.Has(KernelRole.Mask))
        {
            return;
        }

        int classes = spec.Classes.Value;
        w.Comment("a class that its row's mask excludes has the logit of −∞");
        WriteMasks(w, spec, v);
        int perMask = IsBits(spec) ? HalfWord : FlagsPerLane;
        var lines = Enumerable.Range(0, classes).Select(k =>
        {
            long bits = IsBits(spec) ? 1L << (k % perMask) : 0xffL << (8 * (k % perMask));
            string x = name + Literals.Integer(k);
            return $"{x} = Lanes.AllowedWhere({x}, {MaskName(k / perMask)}, 0x{bits.ToString("x", CultureInfo.InvariantCulture)});";
        }).ToList();
        for (int i = 0; i < lines.Count; i += 2)
        {
            w.Line(string.Join(" ", lines.Skip(i).Take(2)));
        }
    }

    /// <summary>Names the flags of four classes each, or 32 bits each, of every row of a block.</summary>
    private static void WriteMasks(SourceWriter w, KernelSpec spec, VectorDialect v)
    {
        int classes = spec.Classes.Value;
        bool isFloat = v.Element == ElementType.Float;
        string type = v.Static + (isFloat ? "<uint>" : "<ulong>");
        string flags = $"Lanes.{(isFloat ? string.Empty : "Long")}FlagsOf{v.Lanes}";
        if (IsBits(spec))
        {
            for (int half = 0; half * HalfWord < classes; half++)
            {
                string words = isFloat ? $"Lanes.Halves{v.Static}(ref {Buffer}, {half * HalfWord})"
                    : $"{v.Static}.LoadUnsafe(ref {Buffer}){(half > 0 ? $" >>> {HalfWord}" : string.Empty)}";
                w.Line($"{type} {MaskName(half)} = {words};");
            }

            return;
        }

        if (classes <= SmallRow)
        {
            w.Line($"{type} {MaskName(0)} = {flags}(ref {Buffer}, {classes});");
            return;
        }

        for (int start = 0; start < classes; start += FlagsAtOnce)
        {
            var masks = Enumerable.Range(start / FlagsPerLane, FlagsAtOnce / FlagsPerLane)
                .Select(mask => mask * FlagsPerLane < classes ? "out var " + MaskName(mask) : "out _");
            w.Line($"{flags}(ref {Buffer}, {start}, {classes}, {string.Join(", ", masks)});");
        }
    }

    private static string MaskName(int number) => "allowed" + Literals.Integer(number);
}
