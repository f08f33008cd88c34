using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Kernels.Tests.Harness;

namespace LossGen.Kernels.Tests.Combinations;

// The runtime library has enums of the same names.
using InvalidTarget = LossGen.Generators.Specs.InvalidTarget;
using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>What the rows of a call hold.</summary>
internal enum Content
{
    /// <summary>Rows with weights of 0, ignored and invalid targets, and logits of −∞ where the loss allows them.</summary>
    Ordinary,

    /// <summary>The same, and one NaN.</summary>
    WithNaN,

    /// <summary>All rows ignored, or of weight 0.</summary>
    NothingCounts,
}

/// <summary>The numbers of a call, rows × classes, as the kernel's memory holds them; the interpreter gets the same.</summary>
internal sealed class RowData
{
    public const int NaNRow = 7;
    public const int Features = 3;

    /// <summary>A logit of −∞ whose class no target names: see <see cref="Distributions"/>.</summary>
    private const int InfiniteRow = 5;
    private const int InfiniteClass = 4;

    private readonly KernelSpec spec;
    private readonly Declaration declaration;
    private readonly int rows;
    private readonly Content content;
    private readonly Dictionary<string, double[]> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> stored = new(StringComparer.Ordinal);

    public RowData(Declaration declaration, KernelSpec spec, int rows, Content content)
    {
        this.declaration = declaration;
        this.spec = spec;
        this.rows = rows;
        this.content = content;
        Classes = declaration.Count;
        Draw();
    }

    public int Classes { get; }

    public int Rows => rows;

    private int Words => (Classes + 63) / 64;

    /// <summary>A parameter's array, in the order of the layout.</summary>
    public Array Create(string role, Type type)
    {
        var info = RoleTable.ByName(role)!;
        if (!numbers.TryGetValue(role, out double[]? values))
        {
            int count = role == "featuresGradient" ? rows * Features : role == "weightsGradient" ? Classes * Features
                : role == "biasGradient" ? Classes
                : info.Extent == BufferExtent.OnePerRow ? rows : rows * Classes;
            return CallArguments.ToArray(Enumerable.Repeat(3.0, count), type);
        }

        if (type == typeof(ulong) && role is "mask" or "targets")
        {
            ulong[] words = Bits(values);
            return declaration.IsStrided ? Strides.To<ulong>(words, words.Length / Math.Max(rows, 1), Inner) : words;
        }

        var array = CallArguments.ToArray(values, type);
        stored[role] = [.. array.Cast<object>().Select(CallArguments.ToDouble)];
        bool isPerClass = values.Length == rows * Classes && (info.Extent == BufferExtent.RowOfClasses || role == "targets")
            && (role != "targets" || spec.HasNumberTargets || type == typeof(bool));
        return declaration.IsStrided && isPerClass && Classes > 0 ? Place(array) : array;
    }

    public int Inner => declaration.IsStrided ? (rows % 7 == 0 ? 7 : 1) : 1;

    /// <summary>An output in the order of rows × classes.</summary>
    public double[] InRows(double[] values)
    {
        if (!declaration.IsStrided || values.Length != rows * Classes || values.Length == 0)
        {
            return values;
        }

        double[] back = new double[values.Length];
        Strides.From<double>(values, back, Classes, Inner);
        return back;
    }

    /// <summary>What a parameter holds after it was rounded to its type.</summary>
    public double[] Stored(string role) => stored.TryGetValue(role, out double[]? values) ? values : numbers[role];

    public int Target(int row) => (int)numbers["targets"][row];

    /// <summary>Whether the target says that the row does not count.</summary>
    public bool IsIgnored(int row) =>
        spec.HasIndexTargets && (Target(row) < 0 || Target(row) >= Classes || Target(row) == spec.Options.IgnoreIndex);

    public double[] Logits(int row)
    {
        double[] logits = spec.IsLinear
            ? [.. Enumerable.Range(0, Classes).Select(k =>
                Enumerable.Range(0, Features).Sum(f =>
                Stored("features")[(row * Features) + f] * Stored("weights")[(k * Features) + f]) + (spec.Has(KernelRole.Bias)
                ? Stored("bias")[k] : 0))]
            : Stored("logits")[(row * Classes)..((row + 1) * Classes)];
        return spec.Has(KernelRole.Mask)
            ? [.. logits.Select((x, k) => numbers["mask"][(row * Classes) + k] == 0 ? double.NegativeInfinity : x)] : logits;
    }

    /// <summary>A row as the interpreter takes it.</summary>
    public RowInputs Inputs(KernelSpec ofRows, int row)
    {
        var roles = new Dictionary<KernelRole, double[]>();
        foreach (var parameter in ofRows.Parameters.Where(parameter =>
            !parameter.IsWritten && parameter.Role is not (KernelRole.Logits or KernelRole.Mask)))
        {
            var info = RoleTable.Of(parameter.Role);
            if (parameter.Role == KernelRole.Baseline)
            {
                roles[parameter.Role] = [0.75];
            }
            else if (numbers.ContainsKey(info.Name))
            {
                double[] all = Stored(info.Name);
                roles[parameter.Role] = info.Extent == BufferExtent.RowOfClasses
                    || (parameter.Role == KernelRole.Targets && !ofRows.HasIndexTargets) ? all[(row * Classes)..((row + 1) * Classes)]
                    : info.Extent == BufferExtent.OnePerRow ? [all[row]]
                    : all;
            }
        }

        foreach (var constants in ofRows.Options.Constants)
        {
            roles[constants.Role] = [.. constants.Values];
        }

        bool ignored = IsIgnored(row);
        return new RowInputs(Logits(row)) { Target = spec.HasIndexTargets && !ignored ? Target(row) : 0, Ignored = ignored, Roles = roles };
    }

    private static ulong[] Words64(IEnumerable<double> flags) =>
        [.. flags.Chunk(64).Select(chunk => chunk.Select((flag, bit) => flag != 0 ? 1UL << bit : 0).Aggregate(0UL, (a, b) => a | b))];

    private ulong[] Bits(double[] flags) =>
        [.. Enumerable.Range(0, rows).SelectMany(row => Words64(flags[(row * Classes)..((row + 1) * Classes)]))];

    private Array Place(Array array) => array switch
    {
        float[] values => Strides.To<float>(values, Classes, Inner),
        double[] values => Strides.To<double>(values, Classes, Inner),
        Half[] values => Strides.To<Half>(values, Classes, Inner),
        bool[] values => Strides.To<bool>(values, Classes, Inner),
        Numerics.BFloat16[] values => Strides.To<Numerics.BFloat16>(values, Classes, Inner),
        _ => throw new InvalidOperationException(array.GetType().Name),
    };

    private void Draw()
    {
        var random = new Random((Classes * 31) + 5);
        double Uniform(double low, double high) => low + (random.NextDouble() * (high - low));
        double Quarter() => random.Next(-6, 7) / 4.0;
        double[] Many(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
        var batch = Batch.Of(Classes, rows, Harness.Rows.Normal3);
        numbers["logits"] = batch.Logits;
        numbers["features"] = Many(rows * Features, Quarter);
        numbers["weights"] = Many(Classes * Features, Quarter);
        numbers["bias"] = Many(Classes, Quarter);
        numbers["targets"] = spec.Loss.IsBinary
            ? Many(rows * Classes, () => random.Next(3) switch { 0 => 0, 1 => 1, _ => spec.HasNumberTargets ? Uniform(0, 1) : 1 })
            : spec.HasNumberTargets ? Distributions(random)
            : [.. batch.Targets.Select(target => (double)target)];
        numbers["classWeights"] = [.. Enumerable.Range(0, Classes).Select(k => k == 2 ? 0 : 0.5 + (k % 3))];
        numbers["sampleWeights"] = [.. Enumerable.Range(0, rows).Select(row =>
            row == 2 || content == Content.NothingCounts ? 0 : 0.25 + (row % 4))];
        numbers["logitBias"] = Many(Classes, () => Uniform(-1, 1));
        numbers["mask"] = [.. Enumerable.Range(0, rows * Classes).Select(i =>
            i % Classes == batch.Targets[i / Classes] || random.Next(4) > 0 ? 1.0 : 0)];
        numbers["elementWeights"] = Many(rows * Classes, () => random.Next(4) == 0 ? 0 : Uniform(0.25, 2));
        numbers["posWeights"] = Many(Classes, () => Uniform(0.25, 3));
        numbers["alpha"] = Many(Classes, () => Uniform(0.25, 2));
        numbers["similarity"] = Many(Classes * Classes, () => Uniform(0.05, 1));
        numbers["confusion"] = Many(Classes * Classes, () => Uniform(0.05, 1));
        numbers["teacher"] = Many(rows * Classes, () => Uniform(-3, 3));
        numbers["other"] = Many(rows * Classes, () => Uniform(-3, 3));
        numbers["relevance"] = Many(rows * Classes, () => Uniform(-2, 2));
        numbers["returns"] = Many(rows, () => Uniform(-2, 2));
        numbers["norms"] = [.. Enumerable.Range(0, rows).Select(row =>
            Math.Ceiling(Enumerable.Range(0, Classes).Max(k => Math.Abs(spec.IsLinear ? 20 : batch.Logits[(row * Classes) + k])) + 1))];
        if (spec.HasIndexTargets)
        {
            SpoilTargets();
        }

        if (rows > InfiniteRow && Classes > InfiniteClass && batch.Targets[InfiniteRow] != InfiniteClass
            && declaration.Loss.Has(KernelRole.Mask))
        {
            numbers["logits"][(InfiniteRow * Classes) + InfiniteClass] = double.NegativeInfinity;
        }

        if (content == Content.WithNaN && rows > NaNRow)
        {
            (string source, int place) = spec.IsLinear ? ("features", NaNRow * Features)
                : ("logits", (NaNRow * Classes) + batch.Targets[NaNRow]);
            numbers[source][place] = double.NaN;
        }
    }

    private double[] Distributions(Random random)
    {
        double[] values = new double[rows * Classes];
        for (int row = 0; row < rows; row++)
        {
            double[] weights = [.. Enumerable.Range(0, Classes).Select(k =>
                (k + row) % 5 == 4 && Classes > 1 ? 0 : 0.05 + random.NextDouble())];
            for (int k = 0; k < Classes; k++)
            {
                values[(row * Classes) + k] = weights[k] / Math.Max(weights.Sum(), 0.05);
            }
        }

        return values;
    }

    private void SpoilTargets()
    {
        double[] targets = numbers["targets"];
        for (int row = 0; row < rows; row++)
        {
            if (spec.Options.IgnoreIndex is { } index && (row % 6 == 3 || content == Content.NothingCounts))
            {
                targets[row] = index;
            }
            else if (spec.Options.InvalidTarget == InvalidTarget.Ignore && (row % 8 == 4 || content == Content.NothingCounts))
            {
                // Every index type holds it, and no count of classes here reaches it, but 130 with a signed byte.
                targets[row] = Math.Max(Classes, 1) + (row % 3);
            }
        }
    }
}
