using System.Collections.Generic;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class BrierLossTests(ITestOutputHelper output) : LossTests(output)
{
    protected override IEnumerable<LossCase> Cases =>
    [
        new("BrierLoss", string.Empty, row => row.Sum(k => Squared(row.P(k) - (k == row.Y ? 1 : 0))))
        {
            Terms = (row, k) => k < 0 || k == row.Y ? 0 : 2 * row.P(k).ToDouble() * (row.P(k) + row.Q(row.Y)).ToDouble() * 2,
        },
    ];

    private static BigFloat Squared(BigFloat x) => x * x;
}
