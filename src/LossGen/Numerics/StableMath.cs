namespace LossGen.Numerics;

/// <summary>
/// Logarithms, exponentials and their sums without overflow and cancellation, on every .NET: scalars to an ulp or two, and the sums over spans
/// that classifiers need. Logarithms are natural, so entropies and losses are in nats.
/// </summary>
/// <remarks>
/// <para>Overloads of <see cref="float"/> compute in <see cref="double"/> and round once, to 1 ulp. Those of <see cref="double"/> are good to 2 ulp.
/// NaN arguments give NaN.</para>
/// <para>The runtime's own <c>double.LogP1</c>, <c>ExpM1</c> and their kin are plain log(1 + x) and exp(x) − 1, which are 0 for x below 10⁻¹⁶.</para>
/// </remarks>
public static partial class StableMath
{
}
