using System;
using System.Linq;

namespace UnstableCode;

/// <summary>LG1003: exp overflows, unless the largest term is taken out first.</summary>
public static class LogSumExps
{
    public static double Linq(double[] logits) => Math.Log(logits.Sum(x => Math.Exp(x))); // LG1003

    public static float Loop(ReadOnlySpan<float> logits)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += MathF.Exp(logits[i]);
        }

        return MathF.Log(sum); // LG1003
    }
}
