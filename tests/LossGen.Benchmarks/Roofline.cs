using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.Benchmarks;

/// <summary>The least a loss can cost: summing <see cref="VectorMath.Exp(Vector256{float})"/> over as many contiguous logits.</summary>
internal static class Roofline
{
    public static float SumOfExponentials(ReadOnlySpan<float> logits)
    {
        var a = Vector256<float>.Zero;
        var b = a;
        var c = a;
        var d = a;
        ref float first = ref MemoryMarshal.GetReference(logits);
        for (nuint i = 0; i + 32 <= (nuint)logits.Length; i += 32)
        {
            a += VectorMath.Exp(Vector256.LoadUnsafe(ref first, i));
            b += VectorMath.Exp(Vector256.LoadUnsafe(ref first, i + 8));
            c += VectorMath.Exp(Vector256.LoadUnsafe(ref first, i + 16));
            d += VectorMath.Exp(Vector256.LoadUnsafe(ref first, i + 24));
        }

        return Vector256.Sum((a + b) + (c + d));
    }
}
