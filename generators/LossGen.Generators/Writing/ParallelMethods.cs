using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>What a kernel with <c>Parallel</c> has besides: its rows split over the thread pool, and the part that a thread runs.</summary>
internal static class ParallelMethods
{
    /// <summary>Writes the expression that runs a large batch in parts, and a small one at once.</summary>
    public static void WriteCall(SourceWriter w, KernelSpec spec)
    {
        string correct = spec.Has(KernelRole.Correct) ? "correct" : "uncounted";
        string spans = string.Join(", ", KernelBuffer.Of(spec).Select(buffer => $"KernelParallel.Start(ref {BodyMethod.First(buffer, inBody: false)})"));
        w.Line($"    KernelParallel.IsWorthwhile(rows, {spec.Classes}) ? KernelParallel.Run(Chunk, new RowSplit(rows, {spec.Classes}), ref {correct}, [{string.Join(", ", Shared(spec).Select(number => number.Name))}], {spans})");
        w.Line($"    : Rows({BodyMethod.Arguments(spec)});");
    }

    public static void Write(SourceWriter w, KernelSpec spec, bool rowsLieAcrossLanes)
    {
        w.Blank();
        w.Line("/// <summary>Some rows, on whichever thread.</summary>");
        w.Open("private static double Chunk(KernelBatch batch, int firstRow, int rows, ref int correct)");
        int position = 0;
        foreach ((string type, string name) in Shared(spec))
        {
            w.Line($"{type} {name} = {(type == "double" ? string.Empty : $"({type})")}batch.Number({position++});");
        }

        int span = 0;
        foreach (var buffer in KernelBuffer.Of(spec))
        {
            string index = buffer.Extent is BufferExtent.OnePerClass or BufferExtent.ClassPairs || spec.IsStrided ? "0"
                : buffer.Extent == BufferExtent.OnePerRow ? "firstRow"
                : buffer.Extent == BufferExtent.WordsPerRow ? MaskText.RowStart(spec, "firstRow")
                : $"(nint)firstRow * {spec.Classes}";
            w.Line($"ref {buffer.Item} {BodyMethod.First(buffer)} = ref batch.Element<{buffer.Item}>({span++}, {index});");
        }

        w.Line($"return Rows({BodyMethod.ForwardedArguments(spec)});");
        w.Close();
        w.Blank();
        w.Line($"private static double Rows({BodyMethod.Parameters(spec)}) =>");
        BodyChoice.Write(w, spec, BodyMethod.ForwardedArguments(spec), rowsLieAcrossLanes);
    }

    /// <summary>The numbers that are the same for every part.</summary>
    private static (string Type, string Name)[] Shared(KernelSpec spec) => [.. BodyMethod.Numbers(spec).Where(number => number.Name is not (BodyMethod.FirstRow or "rows"))];
}
