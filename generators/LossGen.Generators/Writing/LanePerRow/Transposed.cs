using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.LanePerRow;

/// <summary>
/// Loads and stores of a block of rows, a group of neighbouring classes at a time (four of float, two of double: 16 bytes). A last group
/// that is not full overlaps the one before it, so that nothing outside the row is touched.
/// </summary>
internal static class Transposed
{
    public static void WriteLoad(SourceWriter w, VectorDialect v, int classes, string name, string source)
    {
        if (classes == 1 || v is OneLaneDialect)
        {
            w.Declare(v.Type, Enumerable.Range(0, classes).Select(k => $"{name}{k} = {v.Load(source, Literals.Integer(k))}"));
            return;
        }

        if (classes < GroupSize(v))
        {
            w.Line($"var ({Names(name, 0, classes)}) = Lanes.Load{classes}x{v.Lanes}(ref {source});");
            return;
        }

        foreach (int start in GroupStarts(v, classes))
        {
            int fresh = start % GroupSize(v) == 0 ? start : classes / GroupSize(v) * GroupSize(v);
            var names = Enumerable.Range(start, GroupSize(v)).Select(k => k < fresh ? "out _" : "out var " + name + Literals.Integer(k));
            w.Line($"Lanes.Load{GroupSize(v)}x{v.Lanes}(ref {source}, {start}, {classes}, {string.Join(", ", names)});");
        }
    }

    public static void WriteStore(SourceWriter w, VectorDialect v, int classes, string name, string destination)
    {
        if (classes == 1 || v is OneLaneDialect)
        {
            for (int k = 0; k < classes; k++)
            {
                w.Line(v.Store(name + Literals.Integer(k), destination, Literals.Integer(k)));
            }

            return;
        }

        if (classes < GroupSize(v))
        {
            w.Line($"Lanes.Store{classes}x{v.Lanes}({Names(name, 0, classes)}, ref {destination});");
            return;
        }

        foreach (int start in GroupStarts(v, classes))
        {
            w.Line($"Lanes.Store{GroupSize(v)}x{v.Lanes}({Names(name, start, GroupSize(v))}, ref {destination}, {start}, {classes});");
        }
    }

    private static int GroupSize(VectorDialect v) => v.Element == ElementType.Float ? 4 : 2;

    private static IEnumerable<int> GroupStarts(VectorDialect v, int classes)
    {
        int size = GroupSize(v);
        int start = 0;
        for (; start + size <= classes; start += size)
        {
            yield return start;
        }

        if (start < classes)
        {
            yield return classes - size;
        }
    }

    private static string Names(string name, int start, int count) =>
        string.Join(", ", Enumerable.Range(start, count).Select(k => name + Literals.Integer(k)));
}
