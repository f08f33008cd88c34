using System.Collections.Generic;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class CrossEntropyTests(ITestOutputHelper output) : LossTests(output)
{
    private static readonly LossInput[] Weights =
    [
        new("classWeights", Amount.PerClass, random => 0.25 + random.NextDouble()),
        new("sampleWeights", Amount.PerRow, random => 0.5 + random.NextDouble()),
    ];

    protected override IEnumerable<LossCase> Cases =>
    [
        new("CrossEntropy", string.Empty, row => row.N(row.Y)) { GapCounts = true },
        new("CrossEntropy", "LabelSmoothing = 0.125", row => row.In("sampleWeights") * row.Sum(k => Share(row, k, 0.125) * row.In("classWeights", k) * row.N(k)))
        {
            Inputs = Weights,
            Terms = (row, k) => 2 * (k < 0 ? 1 + row.Sum(j => Share(row, j, 0.125) * row.N(j)).ToDouble() : 1 + row.N(k).ToDouble()),
        },
        new("CrossEntropy", "ZLoss = 0.0625", row => row.N(row.Y) + (row.LogSumExp * row.LogSumExp / 16))
        {
            Terms = (row, _) => 4 * (1 + row.N(row.Y).ToDouble() + (row.LogSumExp * row.LogSumExp).ToDouble()),
        },
        new("CrossEntropy", "Temperature = 2", row => row.Times(0.5).N(row.Y)),
        new("CrossEntropy", string.Empty, row => row.Sum(k => OracleRow.Weighted(row.In("targets", k), row.N(k))))
        {
            Targets = TargetsAre.Probabilities,
            Terms = (row, k) => k < 0 ? 0 : (row.P(k) + row.In("targets", k)).ToDouble(),
        },
    ];

    private static BigFloat Share(OracleRow row, int k, double smoothing) => (k == row.Y ? 1 - (BigFloat)smoothing : 0) + ((BigFloat)smoothing / row.Classes);
}
