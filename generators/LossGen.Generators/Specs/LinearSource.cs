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

        string item = spec.Parameter(KernelRole.Features)!.Item;
        var parameters = spec.Parameters.Where(parameter => !Roles.Contains(parameter.Role) && parameter.Role != KernelRole.Logits).ToList();
        parameters.Insert(0, new KernelParameter(KernelRole.Logits, "logits", item, IsWritten: false));
        if (NeedsGradient(spec) && !spec.Has(KernelRole.Gradient))
        {
            parameters.Add(new KernelParameter(KernelRole.Gradient, "gradient", item, IsWritten: true));
        }

        return spec with { Parameters = parameters.ToEquatableArray(), Options = spec.Options with { Parallel = false } };
    }
}
