using System;
using System.Globalization;
using System.Linq;

namespace LossGen.Analyzers.Algebra;

/// <summary>A value as text, for those who ask what the engine thinks of an expression.</summary>
internal static class ValueText
{
    private const int MaxDepth = 8;

    public static string Of(Value value) => Of(value, MaxDepth);

    private static string Of(Value value, int depth)
    {
        if (depth == 0)
        {
            return "…";
        }

        string Arg(int index) => Of(value.Arg(index), depth - 1);
        return value.Op switch
        {
            Op.Unknown => "?",
            Op.Const => value.Number.ToString("R", CultureInfo.InvariantCulture),
            Op.Leaf or Op.Reference => value.Name ?? "?",
            Op.Member => Arg(0) + "." + (value.Name ?? "?"),
            Op.LoopVariable => value.Name ?? "i",
            Op.Add => "(" + Arg(0) + " + " + Arg(1) + ")",
            Op.Sub => "(" + Arg(0) + " − " + Arg(1) + ")",
            Op.Mul => Arg(0) + "·" + Arg(1),
            Op.Div => Arg(0) + " / " + Arg(1),
            Op.Neg => "−" + Arg(0),
            Op.Element => Arg(0) + "[" + string.Join(", ", value.Args.Skip(1).Select(index => Of(index, depth - 1))) + "]",
            Op.Choose => "(" + Arg(0) + " ? " + Arg(1) + " : " + Arg(2) + ")",
            Op.Instance => "new " + (value.Type?.Name ?? value.Name ?? "?"),
            Op.Function => "function",
            _ => NameOf(value.Op) + "(" + string.Join(", ", value.Args.Select(arg => Of(arg, depth - 1))) + ")",
        };
    }

    // As in a knowledge file
    private static string NameOf(Op op)
    {
        string name = Enum.GetName(typeof(Op), op) ?? "?";
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
