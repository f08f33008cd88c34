using System;
using Xunit;

namespace LossGen.Tests;

/// <summary>A theory that takes minutes: it runs only when asked for.</summary>
public sealed class ExhaustiveTheoryAttribute : TheoryAttribute
{
    public ExhaustiveTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("LOSSGEN_EXHAUSTIVE") != "1")
        {
            Skip = "Takes minutes. Run it with LOSSGEN_EXHAUSTIVE=1 and --filter Category=Exhaustive.";
        }
    }
}
