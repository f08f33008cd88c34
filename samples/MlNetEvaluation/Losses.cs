using System;
using LossGen;

namespace MlNetEvaluation;

internal static partial class Losses
{
    [CrossEntropy(10)]
    public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets);
}
