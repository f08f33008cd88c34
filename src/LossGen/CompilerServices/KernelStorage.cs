using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <summary>Numbers of <see cref="Half"/> or <see cref="BFloat16"/> in memory to <see cref="float"/> and back, many at once. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelStorage
{
    /// <summary>Writes <paramref name="count"/> numbers as float; every one is exact.</summary>
    public static void Widen<T>(ref T source, ref float target, int count)
        where T : unmanaged
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + Vector512<float>.Count <= count; i += Vector512<float>.Count)
            {
                Lanes.WidenVector512(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<float>.Count <= count; i += Vector256<float>.Count)
            {
                Lanes.WidenVector256(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; i + Vector128<float>.Count <= count; i += Vector128<float>.Count)
            {
                Lanes.WidenVector128(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
            }
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref target, i) = Lanes.Widen(Unsafe.Add(ref source, i));
        }
    }

    /// <summary>Writes <paramref name="count"/> numbers of float, each rounded to the nearest.</summary>
    public static void Narrow<T>(ref float source, ref T target, int count)
        where T : unmanaged
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + Vector512<float>.Count <= count; i += Vector512<float>.Count)
            {
                Lanes.Narrow(Vector512.LoadUnsafe(ref source, (nuint)i), ref target, (nuint)i);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<float>.Count <= count; i += Vector256<float>.Count)
            {
                Lanes.Narrow(Vector256.LoadUnsafe(ref source, (nuint)i), ref target, (nuint)i);
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; i + Vector128<float>.Count <= count; i += Vector128<float>.Count)
            {
                Lanes.Narrow(Vector128.LoadUnsafe(ref source, (nuint)i), ref target, (nuint)i);
            }
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref target, i) = Lanes.Narrow<T>(Unsafe.Add(ref source, i));
        }
    }
}
