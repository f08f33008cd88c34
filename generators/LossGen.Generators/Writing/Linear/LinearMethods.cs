using System.Linq;
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

    /// <summary>Writes the loop over the tiles.</summary>
    public static void WriteTiles(SourceWriter w, KernelSpec spec)
    {
        var rows = LinearSource.OfRows(spec);
        string item = Literals.Keyword(spec.Element);
        bool returns = spec.Returns != ReturnKind.Void;
        bool keepsLogits = spec.Has(KernelRole.Logits);
        bool keepsGradient = spec.Has(KernelRole.Gradient);
        bool hasGradient = LinearSource.NeedsGradient(spec);
        foreach (var sum in (KernelRole[])[KernelRole.WeightsGradient, KernelRole.BiasGradient])
        {
            if (spec.Has(sum))
            {
                w.Line($"{RoleTable.Of(sum).Name}.Clear();");
            }
        }

        w.Line($"int tileRows = LinearLayer.TileRows(rows, {spec.Classes}, featureCount, sizeof({item}));");
        if (!keepsLogits)
        {
            w.Line($"using var logitsTile = new KernelTile<{item}>(tileRows * {spec.Classes});");
        }

        bool hasGradientTile = hasGradient && keepsLogits && !keepsGradient;
        if (hasGradientTile)
        {
            w.Line($"using var gradientTile = new KernelTile<{item}>(tileRows * {spec.Classes});");
        }

        if (returns)
        {
            w.Line("double total = 0;");
        }

        w.Open("for (int row = 0; row < rows; row += tileRows)");
        w.Line("int count = Math.Min(tileRows, rows - row);");
        w.Line($"ref {item} rowFeatures = ref Unsafe.Add(ref firstFeatures, (nint)row * featureCount);");
        w.Line($"ref {item} rowLogits = ref {(keepsLogits ? OfRow("firstLogits", spec) : "logitsTile.First")};");
        string bias = spec.Has(KernelRole.Bias) ? "bias" : "default";
        w.Line($"LinearLayer.Logits(ref rowFeatures, ref firstWeights, {bias}, ref rowLogits, count, featureCount, {spec.Classes});");
        if (hasGradient)
        {
            string gradient = keepsGradient ? OfRow("firstGradient", spec) : hasGradientTile ? "gradientTile.First" : "rowLogits";
            w.Line($"ref {item} rowGradient = ref {gradient};");
        }

        w.Line($"{(returns ? "total += " : "_ = ")}Rows({Arguments(spec, rows)});");
        WriteGradients(w, spec);
        w.Close();
    }

    /// <summary>Writes the method that chooses the body for a tile.</summary>
    public static void WriteRows(SourceWriter w, KernelSpec rows, bool rowsLieAcrossLanes)
    {
        w.Blank();
        w.Line("/// <summary>The rows of a tile.</summary>");
        w.Line($"private static double Rows({BodyMethod.Parameters(rows)}) =>");
        BodyChoice.Write(w, rows, BodyMethod.ForwardedArguments(rows), rowsLieAcrossLanes);
    }

    private static void WriteGradients(SourceWriter w, KernelSpec spec)
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
            string target = "ref Unsafe.Add(ref firstFeaturesGradient, (nint)row * featureCount)";
            w.Line($"LinearLayer.FeaturesGradient(ref rowGradient, ref firstWeights, {target}, count, featureCount, {spec.Classes});");
        }
    }

    /// <summary>What the rows' method takes: the tile, and the other spans from the tile's first row on.</summary>
    private static string Arguments(KernelSpec spec, KernelSpec rows) => string.Join(
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

    private static string OfRow(string first, KernelSpec spec) => $"Unsafe.Add(ref {first}, (nint)row * {spec.Classes})";

    private static string OfRow(KernelBuffer buffer, KernelSpec spec)
    {
        string first = BodyMethod.First(buffer, inBody: false);
        return buffer.Extent switch
        {
            BufferExtent.OnePerClass or BufferExtent.ClassPairs => first,
            BufferExtent.OnePerRow => $"Unsafe.Add(ref {first}, row)",
            BufferExtent.WordsPerRow => $"Unsafe.Add(ref {first}, {MaskText.RowStart(spec, "row")})",
            _ => OfRow(first, spec),
        };
    }
}
