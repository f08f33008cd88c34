using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Linear;

/// <summary>
/// A kernel whose logits are computed: a loop over tiles of rows, each through the linear layer, the kernel of logits, and the layer backwards.
/// The gradient of a tile takes the place of its logits unless the caller wants both.
/// </summary>
internal static class LinearMethods
{
    /// <summary>Writes how many rows there are: without any feature, another span tells.</summary>
    public static void WriteRowCount(SourceWriter w, KernelSpec spec)
    {
        string User(KernelRole role) => Literals.Text(spec.Parameter(role)!.Name.TrimStart('@'));
        w.Line($"int featureCount = KernelGuard.Features(weights.Length, {spec.Classes}, {User(KernelRole.Weights)});");
        string others = KernelBuffer.Of(spec).Select(buffer => buffer.Extent switch
        {
            BufferExtent.OnePerRow => $"{buffer.Name}.Length",
            BufferExtent.RowOfClasses => $"{buffer.Name}.Length / {spec.Classes}",
            _ => null,
        }).FirstOrDefault(text => text is not null) ?? "0";
        w.Line($"int rows = KernelGuard.FeatureRows(features.Length, featureCount, {others}, {User(KernelRole.Features)}, {User(KernelRole.Weights)});");
    }

    /// <summary>Writes the call of the loop over the tiles, of several such loops with <c>Parallel</c>.</summary>
    public static void WriteCall(SourceWriter w, KernelSpec spec)
    {
        foreach (var sum in LinearSource.Sums.Where(spec.Has))
        {
            w.Line($"{RoleTable.Of(sum).Name}.Clear();");
        }

        if (spec.Options.Parallel)
        {
            string places = string.Join(", ", LinearSource.Sums.Select(sum => Literals.Integer(KernelBuffer.Of(spec).ToList().FindIndex(buffer => buffer.Role == sum))));
            w.Line($"var split = new LinearSplit<{Literals.Keyword(spec.Element)}>(rows, {spec.Classes}, featureCount, {places});");
            if (!spec.Has(KernelRole.Correct))
            {
                w.Line("int uncounted = 0;");
            }
        }

        w.Line(spec.Returns == ReturnKind.Void ? "_ =" : "double total =");
        if (spec.Options.Parallel)
        {
            string correct = spec.Has(KernelRole.Correct) ? "correct" : "uncounted";
            string numbers = string.Join(", ", Shared(spec).Select(number => number.Name));
            string spans = string.Join(", ", KernelBuffer.Of(spec).Select(buffer => $"KernelParallel.Start(ref {First(buffer)})"));
            w.Line($"    split.IsWorthwhile ? KernelParallel.Run(Part, split, ref {correct}, [{numbers}], {spans})");
            w.Line($"    : Tiles({Arguments(spec)});");
            return;
        }

        w.Line($"    Tiles({Arguments(spec)});");
    }

    /// <summary>Writes the loop over the tiles and, with <c>Parallel</c>, the part that a thread runs.</summary>
    public static void Write(SourceWriter w, KernelPlan plan)
    {
        var spec = plan.Spec;
        if (spec.Options.Parallel)
        {
            WritePart(w, spec);
        }

        string parameters = string.Join(
            ", ",
            [
                .. KernelBuffer.Of(spec).Select(buffer => $"ref {buffer.Item} {First(buffer)}"),
                .. spec.Has(KernelRole.Correct) ? (string[])["ref int correct"] : [],
                .. Numbers(spec).Select(number => number.Type + " " + number.Name),
            ]);
        w.Blank();
        w.Line("/// <summary>Rows by tiles: logits, the kernel of logits, and the gradients of the layer while the tile is near.</summary>");
        w.Open($"private static double Tiles({parameters})");
        WriteTiles(w, spec);
        w.Line("return total;");
        w.Close();
        // A linear layer whose logits are all that is asked for has no rows to compute.
        if (plan.Bodies.Count > 0)
        {
            WriteRows(w, plan);
        }
    }

    private static void WritePart(SourceWriter w, KernelSpec spec)
    {
        w.Blank();
        w.Line("/// <summary>Some rows, on whichever thread; their gradients of weights and bias have a memory of their own.</summary>");
        w.Open("private static double Part(KernelBatch batch, int firstRow, int rows, ref int correct)");
        ParallelMethods.WriteBatch(
            w,
            Shared(spec),
            KernelBuffer.Of(spec).Select(buffer => (buffer, First(buffer), BodyMethod.RowStart(buffer, spec, "firstRow"))));
        w.Line($"return Tiles({Arguments(spec)});");
        w.Close();
    }

    /// <summary>What the loop over the tiles takes, from a method with the same names.</summary>
    private static string Arguments(KernelSpec spec) => string.Join(
        ", ",
        [
            .. KernelBuffer.Of(spec).Select(buffer => "ref " + First(buffer)),
            .. spec.Has(KernelRole.Correct) ? (string[])["ref correct"] : [],
            .. Numbers(spec).Select(number => number.Name),
        ]);

    private static IReadOnlyList<(string Type, string Name)> Numbers(KernelSpec spec) => [.. BodyMethod.Numbers(LinearSource.OfRows(spec)), ("int", "featureCount")];

    /// <summary>The numbers that are the same for every part.</summary>
    private static IEnumerable<(string Type, string Name)> Shared(KernelSpec spec) => Numbers(spec).Where(number => number.Name != "rows");

    private static string First(KernelBuffer buffer) => BodyMethod.First(buffer, inBody: false);

    private static void WriteTiles(SourceWriter w, KernelSpec spec)
    {
        var rows = LinearSource.OfRows(spec);
        var tile = new LinearTile(spec);
        WriteMemory(w, spec, tile);
        w.Line("double total = 0;");
        w.Open("for (int row = 0; row < rows; row += tileRows)");
        w.Line("int count = Math.Min(tileRows, rows - row);");
        WriteForward(w, spec, tile);
        if (rows.HasResults)
        {
            w.Line($"total += Rows({ArgumentsOfRows(spec, rows)});");
        }

        if (tile.IsNarrow(KernelRole.Gradient))
        {
            w.Line($"KernelStorage.Narrow(ref rowGradient, ref {OfRow("firstGradient", spec)}, count * {spec.Classes});");
        }

        WriteGradients(w, spec, tile);
        w.Close();
    }

    /// <summary>Writes what the tiles have in common: how many rows they have, and their memory.</summary>
    private static void WriteMemory(SourceWriter w, KernelSpec spec, LinearTile tile)
    {
        string item = Storage.Of(spec.Element);
        string beside = tile.HasFeatures ? ", featureCount" : string.Empty;
        w.Line($"int tileRows = LinearLayer.TileRows(rows, {spec.Classes}, featureCount, sizeof({item}){beside});");
        if (tile.HasFeatures)
        {
            w.Line($"using var featuresTile = new KernelTile<{item}>(tileRows * featureCount);");
        }

        if (tile.HasLogits)
        {
            w.Line($"using var logitsTile = new KernelTile<{item}>(tileRows * {spec.Classes});");
        }

        if (tile.HasOwnGradient)
        {
            w.Line($"using var gradientTile = new KernelTile<{item}>(tileRows * {spec.Classes});");
        }

        if (spec.Parameter(KernelRole.Bias) is { } bias)
        {
            w.Line($"ReadOnlySpan<{bias.Item}> bias = MemoryMarshal.CreateReadOnlySpan(ref firstBias, {spec.Classes});");
        }
    }

    /// <summary>Writes a tile's logits, and where the gradient will be.</summary>
    private static void WriteForward(SourceWriter w, KernelSpec spec, LinearTile tile)
    {
        string item = Storage.Of(spec.Element);
        string features = OfFeatures("firstFeatures");
        w.Line($"ref {item} rowFeatures = ref {(tile.WidensFeatures ? "featuresTile.First" : features)};");
        if (tile.WidensFeatures)
        {
            w.Line($"KernelStorage.Widen(ref {features}, ref rowFeatures, count * featureCount);");
        }

        w.Line($"ref {item} rowLogits = ref {(tile.HasLogits ? "logitsTile.First" : OfRow("firstLogits", spec))};");
        string bias = spec.Has(KernelRole.Bias) ? "bias" : $"default(ReadOnlySpan<{item}>)";
        w.Line($"LinearLayer.Logits(ref rowFeatures, ref firstWeights, {bias}, ref rowLogits, count, featureCount, {spec.Classes});");
        if (tile.IsNarrow(KernelRole.Logits))
        {
            w.Line($"KernelStorage.Narrow(ref rowLogits, ref {OfRow("firstLogits", spec)}, count * {spec.Classes});");
        }

        if (tile.HasGradient)
        {
            string gradient = tile.GradientIsTheUsers ? OfRow("firstGradient", spec) : tile.HasOwnGradient ? "gradientTile.First" : "rowLogits";
            w.Line($"ref {item} rowGradient = ref {gradient};");
        }
    }

    /// <summary>Writes the method that chooses the body for a tile.</summary>
    private static void WriteRows(SourceWriter w, KernelPlan plan)
    {
        w.Blank();
        w.Line("/// <summary>The rows of a tile.</summary>");
        w.Line($"private static double Rows({BodyMethod.Parameters(plan.Rows)}) =>");
        BodyChoice.Write(w, plan, BodyMethod.ForwardedArguments(plan.Rows));
    }

    private static void WriteGradients(SourceWriter w, KernelSpec spec, LinearTile tile)
    {
        if (spec.Has(KernelRole.WeightsGradient))
        {
            w.Line($"LinearLayer.AddWeightsGradient(ref rowGradient, ref rowFeatures, ref firstWeightsGradient, count, featureCount, {spec.Classes});");
        }

        if (spec.Has(KernelRole.BiasGradient))
        {
            w.Line($"LinearLayer.AddBiasGradient(ref rowGradient, ref firstBiasGradient, count, {spec.Classes});");
        }

        if (spec.Has(KernelRole.FeaturesGradient))
        {
            bool isNarrow = tile.IsNarrow(KernelRole.FeaturesGradient);
            string users = "ref " + OfFeatures("firstFeaturesGradient");
            string target = isNarrow ? "ref featuresTile.First" : users;
            w.Line($"LinearLayer.FeaturesGradient(ref rowGradient, ref firstWeights, {target}, count, featureCount, {spec.Classes});");
            if (isNarrow)
            {
                w.Line($"KernelStorage.Narrow(ref featuresTile.First, {users}, count * featureCount);");
            }
        }
    }

    /// <summary>What the rows' method takes: the tile, and the other spans from the tile's first row on.</summary>
    private static string ArgumentsOfRows(KernelSpec spec, KernelSpec rows) => string.Join(
        ", ",
        [
            .. KernelBuffer.Of(rows).Select(buffer => "ref " + (buffer.Role switch
            {
                KernelRole.Logits => "rowLogits",
                KernelRole.Gradient => "rowGradient",
                _ => OfRow(buffer, spec),
            })),
            .. rows.Has(KernelRole.Correct) ? (string[])["ref correct"] : [],
            .. BodyMethod.Numbers(rows).Select(number => number.Name == "rows" ? "count" : number.Name),
        ]);

    private static string OfFeatures(string first) => $"Unsafe.Add(ref {first}, (nint)row * featureCount)";

    private static string OfRow(string first, KernelSpec spec) => $"Unsafe.Add(ref {first}, (nint)row * {spec.Classes})";

    private static string OfRow(KernelBuffer buffer, KernelSpec spec) =>
        BodyMethod.RowStart(buffer, spec, "row") is var start && start == "0"
            ? First(buffer)
            : $"Unsafe.Add(ref {First(buffer)}, {start})";
}
