using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing.Linear;

/// <summary>
/// What a tile of a linear layer has in a memory of its own: the logits and their gradient, unless a span of the user's holds the same numbers,
/// and the features, where the user's are narrower than what is computed with.
/// </summary>
internal sealed class LinearTile(KernelSpec spec)
{
    public bool HasGradient { get; } = LinearSource.NeedsGradient(spec);

    public bool HasLogits => !IsWide(KernelRole.Logits);

    /// <summary>The gradient takes the place of the logits where nobody wants to keep both.</summary>
    public bool HasOwnGradient => HasGradient && !HasLogits && !IsWide(KernelRole.Gradient);

    public bool WidensFeatures => IsNarrow(KernelRole.Features);

    /// <summary>The features and, when they are done with, the gradient of the features.</summary>
    public bool HasFeatures => WidensFeatures || IsNarrow(KernelRole.FeaturesGradient);

    public bool GradientIsTheUsers => IsWide(KernelRole.Gradient);

    /// <summary>Whether a span of the user's holds narrower numbers.</summary>
    public bool IsNarrow(KernelRole role) => spec.Parameter(role) is { } parameter && Storage.IsNarrow(parameter.Item);

    private bool IsWide(KernelRole role) => spec.Has(role) && !IsNarrow(role);
}
