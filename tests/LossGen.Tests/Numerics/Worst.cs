using System.Globalization;

namespace LossGen.Tests.Numerics;

/// <summary>The largest error seen so far, and where.</summary>
internal sealed class Worst
{
    public double Error { get; private set; }

    public double At { get; private set; }

    public double Actual { get; private set; }

    public void See(double error, double at, double actual)
    {
        if (!(error <= Error))
        {
            (Error, At, Actual) = (error, at, actual);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Error:F4} ulp at {At:R}, which gave {Actual:R}");
}
