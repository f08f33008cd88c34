using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.LanePerRow;

/// <content>Exponentials that need not be computed: that of a largest logit is 1, and the target's is one of its row's.</content>
internal sealed partial class LanePerRowWriter
{
    // Up to so many classes, picking the target's exponential takes fewer operations than computing it again.
    private const int MostPicked = 8;

    /// <summary>Of two exponentials one is 1: the other one is computed once, of the lower logit. An infinite maximum gives NaN.</summary>
    private bool WritePair(Let let)
    {
        if (Classes != 2 || ExponentialOf(let.Value) is not { } exponent || !IsMaximumOf(exponent.Max, exponent.Logit))
        {
            return false;
        }

        string max = exponent.Max.Id, lower = let.Name + "Lower", top = let.Name + "Top", x = exponent.Logit.Id;
        var lowerLogit = new Name(v.Min(x + "1", x + "0"), Shape.Row);
        w.Line($"{v.Type} {lower} = {v.Print(Expr.Exp(lowerLogit - exponent.Max), name => name.Id)};");
        w.Line($"{v.Type} {top} = {v.Number(1)} + ({max} - {max});");
        w.Declare(v.Type, Each(k => $"{let.Name}{k} = {v.Static}.ConditionalSelect({v.Static}.Equals({x}{k}, {max}), {top}, {lower})"));
        return true;
    }

    /// <summary>The exponentials of all logits but the maximum.</summary>
    /// <param name="exponentials">How one is computed from a logit.</param>
    /// <param name="first">The number of the first logit that was put aside.</param>
    private void WriteExponentials(Let exponentials, int first)
    {
        int[] lower = [.. Enumerable.Range(first, Classes - 1)];
        if (!IsOneRow)
        {
            w.Declare(v.Type, lower.Select(k => $"e{k} = {Of($"low{k}", string.Empty)}"));
            return;
        }

        // One row would leave all lanes but one without work: here they take the classes in turn.
        var numbers = RowProgram.NamesIn(exponentials.Value).Where(name => name.Of == Shape.Row).Select(name => name.Id);
        foreach (string name in numbers.Distinct(System.StringComparer.Ordinal))
        {
            w.Line($"{v.Type} {name}Each = {v.Static}.Shuffle({name}, {v.IndexType}.Zero);");
        }

        for (int start = 0; start < lower.Length; start += v.Lanes)
        {
            int[] group = [.. lower.Skip(start).Take(v.Lanes)];
            if (group.Length == 1)
            {
                w.Line($"{v.Type} e{group[0]} = {Of($"low{group[0]}", string.Empty)};");
                continue;
            }

            string packed = $"ePack{start / v.Lanes}";
            var lanes = Enumerable.Range(0, v.Lanes).Select(lane => $"low{group[System.Math.Min(lane, group.Length - 1)]}.ToScalar()");
            w.Line($"{v.Type} {packed} = {Of($"{v.Static}.Create({string.Join(", ", lanes)})", "Each")};");
            w.Declare(v.Type, group.Select((k, lane) =>
                $"e{k} = {(lane == 0 ? packed : $"{v.Static}.Shuffle({packed}, {v.Broadcast(v.Index(lane))})")}"));
        }

        string Of(string logit, string suffix) => v.Print(exponentials.Value, name => name.Of == Shape.Class ? logit : name.Id + suffix);
    }

    /// <summary>The target's exponential, where the row's exponentials are at hand.</summary>
    private bool WritePicked(Let let)
    {
        if (Classes > MostPicked || ExponentialOf(let.Value) is not { } target
            || program.Definition(target.Logit.Id) is not Load { Kind: InputKind.TargetLogit })
        {
            return false;
        }

        var source = program.Statements.TakeWhile(statement => statement != let).OfType<Let>().FirstOrDefault(earlier =>
            !IsTournament(earlier)
            && ExponentialOf(earlier.Value) is { } ofClass
            && ofClass.Max == target.Max
            && program.Definition(ofClass.Logit.Id) is Load { Kind: InputKind.Logit });
        if (source is null)
        {
            return false;
        }

        Pick(let.Name, source.Name, "the target's exponential");
        return true;
    }

    private static (Name Logit, Name Max)? ExponentialOf(Expr value) =>
        value is Unary { Op: UnaryOp.Exp, Operand: Binary { Op: BinaryOp.Subtract, Left: Name logit, Right: Name max } } ? (logit, max) : null;

    private bool IsMaximumOf(Name max, Name logit) =>
        program.Definition(max.Id) is Reduce { Op: ReduceOp.Max, Body: Name body } && body == logit;
}
