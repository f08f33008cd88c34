using System.Collections.Generic;

namespace LossGen.Generators.Specs;

/// <summary>An attribute that makes a kernel.</summary>
/// <param name="MetadataName">Its full name.</param>
/// <param name="Loss">The loss it stands for.</param>
internal sealed record LossAttribute(string MetadataName, LossKind Loss);

internal static class LossAttributes
{
    public static IReadOnlyList<LossAttribute> All { get; } =
    [
        new("LossGen.CrossEntropyAttribute", LossKind.CrossEntropy),
    ];
}
