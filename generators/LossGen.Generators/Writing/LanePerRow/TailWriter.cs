using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.LanePerRow;

/// <summary>
/// The last rows of a batch that do not fill a block: they are copied to the stack, padded with zeros, and run through the same code, so
/// they get the same bits as everywhere else and nothing outside the spans is read or written.
/// </summary>
internal sealed class TailWriter(SourceWriter w, KernelSpec spec, IReadOnlyList<KernelBuffer> buffers, VectorDialect v)
{
    private IEnumerable<KernelBuffer> RowBuffers => buffers.Where(buffer => buffer.Extent != BufferExtent.OnePerClass);

    /// <summary>Stack memory, where the last block is not full. It must stand outside the loop.</summary>
    public void Declare()
    {
        foreach (var buffer in RowBuffers)
        {
            w.Line($"Span<{buffer.Item}> {Tail(buffer)} = rows % {v.Lanes} == 0 ? default : stackalloc {buffer.Item}[{v.Lanes * PerRow(buffer)}];");
        }
    }

    /// <summary>Points at the block's rows: in the spans, or in their padded copy.</summary>
    public void Enter()
    {
        foreach (var buffer in RowBuffers)
        {
            w.Line($"scoped ref {buffer.Item} {buffer.Name} = ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {Offset(buffer)});");
        }

        w.Open($"if (rows - row < {v.Lanes})");
        foreach (var buffer in RowBuffers)
        {
            if (!buffer.IsWritten)
            {
                w.Line($"MemoryMarshal.CreateReadOnlySpan(ref {buffer.Name}, {Left(buffer)}).CopyTo({Tail(buffer)});");
            }

            w.Line($"{buffer.Name} = ref MemoryMarshal.GetReference({Tail(buffer)});");
        }

        w.Close();
    }

    /// <summary>Copies what the padded block has written.</summary>
    public void Leave()
    {
        var written = RowBuffers.Where(buffer => buffer.IsWritten).ToList();
        if (written.Count == 0)
        {
            return;
        }

        w.Blank();
        w.Open($"if (rows - row < {v.Lanes})");
        foreach (var buffer in written)
        {
            w.Line($"{Tail(buffer)}[..{Parenthesized(Left(buffer))}].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {Offset(buffer)}), {Left(buffer)}));");
        }

        w.Close();
    }

    private static string Parenthesized(string text) => text.Contains(" ") ? "(" + text + ")" : text;

    private int PerRow(KernelBuffer buffer) => buffer.Extent == BufferExtent.RowOfClasses ? spec.Classes : 1;

    private string Offset(KernelBuffer buffer) => PerRow(buffer) == 1 ? "row" : $"(nint)row * {PerRow(buffer)}";

    private string Left(KernelBuffer buffer) => PerRow(buffer) == 1 ? "rows - row" : $"(rows - row) * {PerRow(buffer)}";

    private static string Tail(KernelBuffer buffer) => buffer.Name + "Tail";
}
