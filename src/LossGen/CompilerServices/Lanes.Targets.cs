using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Class indices of any integer type, one per lane and as wide as the lane's number.</content>
public static partial class Lanes
{
    /// <summary>The class indices of 8 rows, for float. Values that do not fit become the nearest that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Targets8<TTarget>(ref TTarget targets)
        where TTarget : unmanaged
    {
        if (typeof(TTarget) == typeof(int) || typeof(TTarget) == typeof(uint))
        {
            return Vector256.LoadUnsafe(ref Unsafe.As<TTarget, int>(ref targets));
        }

        if (typeof(TTarget) == typeof(long))
        {
            ref long indices = ref Unsafe.As<TTarget, long>(ref targets);
            return Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref indices), Vector256.LoadUnsafe(ref indices, 4));
        }

        return Vector256.Create(Targets4(ref targets), Targets4(ref Unsafe.Add(ref targets, 4)));
    }

    /// <summary>The class indices of 4 rows, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Targets4<TTarget>(ref TTarget targets)
        where TTarget : unmanaged
    {
        if (typeof(TTarget) == typeof(int) || typeof(TTarget) == typeof(uint))
        {
            return Vector128.LoadUnsafe(ref Unsafe.As<TTarget, int>(ref targets));
        }

        if (typeof(TTarget) == typeof(long))
        {
            ref long indices = ref Unsafe.As<TTarget, long>(ref targets);
            return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref indices), Vector128.LoadUnsafe(ref indices, 2));
        }

        return Vector128.Create(
            Target(ref targets),
            Target(ref Unsafe.Add(ref targets, 1)),
            Target(ref Unsafe.Add(ref targets, 2)),
            Target(ref Unsafe.Add(ref targets, 3)));
    }

    /// <summary>The class indices of 4 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LongTargets4<TTarget>(ref TTarget targets)
        where TTarget : unmanaged => typeof(TTarget) == typeof(long)
            ? Vector256.LoadUnsafe(ref Unsafe.As<TTarget, long>(ref targets))
            : Vector256.WidenLower(Targets4(ref targets).ToVector256Unsafe());

    /// <summary>The class indices of 2 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LongTargets2<TTarget>(ref TTarget targets)
        where TTarget : unmanaged => typeof(TTarget) == typeof(long)
            ? Vector128.LoadUnsafe(ref Unsafe.As<TTarget, long>(ref targets))
            : Vector128.Create((long)Target(ref targets), Target(ref Unsafe.Add(ref targets, 1)));

    /// <summary>One class index. The guard has seen it: it is in range, or the ignored one, which fits too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Target<TTarget>(ref TTarget target)
        where TTarget : unmanaged => (int)KernelTargets.ToInt64(target);

    /// <summary>One class index, or −1 for one that is not in 0 … classes − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TargetOrNone<TTarget>(ref TTarget target, int classes)
        where TTarget : unmanaged
    {
        long index = KernelTargets.ToInt64(target);
        return (ulong)index < (ulong)classes ? (int)index : -1;
    }

    /// <summary>One class index, or 0 for one that is not in 0 … classes − 1: a place that may be read, of a row that does not count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TargetOrFirst<TTarget>(ref TTarget target, int classes)
        where TTarget : unmanaged
    {
        long index = KernelTargets.ToInt64(target);
        return (ulong)index < (ulong)classes ? (int)index : 0;
    }

    /// <summary>Writes indices that were computed as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector256<float> indices, ref int destination) => Vector256.ConvertToInt32(indices).StoreUnsafe(ref destination);

    /// <inheritdoc cref="StoreIndices(Vector256{float}, ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector128<float> indices, ref int destination) => Vector128.ConvertToInt32(indices).StoreUnsafe(ref destination);

    /// <inheritdoc cref="StoreIndices(Vector256{float}, ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector256<double> indices, ref int destination) =>
        Vector128.ConvertToInt32(Vector128.Narrow(indices.GetLower(), indices.GetUpper())).StoreUnsafe(ref destination);

    /// <inheritdoc cref="StoreIndices(Vector256{float}, ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector128<double> indices, ref int destination)
    {
        destination = (int)indices.GetElement(0);
        Unsafe.Add(ref destination, 1) = (int)indices.GetElement(1);
    }
}
