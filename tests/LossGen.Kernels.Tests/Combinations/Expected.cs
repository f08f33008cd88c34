using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Kernels.Tests.Combinations;

// The runtime library has enums of the same names.
using EmptyMean = LossGen.Generators.Specs.EmptyMean;
using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>
/// What a call must give, by the interpreter of row programs in double: rows, the reduction, the layer's gradients. Nothing here knows a
/// schedule, a layout or a width.
/// </summary>
internal sealed class Expected
{
    private static readonly (OutputKind Kind, string Name)[] PerRow =
    [
        (OutputKind.Losses, "losses"), (OutputKind.Gradient, "gradient"), (OutputKind.Probabilities, "probabilities"),
            (OutputKind.LogProbabilities, "logProbabilities"),
        (OutputKind.LogSumExp, "logSumExp"), (OutputKind.Predictions, "predictions"), (OutputKind.HessianDiagonal, "hessianDiagonal"),
            (OutputKind.ElementLosses, "elementLosses"),
    ];

    private readonly KernelSpec spec;
    private readonly RowData data;
    private readonly double scale;

    public Expected(KernelSpec spec, RowData data, double scale)
    {
        this.spec = spec;
        this.data = data;
        this.scale = spec.Has(KernelRole.Scale) ? scale : 1;
        Compute();
    }

    /// <summary>The numbers of each output, rows × classes or one per row.</summary>
    public Dictionary<string, double[]> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>For a layer's gradients: the sum of the sizes of what is added.</summary>
    public Dictionary<string, double[]> Sizes { get; } = new(StringComparer.Ordinal);

    public double Returned { get; private set; }

    /// <summary>The sum of the sizes of the rows' losses, over the same divisor.</summary>
    public double ReturnedSize { get; private set; }

    public int Correct { get; private set; }

    private void Compute()
    {
        var ofRows = LinearSource.OfRows(spec);
        var program = new Interpreter(KernelProgram.Build(ofRows));
        var rows = Enumerable.Range(0, data.Rows).Select(row => program.Run(data.Inputs(ofRows, row))).ToList();
        double denominator = Denominator();
        double factor = !spec.IsMean ? scale : denominator == 0 ? 0 : scale / denominator;
        foreach (var (kind, name) in PerRow)
        {
            if (rows.Count > 0 && rows[0].All.ContainsKey(kind))
            {
                bool isDerivative = kind is OutputKind.Gradient or OutputKind.HessianDiagonal;
                bool isPerClass = LossGen.Generators.Rows.Outputs.IsPerClass(kind);
                Outputs[name] = [.. rows.SelectMany(row => isPerClass ? row.All[kind] : row.All[kind].Take(1)).Select(x =>
                    isDerivative && spec.ScalesGradient ? (factor == 0 ? 0 : x * factor) : x)];
            }
        }

        Correct = (int)rows.Sum(row => row.All.TryGetValue(OutputKind.Correct, out double[]? correct) ? correct[0] : 0);
        if (spec.Returns != ReturnKind.Void)
        {
            double total = rows.Sum(row => row.All[OutputKind.Total][0]) * scale;
            double size = rows.Sum(row => Math.Abs(row.All[OutputKind.Total][0])) * scale;
            double empty = spec.Options.EmptyMean == EmptyMean.Zero ? 0 : double.NaN;
            Returned = !spec.IsMean ? total : denominator == 0 ? empty : total / denominator;
            ReturnedSize = !spec.IsMean ? size : denominator == 0 ? 0 : size / denominator;
        }

        if (spec.Has(KernelRole.WeightsGradient) && data.Rows > 0)
        {
            AddLayer();
        }
    }

    private double ClassWeight(int k) =>
        spec.Has(KernelRole.ClassWeights) ? data.Stored("classWeights")[k] : spec.Options.ConstantsOf(KernelRole.ClassWeights)[k];

    private double Denominator()
    {
        if (spec.Loss.IsBinary)
        {
            return (double)data.Rows * data.Classes;
        }

        bool weighsClasses = spec.HasIndexTargets && spec.HasClassWeights;
        return Enumerable.Range(0, data.Rows).Where(row => !data.IsIgnored(row)).Sum(row => OfSample(row) * OfTarget(row));

        double OfSample(int row) => spec.Has(KernelRole.SampleWeights) ? data.Stored("sampleWeights")[row] : 1;

        double OfTarget(int row) => weighsClasses ? ClassWeight(data.Target(row)) : 1;
    }

    private void AddLayer()
    {
        double[] gradient = Outputs["gradient"];
        double[] features = data.Stored("features");
        double[] weights = data.Stored("weights");
        int classes = data.Classes;
        double G(int row, int k) => gradient[(row * classes) + k];
        Sum("weightsGradient", classes * RowData.Features, data.Rows, (i, row) =>
            G(row, i / RowData.Features) * features[(row * RowData.Features) + (i % RowData.Features)]);
        Sum("biasGradient", classes, data.Rows, (k, row) => G(row, k));
        Sum("featuresGradient", data.Rows * RowData.Features, classes, (i, k) =>
            G(i / RowData.Features, k) * weights[(k * RowData.Features) + (i % RowData.Features)]);
    }

    private void Sum(string name, int count, int terms, Func<int, int, double> term)
    {
        Outputs[name] = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, terms).Sum(j => term(i, j)))];
        Sizes[name] = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, terms).Sum(j => Math.Abs(term(i, j))))];
    }
}
