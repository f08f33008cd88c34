using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
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

    public static void Write(SourceWriter w, KernelPlan plan)
    {
        var spec = plan.Spec;
        w.Blank();
        w.Line("/// <summary>Some rows, on whichever thread.</summary>");
        w.Open("private static double Chunk(KernelBatch batch, int firstRow, int rows, ref int correct)");
        WriteBatch(
            w,
            Shared(spec),
            KernelBuffer.Of(spec).Select(buffer => (buffer, BodyMethod.First(buffer), spec.IsStrided ? "0" : BodyMethod.RowStart(buffer, spec, "firstRow"))));
        w.Line($"return Rows({BodyMethod.ForwardedArguments(spec)});");
        w.Close();
        w.Blank();
        w.Line($"private static double Rows({BodyMethod.Parameters(spec)}) =>");
        BodyChoice.Write(w, plan, BodyMethod.ForwardedArguments(spec));
    }

    /// <summary>Writes what a part takes out of the batch: numbers, and references to where its rows begin in each span.</summary>
    public static void WriteBatch(
        SourceWriter w,
        IEnumerable<(string Type, string Name)> numbers,
        IEnumerable<(KernelBuffer Buffer, string Name, string Start)> spans)
    {
        int position = 0;
        foreach ((string type, string name) in numbers)
        {
            w.Line($"{type} {name} = {(type == "double" ? string.Empty : $"({type})")}batch.Number({position++});");
        }

        int span = 0;
        foreach ((var buffer, string name, string start) in spans)
        {
            w.Line($"ref {buffer.Item} {name} = ref batch.Element<{buffer.Item}>({span++}, {start});");
        }
    }

    /// <summary>The numbers that are the same for every part.</summary>
    private static (string Type, string Name)[] Shared(KernelSpec spec) => [.. BodyMethod.Numbers(spec).Where(number => number.Name is not (BodyMethod.FirstRow or "rows"))];
}
