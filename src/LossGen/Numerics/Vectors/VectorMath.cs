namespace LossGen.Numerics;

/// <summary>
/// Elementary functions on vectors, accurate to an ulp and branch-free, for kernels of the cross-entropy family.
/// </summary>
/// <remarks>
/// <para>The bound of each function holds for every float, denormal arguments and results included, on machines with fused multiply-add;
/// without it Log1p reaches 1.04 and Tanh 1.11 ulp (docs/accuracy.md has the measured worst cases). The bounds of double are tested on samples.</para>
/// <para>The same argument has the same result in every lane and at every vector width on one machine; a machine with fused multiply-add may round
/// differently from one without.</para>
/// <para>The runtime's own <c>Vector256.Exp</c> and <c>Vector256.Log</c> give 1.0000001 for exp(0) and err by up to 2.5 ulp, and its
/// <c>LogP1</c> and <c>ExpM1</c> return 0 for small arguments.</para>
/// </remarks>
public static partial class VectorMath
{
    // The files VectorMath.<Function>.cs are written for Vector256; the build derives the 128 and 512 bit twins (see LossGen.csproj).
}
