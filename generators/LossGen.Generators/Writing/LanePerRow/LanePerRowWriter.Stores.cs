using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.LanePerRow;

/// <content>Outputs.</content>
internal sealed partial class LanePerRowWriter
{
    private string? kept;

    /// <summary>The mask of the rows that count, where not all do.</summary>
    private string? Kept()
    {
        if (program.Kept.Count > 0 && kept is null)
        {
            kept = "kept";
            w.Comment("rows that count; the others give exactly 0");
            w.Line($"{v.Type} kept = {string.Join(" & ", program.Kept.Select(condition => Print(condition)))};");
        }

        return kept;
    }

    private void WriteStore(Store store)
    {
        string mask = Kept() is { } name ? name + " & " : string.Empty;
        switch (store.Output)
        {
            case OutputKind.Losses:
                string value = mask.Length > 0 ? $"({mask}{Print(store.Value)})" : Print(store.Value);
                w.Line(v.Store(value, "losses", "0"));
                break;
            case OutputKind.Total:
                w.Line($"batchTotal = Lanes.AddTo(batchTotal, Lanes.First({mask}{Print(store.Value)}, rows - row));");
                break;
            case OutputKind.Gradient:
                WriteGradient(store.Value, mask);
                break;
        }
    }

    private void WriteGradient(Expr value, string mask)
    {
        Step("gradient: " + program.Gradient);
        if (value is Choose { Condition: Name { Id: "isTarget" } } choice)
        {
            w.Line($"{v.Type} gTarget = {Print(choice.Then)};");
            value = new Choose(choice.Condition, new Name("gTarget", Shape.Row), choice.Otherwise);
        }

        for (int k = 0; k < Classes; k++)
        {
            w.Line($"{v.Type} g{k} = {mask}{Print(value, k)};");
        }

        Transposed.WriteStore(w, v, Classes, "g", "gradient");
    }
}
