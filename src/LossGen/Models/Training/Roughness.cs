namespace LossGen.Models.Training;

/// <summary>How far an objective may be from the one that is asked for: it costs less while the minimum is still far away.</summary>
/// <param name="IsSingle">Whether rows are computed in float; their sums are not.</param>
/// <param name="Floor">The share of the first gradient at which it has said all that it knows.</param>
/// <param name="Noise">The relative size of what rounding does to its values.</param>
internal sealed record Roughness(bool IsSingle, double Floor, double Noise)
{
    /// <summary>The objective itself, in double.</summary>
    public static Roughness None { get; } = new(IsSingle: false, Floor: 0, Noise: 1e-15);

    /// <summary>In float: sums of products are known to five digits or more, and one of them is left over.</summary>
    public static Roughness Single { get; } = new(IsSingle: true, Floor: 1e-4, Noise: 3e-8);
}
