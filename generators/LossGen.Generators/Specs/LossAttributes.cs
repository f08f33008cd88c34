using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Specs;

/// <summary>An attribute that makes a kernel.</summary>
/// <param name="MetadataName">Its full name.</param>
/// <param name="Loss">What it stands for.</param>
/// <param name="Output">For a function of the logits alone: the output that gives it its name.</param>
internal sealed record LossAttribute(string MetadataName, LossKind Loss, KernelRole? Output = null);

internal static class LossAttributes
{
    public static IReadOnlyList<LossAttribute> All { get; } =
    [
        new("LossGen.CrossEntropyAttribute", LossKind.CrossEntropy),
        new("LossGen.SoftmaxAttribute", LossKind.Softmax, KernelRole.Probabilities),
        new("LossGen.LogSoftmaxAttribute", LossKind.LogSoftmax, KernelRole.LogProbabilities),
        new("LossGen.LogSumExpAttribute", LossKind.LogSumExp, KernelRole.LogSumExp),
    ];

    public static LossAttribute Of(LossKind loss) => All.First(attribute => attribute.Loss == loss);

    public static bool HasLoss(LossKind loss) => Of(loss).Output is null;
}
