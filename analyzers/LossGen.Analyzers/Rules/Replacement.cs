using LossGen.Analyzers.Engine;

namespace LossGen.Analyzers.Rules;

/// <summary>What a message advises to call.</summary>
internal static class Replacement
{
    /// <summary>A tensor has its own stable functions; everything else has StableMath.</summary>
    public static string For(Site site, string function, string? tensorFunction = null) =>
        tensorFunction is not null && IsTensor(site) ? tensorFunction : "StableMath." + function;

    public static bool IsTensor(Site site) => site.Operation.Type is { Name: "Tensor", ContainingType.Name: "torch" };
}
