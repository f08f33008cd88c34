using System.Linq;
using LossGen.Generators.Planning;
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

    /// <summary>What a right prediction is masked with: as the row, but for the weight of its target's class.</summary>
    private string CountedMask()
    {
        var counted = program.Counted;
        return counted.Count == program.Kept.Count ? Kept() is { } name ? name + " & " : string.Empty
            : string.Concat(counted.Select(condition => Print(condition) + " & "));
    }

    private void WriteStore(Store store)
    {
        string mask = store.Output == OutputKind.Correct ? CountedMask()
            : Outputs.DependsOnTarget(store.Output) && Kept() is { } name ? name + " & " : string.Empty;
        string value = mask + Print(store.Value);
        switch (store.Output)
        {
            case OutputKind.Total:
                w.Line(IsOneRow ? $"batchTotal = {(value.Contains(" ") ? "(" + value + ")" : value)}.ToScalar();" : $"batchTotal = Lanes.AddTo(batchTotal, Lanes.First({value}, rows - row));");
                break;
            case OutputKind.Correct:
                w.Line($"batchCorrect = Lanes.AddTo(batchCorrect, Lanes.First({value}, rows - row));");
                break;
            case OutputKind.Predictions:
                w.Line($"Lanes.StoreIndices({value}, ref predictions);");
                break;
            case OutputKind.Losses or OutputKind.LogSumExp:
                w.Line(v.Store(store.Value is Name && mask.Length == 0 ? value : "(" + value + ")", OutputNames.Buffer(store.Output), "0"));
                break;
            default:
                WriteClasses(store, mask);
                break;
        }
    }

    private void WriteClasses(Store store, string mask)
    {
        string name = OutputNames.Short(store.Output);
        Step(OutputNames.Describe(store.Output, program));
        var value = store.Value;
        if (TargetChoice.Of(store) is { } choice)
        {
            w.Line($"{v.Type} {name}Target = {Print(choice.Then)};");
            value = new Choose(choice.Condition, new Name(name + "Target", Shape.Row), choice.Otherwise);
        }

        w.Declare(v.Type, Each(k => $"{name}{k} = {mask}{Print(value, k)}"));

        Transposed.WriteStore(w, v, Classes, name, OutputNames.Buffer(store.Output));
    }
}
