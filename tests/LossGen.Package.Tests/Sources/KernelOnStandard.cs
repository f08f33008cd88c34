using System;

namespace Fresh;

public static partial class KernelOnStandard
{
    [LossGen.CrossEntropy(10)] // LG0004
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
}
