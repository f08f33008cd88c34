using System.Collections.Generic;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.Passes;

/// <summary>Memory of a kernel's own, where values wait from one pass to the next: on the stack, or rented where a row is long.</summary>
/// <param name="w">Where to write.</param>
/// <param name="classes">How many classes a row has.</param>
/// <param name="d">The dialect.</param>
/// <param name="tiles">The names of the references.</param>
/// <param name="perClass">How many elements a tile has for every class.</param>
internal sealed class TileMemory(SourceWriter w, ClassCount classes, Dialect d, IReadOnlyList<string> tiles, int perClass)
{
    // Beyond so many bytes on the stack it is rented.
    private const int StackBytes = 65536;

    private int StackElements => StackBytes / (d.Element == ElementType.Float ? 4 : 8);

    private bool MayRent => classes.Constant is not { } count || (long)count * perClass * tiles.Count > StackElements;

    /// <summary>Outside all loops, as stack memory must be.</summary>
    public void Declare(string what)
    {
        if (tiles.Count == 0)
        {
            return;
        }

        int all = perClass * tiles.Count;
        w.Line("// " + what);
        if (MayRent)
        {
            w.Line($"int tiles = KernelGuard.Tile({classes}, {all}, {d.Lanes});");
            w.Line($"{d.Item}[]? rented = tiles > {StackElements} ? global::System.Buffers.ArrayPool<{d.Item}>.Shared.Rent(tiles) : null;");
            w.Line($"Span<{d.Item}> tileMemory = rented is null ? stackalloc {d.Item}[tiles] : rented;");
        }
        else
        {
            w.Line($"Span<{d.Item}> tileMemory = stackalloc {d.Item}[{Literals.Integer(((long)classes.Value * all) + d.Lanes)}];");
        }

        string first = d is VectorDialect v ? $"Lanes.Aligned(tileMemory, {v.Bits / 8})" : "MemoryMarshal.GetReference(tileMemory)";
        for (int i = 0; i < tiles.Count; i++)
        {
            w.Line($"ref {d.Item} {tiles[i]} = ref {(i == 0 ? first : $"Unsafe.Add(ref {tiles[0]}, (nint){classes} * {i * perClass})")};");
        }
    }

    public void Release()
    {
        if (tiles.Count == 0 || !MayRent)
        {
            return;
        }

        w.Blank();
        w.Open("if (rented is not null)");
        w.Line($"global::System.Buffers.ArrayPool<{d.Item}>.Shared.Return(rented);");
        w.Close();
    }
}
