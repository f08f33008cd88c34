using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>
/// A block of rows, transposed in memory: a plane holds one class of all of them. For kernels whose number of classes is known at run time
/// only, which cannot keep the classes in registers. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowPlanes
{
    // Neighbouring classes that are transposed at once: 16 bytes of them.
    private const int Floats = 4;
    private const int Doubles = 2;

    /// <summary>Copies <paramref name="count"/> rows, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Read<T>(ref T rows, int classes, int count, int lanes, ref T planes)
        where T : unmanaged => ref Read(ref rows, classes, classes, count, lanes, ref planes);

    /// <summary>Copies <paramref name="count"/> rows; the planes' other lanes are left as they are.</summary>
    /// <returns>The first plane; planes are <paramref name="lanes"/> elements apart.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ref T Read<T>(ref T rows, int classes, int rowStride, int count, int lanes, ref T planes)
        where T : unmanaged
    {
        int k = 0;
        if (typeof(T) == typeof(float) && count == lanes && classes >= Floats)
        {
            ref float source = ref Unsafe.As<T, float>(ref rows), destination = ref Unsafe.As<T, float>(ref planes);
            for (; k < classes; k += Floats)
            {
                // A last group that is not full overlaps the one before it.
                int first = int.Min(k, classes - Floats);
                LoadFloats(ref source, first, rowStride, lanes, ref Unsafe.Add(ref destination, (nint)first * lanes));
            }
        }
        else if (typeof(T) == typeof(double) && count == lanes && classes >= Doubles)
        {
            ref double source = ref Unsafe.As<T, double>(ref rows), destination = ref Unsafe.As<T, double>(ref planes);
            for (; k < classes; k += Doubles)
            {
                int first = int.Min(k, classes - Doubles);
                LoadDoubles(ref source, first, rowStride, lanes, ref Unsafe.Add(ref destination, (nint)first * lanes));
            }
        }

        for (; k < classes; k++)
        {
            for (int row = 0; row < count; row++)
            {
                Unsafe.Add(ref planes, ((nint)k * lanes) + row) = Unsafe.Add(ref rows, ((nint)row * rowStride) + k);
            }
        }

        return ref planes;
    }

    /// <summary>Copies the planes' first <paramref name="count"/> lanes back to their rows, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(ref T rows, int classes, int count, int lanes, ref T planes)
        where T : unmanaged => Write(ref rows, classes, classes, count, lanes, ref planes);

    /// <summary>Copies the planes' first <paramref name="count"/> lanes back to their rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write<T>(ref T rows, int classes, int rowStride, int count, int lanes, ref T planes)
        where T : unmanaged
    {
        int k = 0;
        if (typeof(T) == typeof(float) && count == lanes && classes >= Floats)
        {
            ref float source = ref Unsafe.As<T, float>(ref planes), destination = ref Unsafe.As<T, float>(ref rows);
            for (; k < classes; k += Floats)
            {
                int first = int.Min(k, classes - Floats);
                StoreFloats(ref Unsafe.Add(ref source, (nint)first * lanes), lanes, ref destination, first, rowStride);
            }
        }
        else if (typeof(T) == typeof(double) && count == lanes && classes >= Doubles)
        {
            ref double source = ref Unsafe.As<T, double>(ref planes), destination = ref Unsafe.As<T, double>(ref rows);
            for (; k < classes; k += Doubles)
            {
                int first = int.Min(k, classes - Doubles);
                StoreDoubles(ref Unsafe.Add(ref source, (nint)first * lanes), lanes, ref destination, first, rowStride);
            }
        }

        for (; k < classes; k++)
        {
            for (int row = 0; row < count; row++)
            {
                Unsafe.Add(ref rows, ((nint)row * rowStride) + k) = Unsafe.Add(ref planes, ((nint)k * lanes) + row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadFloats(ref float rows, int first, int rowStride, int lanes, ref float plane)
    {
        nuint start = (nuint)first, stride = (nuint)rowStride, next = (nuint)lanes;
        if (lanes == 16)
        {
            Lanes.Load4x16(ref rows, start, stride, out var a, out var b, out var c, out var d);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
            c.StoreUnsafe(ref plane, 2 * next);
            d.StoreUnsafe(ref plane, 3 * next);
        }
        else if (lanes == 8)
        {
            Lanes.Load4x8(ref rows, start, stride, out var a, out var b, out var c, out var d);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
            c.StoreUnsafe(ref plane, 2 * next);
            d.StoreUnsafe(ref plane, 3 * next);
        }
        else
        {
            Lanes.Load4x4(ref rows, start, stride, out var a, out var b, out var c, out var d);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
            c.StoreUnsafe(ref plane, 2 * next);
            d.StoreUnsafe(ref plane, 3 * next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFloats(ref float plane, int lanes, ref float rows, int first, int rowStride)
    {
        nuint start = (nuint)first, stride = (nuint)rowStride, next = (nuint)lanes;
        if (lanes == 16)
        {
            Lanes.Store4x16(
                Vector512.LoadUnsafe(ref plane),
                Vector512.LoadUnsafe(ref plane, next),
                Vector512.LoadUnsafe(ref plane, 2 * next),
                Vector512.LoadUnsafe(ref plane, 3 * next),
                ref rows,
                start,
                stride);
        }
        else if (lanes == 8)
        {
            Lanes.Store4x8(
                Vector256.LoadUnsafe(ref plane),
                Vector256.LoadUnsafe(ref plane, next),
                Vector256.LoadUnsafe(ref plane, 2 * next),
                Vector256.LoadUnsafe(ref plane, 3 * next),
                ref rows,
                start,
                stride);
        }
        else
        {
            Lanes.Store4x4(
                Vector128.LoadUnsafe(ref plane),
                Vector128.LoadUnsafe(ref plane, next),
                Vector128.LoadUnsafe(ref plane, 2 * next),
                Vector128.LoadUnsafe(ref plane, 3 * next),
                ref rows,
                start,
                stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadDoubles(ref double rows, int first, int rowStride, int lanes, ref double plane)
    {
        nuint start = (nuint)first, stride = (nuint)rowStride, next = (nuint)lanes;
        if (lanes == 8)
        {
            Lanes.Load2x8(ref rows, start, stride, out var a, out var b);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
        }
        else if (lanes == 4)
        {
            Lanes.Load2x4(ref rows, start, stride, out var a, out var b);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
        }
        else
        {
            Lanes.Load2x2(ref rows, start, stride, out var a, out var b);
            a.StoreUnsafe(ref plane);
            b.StoreUnsafe(ref plane, next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreDoubles(ref double plane, int lanes, ref double rows, int first, int rowStride)
    {
        nuint start = (nuint)first, stride = (nuint)rowStride, next = (nuint)lanes;
        if (lanes == 8)
        {
            Lanes.Store2x8(Vector512.LoadUnsafe(ref plane), Vector512.LoadUnsafe(ref plane, next), ref rows, start, stride);
        }
        else if (lanes == 4)
        {
            Lanes.Store2x4(Vector256.LoadUnsafe(ref plane), Vector256.LoadUnsafe(ref plane, next), ref rows, start, stride);
        }
        else
        {
            Lanes.Store2x2(Vector128.LoadUnsafe(ref plane), Vector128.LoadUnsafe(ref plane, next), ref rows, start, stride);
        }
    }
}
