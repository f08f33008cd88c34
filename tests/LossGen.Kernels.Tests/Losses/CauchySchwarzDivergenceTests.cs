using System.Collections.Generic;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class CauchySchwarzDivergenceTests(ITestOutputHelper output) : LossTests(output)
{
    protected override IEnumerable<LossCase> Cases =>
    [
        new("CauchySchwarzDivergence", string.Empty, row => -BigFloat.Log(row.P(row.Y) / BigFloat.Sqrt(row.Sum(k => row.P(k) * row.P(k))))),
    ];
}
