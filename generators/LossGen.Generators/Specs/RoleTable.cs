using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Specs;

/// <summary>What the parameters of kernels can stand for: the one table behind names, types, checks and messages.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">The parameter name that means it.</param>
/// <param name="IsWritten">Whether the kernel writes it, and so needs a <c>Span</c>.</param>
/// <param name="Extent">How much of it belongs to one row.</param>
/// <param name="Letter">What one element of it is called in programs, and so in the generated code.</param>
/// <param name="Symbol">What it is called in printed formulas.</param>
/// <param name="IsOfSomeLosses">Whether only losses that name it have it.</param>
internal sealed record RoleInfo(KernelRole Role, string Name, bool IsWritten, BufferExtent Extent, string Letter = "", string Symbol = "", bool IsOfSomeLosses = false)
{
    /// <summary>The same role in a kernel that computes its logits: there it writes them.</summary>
    public RoleInfo InLinear => Role == KernelRole.Logits ? this with { IsWritten = true } : this;
}

internal static class RoleTable
{
    private static readonly RoleInfo[] All =
    [
        new(KernelRole.Logits, "logits", false, BufferExtent.RowOfClasses, "x", "x"),
        new(KernelRole.Targets, "targets", false, BufferExtent.OnePerRow, "t", "t"),
        new(KernelRole.Gradient, "gradient", true, BufferExtent.RowOfClasses),
        new(KernelRole.Losses, "losses", true, BufferExtent.OnePerRow),
        new(KernelRole.ClassWeights, "classWeights", false, BufferExtent.OnePerClass, "w", "w"),
        new(KernelRole.SampleWeights, "sampleWeights", false, BufferExtent.OnePerRow, "v", "v"),
        new(KernelRole.LogitBias, "logitBias", false, BufferExtent.OnePerClass, "b", "b"),
        new(KernelRole.Scale, "scale", false, BufferExtent.Number),
        new(KernelRole.Probabilities, "probabilities", true, BufferExtent.RowOfClasses),
        new(KernelRole.LogProbabilities, "logProbabilities", true, BufferExtent.RowOfClasses),
        new(KernelRole.LogSumExp, "logSumExp", true, BufferExtent.OnePerRow),
        new(KernelRole.Predictions, "predictions", true, BufferExtent.OnePerRow),
        new(KernelRole.Correct, "correct", true, BufferExtent.Number),
        new(KernelRole.HessianDiagonal, "hessianDiagonal", true, BufferExtent.RowOfClasses),
        new(KernelRole.Classes, "classes", false, BufferExtent.Number),
        new(KernelRole.Inner, "inner", false, BufferExtent.Number),
        new(KernelRole.Alpha, "alpha", false, BufferExtent.OnePerClass, "alpha", "α", IsOfSomeLosses: true),
        new(KernelRole.Similarity, "similarity", false, BufferExtent.ClassPairs, "s", "S", IsOfSomeLosses: true),
        new(KernelRole.Confusion, "confusion", false, BufferExtent.ClassPairs, "s", "C", IsOfSomeLosses: true),
        new(KernelRole.Teacher, "teacher", false, BufferExtent.RowOfClasses, "xTeacher", "z", IsOfSomeLosses: true),
        new(KernelRole.Other, "other", false, BufferExtent.RowOfClasses, "xOther", "z", IsOfSomeLosses: true),
        new(KernelRole.Relevance, "relevance", false, BufferExtent.RowOfClasses, "xRelevance", "r", IsOfSomeLosses: true),
        new(KernelRole.Returns, "returns", false, BufferExtent.OnePerRow, "returned", "G", IsOfSomeLosses: true),
        new(KernelRole.Baseline, "baseline", false, BufferExtent.Number, "expected", "b", IsOfSomeLosses: true),
        new(KernelRole.Norms, "norms", false, BufferExtent.OnePerRow, "norm", "‖W_y‖‖f‖", IsOfSomeLosses: true),
        new(KernelRole.PosWeights, "posWeights", false, BufferExtent.OnePerClass, "posWeight", "a", IsOfSomeLosses: true),
        new(KernelRole.ElementWeights, "elementWeights", false, BufferExtent.RowOfClasses, "elementWeight", "u", IsOfSomeLosses: true),
        new(KernelRole.Mask, "mask", false, BufferExtent.RowOfClasses),
        new(KernelRole.ElementLosses, "elementLosses", true, BufferExtent.RowOfClasses, IsOfSomeLosses: true),
        new(KernelRole.Features, "features", false, BufferExtent.RowOfFeatures),
        new(KernelRole.Weights, "weights", false, BufferExtent.WeightsOfClasses),
        new(KernelRole.Bias, "bias", false, BufferExtent.OnePerClass),
        new(KernelRole.WeightsGradient, "weightsGradient", true, BufferExtent.WeightsOfClasses),
        new(KernelRole.BiasGradient, "biasGradient", true, BufferExtent.OnePerClass),
        new(KernelRole.FeaturesGradient, "featuresGradient", true, BufferExtent.RowOfFeatures),
        new(KernelRole.RowStride, "rowStride", false, BufferExtent.Number),
    ];

    public static IReadOnlyList<RoleInfo> Roles => All;

    public static RoleInfo Of(KernelRole role) => CustomRoles.Is(role) ? CustomRoles.InfoOf(role) : All.First(info => info.Role == role);

    public static RoleInfo? ByName(string name) => All.FirstOrDefault(info => info.Name == name);
}
