using System.Collections.Generic;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class TanimotoLossTests(ITestOutputHelper output) : LossTests(output)
{
    protected override IEnumerable<LossCase> Cases =>
    [
        new("TanimotoLoss", string.Empty, row => -row.P(row.Y) / (row.Sum(k => row.P(k) * row.P(k)) + 1 - row.P(row.Y)))
        {
            Terms = (row, k) => k < 0 || k == row.Y ? 0 : 4 * (row.P(row.Y) * row.P(k) * (row.P(k) + row.Q(row.Y)) / Squared(row.Sum(j => row.P(j) * row.P(j)) + 1 - row.P(row.Y))).ToDouble(),
            Ulps = 12,
        },
    ];

    private static BigFloat Squared(BigFloat x) => x * x;
}
