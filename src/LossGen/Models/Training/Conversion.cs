using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Models.Training;

/// <summary>Floats as doubles, and doubles rounded to float.</summary>
internal static class Conversion
{
    public static void Widen(ReadOnlySpan<float> source, Span<double> target)
    {
        int i = 0;
        ref float from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        for (; i + Vector256<float>.Count <= source.Length; i += Vector256<float>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            lower.StoreUnsafe(ref to, (nuint)i);
            upper.StoreUnsafe(ref to, (nuint)(i + Vector256<double>.Count));
        }

        for (; i < source.Length; i++)
        {
            target[i] = source[i];
        }
    }

    public static void Narrow(ReadOnlySpan<double> source, Span<float> target)
    {
        int i = 0;
        ref double from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(target);
        for (; i + Vector256<float>.Count <= source.Length; i += Vector256<float>.Count)
        {
            var lower = Vector256.LoadUnsafe(ref from, (nuint)i);
            var upper = Vector256.LoadUnsafe(ref from, (nuint)(i + Vector256<double>.Count));
            Vector256.Narrow(lower, upper).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < source.Length; i++)
        {
            target[i] = (float)source[i];
        }
    }
}
