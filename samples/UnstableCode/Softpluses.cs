using System;

namespace UnstableCode;

/// <summary>LG1004: infinite, where the true value is close to x.</summary>
public static class Softpluses
{
    public static double Softplus(double x) => Math.Log(1 + Math.Exp(x)); // LG1004

    public static float LogisticLoss(float margin)
    {
        float e = MathF.Exp(-margin);
        return MathF.Log(1 + e); // LG1004
    }
}
