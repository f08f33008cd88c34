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
    private IEnumerable<KernelBuffer> RowBuffers => buffers.Where(buffer => buffer.Extent is not (BufferExtent.OnePerClass or BufferExtent.ClassPairs));

    /// <summary>Stack memory, where the last block is not full. It must stand outside the loop.</summary>
    public void Declare()
    {
        foreach (var buffer in RowBuffers)
        {
            if (IsNarrow(buffer) || buffer.IsPadded)
            {
                w.Line($"Span<{v.Item}> {Tail(buffer)} = stackalloc {v.Item}[{v.Lanes * PerRow(buffer)}];");
                continue;
            }

            // With room behind it, also a last block that is full is copied.
            int padding = MaskText.Padding(spec, buffer.Role);
            string none = padding > 0 ? string.Empty : $"rows % {v.Lanes} == 0 ? default : ";
            w.Line($"Span<{buffer.Item}> {Tail(buffer)} = {none}stackalloc {buffer.Item}[{(v.Lanes * PerRow(buffer)) + padding}];");
        }
    }

    /// <summary>Points at the block's rows: in the spans, or in their padded copy.</summary>
    public void Enter()
    {
        foreach (var buffer in RowBuffers)
        {
            if (buffer.IsPadded)
            {
                string rows = buffer.IsWritten ? $"MemoryMarshal.GetReference({Tail(buffer)})"
                    : $"Tail.{(IsNarrow(buffer) ? "Widen" : "Read")}Rows(ref {Place(buffer)}, {RowsOf(buffer)}, {Tail(buffer)})";
                w.Line($"scoped ref {v.Item} {buffer.Name} = ref {rows};");
                continue;
            }

            if (IsNarrow(buffer))
            {
                string block = buffer.IsWritten ? $"MemoryMarshal.GetReference({Tail(buffer)})" : $"Tail.Widen(ref {Place(buffer)}, {Left(buffer)}, {Tail(buffer)})";
                w.Line($"scoped ref {v.Item} {buffer.Name} = ref {block};");
                continue;
            }

            w.Line($"scoped ref {buffer.Item} {buffer.Name} = ref Tail.{(buffer.IsWritten ? "Write" : "Read")}(ref {Place(buffer)}, {Left(buffer)}, {Tail(buffer)});");
        }
    }

    /// <summary>Copies what the padded block has written.</summary>
    public void Leave()
    {
        foreach (var buffer in RowBuffers.Where(buffer => buffer.IsWritten))
        {
            w.Line(buffer.IsPadded
                ? $"Tail.{(IsNarrow(buffer) ? "Narrow" : "Finish")}Rows({Tail(buffer)}, {RowsOf(buffer)}, ref {Place(buffer)});"
                : $"Tail.{(IsNarrow(buffer) ? "Narrow" : "Finish")}({Tail(buffer)}, {Left(buffer)}, ref {Place(buffer)});");
        }
    }

    // What is narrow or padded goes through the stack, all blocks of it: there the transposing loads and stores are as they always are.
    private static bool IsNarrow(KernelBuffer buffer) => Storage.IsNarrow(buffer.Item);

    private string Place(KernelBuffer buffer) => $"Unsafe.Add(ref {BodyMethod.First(buffer)}, {Offset(buffer)})";

    private int PerRow(KernelBuffer buffer) => buffer.Extent == BufferExtent.RowOfClasses ? spec.Classes.Value : 1;

    private string Offset(KernelBuffer buffer) => buffer.IsPadded ? $"(nint)row * {buffer.Step(spec.Classes)}"
        : PerRow(buffer) == 1 ? "row" : $"(nint)row * {PerRow(buffer)}";

    /// <summary>The rows that are left, how far apart they are, and how many of their elements are classes.</summary>
    private string RowsOf(KernelBuffer buffer) => $"rows - row, {buffer.Step(spec.Classes)}, {PerRow(buffer)}";

    private string Left(KernelBuffer buffer) => PerRow(buffer) == 1 ? "rows - row" : $"(rows - row) * {PerRow(buffer)}";

    private static string Tail(KernelBuffer buffer) => buffer.Name + "Tail";
}
