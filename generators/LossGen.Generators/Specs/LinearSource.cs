using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Specs;

/// <summary>
/// Logits that are computed instead of read: features · weightsᵀ + bias, a tile of rows at a time. Behind the tile, everything is a kernel of
/// logits: <see cref="OfRows"/> is its specification.
/// </summary>
internal static class LinearSource
{
    /// <summary>The parameters that only a linear layer has.</summary>
    public static IReadOnlyList<KernelRole> Roles { get; } =
    [
        KernelRole.Features,
        KernelRole.Weights,
        KernelRole.Bias,
        KernelRole.WeightsGradient,
        KernelRole.BiasGradient,
        KernelRole.FeaturesGradient,
    ];

    /// <summary>The outputs that need the gradient of the logits.</summary>
    private static readonly KernelRole[] Gradients = [KernelRole.WeightsGradient, KernelRole.BiasGradient, KernelRole.FeaturesGradient];

    /// <summary>What the kernel of rows has in a tile, or in the user's span if that holds the same numbers.</summary>
    private static readonly KernelRole[] InTile = [KernelRole.Logits, KernelRole.Gradient];

    /// <summary>The outputs that are summed over the tiles where they lie, and so hold what is computed with.</summary>
    public static IReadOnlyList<KernelRole> Sums { get; } = [KernelRole.WeightsGradient, KernelRole.BiasGradient];

    public static bool IsIn(KernelSpec spec) => spec.Has(KernelRole.Features);

    /// <summary>Whether the gradient of the logits is computed, for the user or for the layer.</summary>
    public static bool NeedsGradient(KernelSpec spec) => spec.Has(KernelRole.Gradient) || Gradients.Any(spec.Has);

    /// <summary>The kernel that reads the logits of a tile; the same one where there is no linear layer.</summary>
    public static KernelSpec OfRows(KernelSpec spec)
    {
        if (!IsIn(spec))
        {
            return spec;
        }

        // A tile holds what is computed with, whatever the user's spans hold.
        string item = Storage.Of(spec.Element);
        var parameters = spec.Parameters.Where(parameter => !Roles.Contains(parameter.Role) && !InTile.Contains(parameter.Role)).ToList();
        parameters.Insert(0, new KernelParameter(KernelRole.Logits, "logits", item, IsWritten: false));
        if (NeedsGradient(spec))
        {
            parameters.Add(new KernelParameter(KernelRole.Gradient, "gradient", item, IsWritten: true));
        }

        return spec with { Parameters = parameters.ToEquatableArray(), Options = spec.Options with { Parallel = false } };
    }
}
