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
        int i = Vector512.IsHardwareAccelerated ? Lanes.WidenAllVector512(ref source, ref target, 0, count) : 0;
        i = Vector256.IsHardwareAccelerated ? Lanes.WidenAllVector256(ref source, ref target, i, count) : i;
        i = Vector128.IsHardwareAccelerated ? Lanes.WidenAllVector128(ref source, ref target, i, count) : i;
        for (; i < count; i++)
        {
            Unsafe.Add(ref target, i) = Lanes.Widen(Unsafe.Add(ref source, i));
        }
    }

    /// <summary>Writes <paramref name="count"/> numbers of float, each rounded to the nearest.</summary>
    public static void Narrow<T>(ref float source, ref T target, int count)
        where T : unmanaged
    {
        int i = Vector512.IsHardwareAccelerated ? Lanes.NarrowAllVector512(ref source, ref target, 0, count) : 0;
        i = Vector256.IsHardwareAccelerated ? Lanes.NarrowAllVector256(ref source, ref target, i, count) : i;
        i = Vector128.IsHardwareAccelerated ? Lanes.NarrowAllVector128(ref source, ref target, i, count) : i;
        for (; i < count; i++)
        {
            Unsafe.Add(ref target, i) = Lanes.Narrow<T>(Unsafe.Add(ref source, i));
        }
    }
}
