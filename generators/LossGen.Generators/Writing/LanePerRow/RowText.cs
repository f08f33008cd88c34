using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.LanePerRow;

/// <summary>What a step over the rows' own numbers computes, as a formula.</summary>
internal static class RowText
{
    // A longer title would be harder to read than the lines below it.
    private const int MostLetters = 110;

    /// <summary>The numbers that leave the step which begins with <paramref name="first"/>, in terms of what went into it.</summary>
    public static string Of(RowProgram program, Let first)
    {
        var step = program.Statements
            .SkipWhile(statement => statement != first)
            .TakeWhile(statement => statement is Let { Value.Shape: Shape.Row })
            .Cast<Let>()
            .ToList();
        var inner = step.ToDictionary(let => let.Name, let => let.Value, System.StringComparer.Ordinal);
        var names = step.SelectMany(let => RowProgram.NamesIn(let.Value)).Select(name => name.Id);
        var used = new HashSet<string>(names, System.StringComparer.Ordinal);
        var results = step.Where(let => !used.Contains(let.Name)).ToList();
        string formulas = string.Join(", ", results.Select(let => $"{let.Name} = {FormulaText.Of(Whole(let.Value))}"));
        return formulas.Length <= MostLetters ? formulas : string.Join(", ", results.Select(let => let.Name));

        Expr Whole(Expr expr) => expr is not Name name ? expr.MapOperands(Whole)
            : inner.TryGetValue(name.Id, out var value) ? Whole(value)
            : program.Definition(name.Id) is Load load ? new Input(load.Kind, load.Role)
            : name;
    }
}
