using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class CrammerSingerLossTests(ITestOutputHelper output) : LossTests(output)
{
    protected override IEnumerable<LossCase> Cases =>
    [
        new("CrammerSingerLoss", string.Empty, row => Margin(row, 1)) { IsOfProbabilities = false, HasHessian = false, HasCorners = true, Terms = Terms },
        new("CrammerSingerLoss", "Margin = 0.7", row => Margin(row, 0.7)) { IsOfProbabilities = false, HasHessian = false, HasCorners = true, Terms = Terms },
    ];

    private static BigFloat Margin(OracleRow row, double margin) => row.Classes == 1
        ? 0
        : BigFloat.Max(0, Enumerable.Range(0, row.Classes).Where(k => k != row.Y).Select(k => row.Logits[k]).Aggregate(BigFloat.Max) - row.Logits[row.Y] + margin);

    private static double Terms(OracleRow row, int k) => 2 * row.Sum(j => 1 + BigFloat.Abs(row.Logits[j])).ToDouble();
}
