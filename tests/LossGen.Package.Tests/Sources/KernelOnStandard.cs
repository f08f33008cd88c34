using System;

namespace Fresh;

public static partial class KernelOnStandard
{
    [LossGen.CrossEntropy(10)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets); // LG0004
}
