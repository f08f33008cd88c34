using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Losses;

public sealed class FocalCrossEntropyTests(ITestOutputHelper output) : LossTests(output)
{
    protected override IEnumerable<LossCase> Cases =>
    [
        // The square doubles the roundings of q, 8 + γ; for higher powers the exponentials and their sum are computed to more digits.
        new("FocalCrossEntropy", string.Empty, row => Focal(row, 2)) { Ulps = 10 },
        new("FocalCrossEntropy", "Gamma = 0.5", row => Focal(row, 0.5)),
        new("FocalCrossEntropy", "Gamma = 3.3", row => Focal(row, 3.3))
        {
            // In double, a power that is no whole number is an exponential of a logarithm, whose rounding it amplifies.
            Ulps = 16,
            GapCounts = true,
            Inputs = [new("alpha", Amount.PerClass, random => 0.1 + random.NextDouble())],
        },
        new("FocalCrossEntropy", "Gamma = 5", row => Focal(row, 5)),
        new("FocalCrossEntropy", "Softcap = 8, Temperature = 2", row => Focal(row.With([.. row.Logits.Select(x => 8 * BigFloat.Tanh(x / 8) / 2)]), 2))
        {
            // The cap is rounded before anything else happens, and its slope is.
            Ulps = 100,
            IsTransformed = true,
            HasHessian = false,
        },
    ];

    private static BigFloat Focal(OracleRow row, double gamma) =>
        (row.Inputs.ContainsKey("alpha") ? row.In("alpha", row.Y) : 1) * BigFloat.Pow(row.Q(row.Y), (BigFloat)gamma) * row.N(row.Y);
}
