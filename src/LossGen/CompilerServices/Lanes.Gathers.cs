using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Numbers that do not lie side by side. Written for Vector256; the build derives the other widths.</content>
public static partial class Lanes
{
    /// <summary>1 where a bit is set, the lowest in the first lane, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OnesWhere(uint bits, Vector256<float> one)
    {
        var powers = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(BitOfLane));
        return one & Vector256.Equals(Vector256.Create(bits) & powers, powers).AsSingle();
    }

    /// <inheritdoc cref="OnesWhere(uint, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OnesWhere(uint bits, Vector256<double> one)
    {
        var powers = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(BitOfLongLane));
        return one & Vector256.Equals(Vector256.Create((ulong)bits) & powers, powers).AsDouble();
    }

    /// <summary>Elements that lie so many apart; the offset is counted in them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> StridedVector256(ref float source, nuint offset, int stride)
    {
        Unsafe.SkipInit(out Vector256<float> result);
        ref float first = ref Unsafe.As<Vector256<float>, float>(ref result);
        for (int lane = 0; lane < Vector256<float>.Count; lane++)
        {
            Unsafe.Add(ref first, lane) = Unsafe.Add(ref source, (nint)(offset + (nuint)lane) * stride);
        }

        return result;
    }

    /// <inheritdoc cref="StridedVector256(ref float, nuint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> StridedVector256(ref double source, nuint offset, int stride)
    {
        Unsafe.SkipInit(out Vector256<double> result);
        ref double first = ref Unsafe.As<Vector256<double>, double>(ref result);
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            Unsafe.Add(ref first, lane) = Unsafe.Add(ref source, (nint)(offset + (nuint)lane) * stride);
        }

        return result;
    }

    /// <summary>For each lane the element of its target, which is so many elements apart from the next; of a row that does not count, that of class 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PickedVector256(ref float source, Vector256<int> targets, int stride, int classes)
    {
        Unsafe.SkipInit(out Vector256<float> result);
        ref float first = ref Unsafe.As<Vector256<float>, float>(ref result);
        for (int lane = 0; lane < Vector256<float>.Count; lane++)
        {
            int target = targets[lane];
            Unsafe.Add(ref first, lane) = Unsafe.Add(ref source, (nint)((uint)target < (uint)classes ? target : 0) * stride);
        }

        return result;
    }

    /// <inheritdoc cref="PickedVector256(ref float, Vector256{int}, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PickedVector256(ref double source, Vector256<long> targets, int stride, int classes)
    {
        Unsafe.SkipInit(out Vector256<double> result);
        ref double first = ref Unsafe.As<Vector256<double>, double>(ref result);
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            long target = targets[lane];
            Unsafe.Add(ref first, lane) = Unsafe.Add(ref source, (nint)((ulong)target < (ulong)classes ? target : 0) * stride);
        }

        return result;
    }
}
