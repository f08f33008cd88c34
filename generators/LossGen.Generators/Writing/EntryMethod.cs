using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Linear;

namespace LossGen.Generators.Writing;

/// <summary>What a kernel does before and after its rows: checks, the mean's denominator, the choice of the body.</summary>
internal static class EntryMethod
{
    public static void Write(SourceWriter w, KernelPlan plan)
    {
        var spec = plan.Spec;
        string result = ReturnType(spec);
        w.Open($"public static {result} Run({Parameters(spec)})");
        WriteChecks(w, spec);
        WriteDenominator(w, spec);
        WriteBody(w, plan);
        WriteResult(w, spec, result);
        w.Close();
    }

    /// <summary>The method of a kernel without results.</summary>
    public static void WriteChecksAlone(SourceWriter w, KernelSpec spec)
    {
        w.Open($"public static void Run({Parameters(spec)})");
        WriteChecks(w, spec);
        w.Close();
    }

    public static string ReturnType(KernelSpec spec) => spec.Returns switch
    {
        ReturnKind.Void => "void",
        ReturnKind.Float => "float",
        ReturnKind.Double => "double",
        _ => throw new System.NotSupportedException($"{spec.Returns} is no type."),
    };

    /// <summary>What a method with the same parameters hands on.</summary>
    public static string Arguments(KernelSpec spec) => string.Join(", ", spec.Parameters.OrderBy(parameter => parameter.Role)
        .Select(parameter => (parameter.Role == KernelRole.Correct ? "out " : string.Empty) + RoleTable.Of(parameter.Role).Name));

    public static string Parameters(KernelSpec spec) => string.Join(", ", spec.Parameters.OrderBy(parameter => parameter.Role).Select(parameter =>
    {
        string name = RoleTable.Of(parameter.Role).Name;
        return parameter.Role == KernelRole.Correct ? "out int correct"
            : RoleTable.Of(parameter.Role).Extent == BufferExtent.Number ? $"{(CustomRoles.IsNumber(parameter.Role) ? Literals.Keyword(spec.Element) : parameter.Item)} {name}" : $"{(parameter.IsWritten ? "Span" : "ReadOnlySpan")}<{parameter.Item}> {name}";
    }));

    private static void WriteChecks(SourceWriter w, KernelSpec spec)
    {
        string User(KernelRole role) => Literals.Text(spec.Parameter(role)!.Name.TrimStart('@'));
        string source = spec.Parameter(spec.IsLinear ? KernelRole.Features : KernelRole.Logits)!.Name;
        var buffers = KernelBuffer.Of(spec);

        if (spec.Has(KernelRole.Correct))
        {
            w.Line("correct = 0;");
        }

        w.Line("// Nothing is written before all checks have passed.");
        if (!spec.Classes.IsConstant)
        {
            // LightGBM's Hessian divides by K - 1.
            int least = spec.Options.Hessian == HessianConvention.LightGBM ? 2 : 1;
            w.Line($"KernelGuard.Count(classes, {least}, {User(KernelRole.Classes)});");
        }

        if (spec.IsLinear)
        {
            LinearMethods.WriteRowCount(w, spec);
        }
        else if (spec.IsStrided)
        {
            w.Line($"KernelGuard.Count(inner, 1, {User(KernelRole.Inner)});");
            w.Line($"int rows = KernelGuard.Positions(logits.Length, {spec.Classes}, inner, {User(KernelRole.Logits)});");
        }
        else if (spec.Has(KernelRole.RowStride))
        {
            w.Line($"KernelGuard.RowStride(rowStride, {spec.Classes}, {User(KernelRole.RowStride)});");
            w.Line($"int rows = KernelGuard.PaddedRows(logits.Length, {spec.Classes}, rowStride, {User(KernelRole.Logits)});");
        }
        else
        {
            w.Line($"int rows = KernelGuard.Rows(logits.Length, {spec.Classes}, {User(KernelRole.Logits)});");
        }

        foreach (var buffer in buffers.Where(buffer => !IsMeasure(spec, buffer.Role)))
        {
            if (buffer.Extent == BufferExtent.ClassPairs)
            {
                w.Line($"KernelGuard.Pairs({buffer.Name}.Length, {spec.Classes}, {User(buffer.Role)}, \"one per pair of classes\");");
                continue;
            }

            if (buffer.IsPadded)
            {
                w.Line($"KernelGuard.PaddedLength({buffer.Name}.Length, rows, {spec.Classes}, rowStride, {User(buffer.Role)}, {Literals.Text(source)});");
                continue;
            }

            (string expected, string reason) = buffer.Extent switch
            {
                BufferExtent.OnePerRow => ("rows", $"one per {(spec.IsStrided ? "position" : "row")} of '{source}'"),
                BufferExtent.WordsPerRow => ($"(long)rows * {MaskText.Words(spec.Classes)}", $"a bit per class in words of 64, for each {(spec.IsStrided ? "position" : "row")} of '{source}'"),
                BufferExtent.OnePerClass => (spec.Classes.ToString(), "one per class"),
                BufferExtent.RowOfFeatures => ("features.Length", $"as many as '{source}' has"),
                BufferExtent.WeightsOfClasses => ("weights.Length", $"as many as '{spec.Parameter(KernelRole.Weights)!.Name}' has"),
                _ when spec.IsLinear || spec.Has(KernelRole.RowStride) => ($"(long)rows * {spec.Classes}", $"one per class of each row of '{source}'"),
                _ => ("logits.Length", $"as many as '{source}' has"),
            };
            w.Line($"KernelGuard.Length({buffer.Name}.Length, {expected}, {User(buffer.Role)}, {Literals.Text(reason)});");
        }

        for (int i = 0; i < buffers.Count; i++)
        {
            foreach (var other in buffers.Skip(i + 1).Concat(buffers.Take(i).Where(earlier => !earlier.IsWritten)).Where(_ => buffers[i].IsWritten))
            {
                bool mayBeSame = !spec.IsLinear && other.Role == KernelRole.Logits && buffers[i].Extent == BufferExtent.RowOfClasses && buffers[i].Role != KernelRole.ElementLosses && buffers[i].Item == other.Item && buffers[i].IsPadded == other.IsPadded;
                string types = mayBeSame ? buffers[i].Item : $"{buffers[i].Item}, {other.Item}";
                w.Line($"KernelGuard.{(mayBeSame ? "ApartOrSame" : "Apart")}<{types}>({buffers[i].Name}, {other.Name}, {User(buffers[i].Role)}, {User(other.Role)});");
            }
        }

        if (spec.Loss.IsBinary && spec.Parameter(KernelRole.Targets)!.Item == "byte")
        {
            w.Line($"KernelTargets.CheckLabels(targets, {spec.Classes}, {User(KernelRole.Targets)});");
        }

        if (spec.HasIndexTargets)
        {
            string counted = CountsRows(spec) ? "int kept = " : string.Empty;
            string item = spec.Parameter(KernelRole.Targets)!.Item;
            if (spec.Options.InvalidTarget == InvalidTarget.Throw)
            {
                string ignored = spec.Options.IgnoreIndex is { } index ? $", {Literals.Integer(index)}" : string.Empty;
                w.Line($"{counted}KernelTargets.Count<{item}>(targets, {spec.Classes}, {User(KernelRole.Targets)}{ignored});");
            }
            else if (CountsRows(spec))
            {
                w.Line($"{counted}KernelTargets.CountValid<{item}>(targets, {spec.Classes}, {Ignored(spec)});");
            }
        }
    }

    /// <summary>Whether the spans are measured by this one.</summary>
    private static bool IsMeasure(KernelSpec spec, KernelRole role) =>
        spec.IsLinear ? role is KernelRole.Features or KernelRole.Weights : role == KernelRole.Logits;

    private static string Ignored(KernelSpec spec) => spec.Options.IgnoreIndex is { } index ? Literals.Integer(index) : "null";

    private static bool IsWeighted(KernelSpec spec) => spec.Has(KernelRole.SampleWeights) || (spec.HasIndexTargets && spec.HasClassWeights);

    private static bool CountsRows(KernelSpec spec) => spec.IsMean && spec.HasIndexTargets && !IsWeighted(spec);

    private static void WriteDenominator(SourceWriter w, KernelSpec spec)
    {
        string scale = spec.Has(KernelRole.Scale) ? "scale" : "1";
        string cast = spec.Element == ElementType.Float ? "(float)" : string.Empty;
        if (!spec.IsMean)
        {
            if (spec.ScalesGradient)
            {
                w.Blank();
                w.Line($"{Literals.Keyword(spec.Element)} gradientScale = {cast}{scale};");
            }

            return;
        }

        (string meaning, string value) = Denominator(spec);
        w.Comment($"The mean divides by {meaning}.{(spec.ScalesGradient ? " The mean of nothing has no gradient." : string.Empty)}");
        w.Line($"double denominator = {value};");
        if (spec.ScalesGradient)
        {
            w.Line($"{Literals.Keyword(spec.Element)} gradientScale = {cast}(denominator == 0 ? 0 : {scale} / denominator);");
        }
    }

    private static (string Meaning, string Value) Denominator(KernelSpec spec)
    {
        if (spec.Loss.IsBinary)
        {
            bool countsAll = !spec.IsLinear && !spec.Has(KernelRole.RowStride);
            return ("the number of rows times that of labels, whatever the weights", countsAll ? "logits.Length" : $"(double)rows * {spec.Classes}");
        }

        if (!IsWeighted(spec))
        {
            return spec.HasIndexTargets ? ("the number of rows that count", "kept") : ("the number of rows", "rows");
        }

        if (!spec.HasIndexTargets)
        {
            return ("the sum of the rows' weights", $"KernelTargets.Weight<{spec.ItemOf("sampleWeights")}>(sampleWeights)");
        }

        string classes = spec.HasClassWeights ? spec.Has(KernelRole.ClassWeights) ? "classWeights" : KernelFile.Constants(KernelRole.ClassWeights) : "default";
        string samples = spec.Has(KernelRole.SampleWeights) ? "sampleWeights" : "default";
        return ("the sum of the weights of the rows that count", $"KernelTargets.Weight<{spec.Parameter(KernelRole.Targets)!.Item}, {spec.ItemOf("classWeights")}, {spec.ItemOf("sampleWeights")}>(targets, {spec.Classes}, {classes}, {samples}, {Ignored(spec)})");
    }

    private static void WriteBody(SourceWriter w, KernelPlan plan)
    {
        var spec = plan.Spec;
        w.Blank();
        foreach (var buffer in KernelBuffer.Of(spec))
        {
            w.Line($"ref {buffer.Item} {BodyMethod.First(buffer, inBody: false)} = ref MemoryMarshal.GetReference({buffer.Name});");
        }

        if (spec.IsLinear)
        {
            LinearMethods.WriteCall(w, spec);
            return;
        }

        if (spec.Options.Parallel && !spec.Has(KernelRole.Correct))
        {
            w.Line("int uncounted = 0;");
        }

        w.Line(spec.Returns == ReturnKind.Void ? "_ =" : "double total =");
        if (spec.Options.Parallel)
        {
            ParallelMethods.WriteCall(w, spec);
        }
        else
        {
            BodyChoice.Write(w, plan, BodyMethod.Arguments(spec));
        }
    }

    private static void WriteResult(SourceWriter w, KernelSpec spec, string result)
    {
        if (spec.Returns == ReturnKind.Void)
        {
            return;
        }

        string scaled = spec.Has(KernelRole.Scale) ? "total * scale" : "total";
        string empty = spec.Options.EmptyMean == EmptyMean.Zero ? "0" : "double.NaN";
        string value = spec.IsMean ? $"denominator == 0 ? {empty} : {scaled} / denominator" : scaled;
        w.Line(result == "double" ? $"return {value};" : $"return (float)({value});");
    }
}
