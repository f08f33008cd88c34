using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <summary>The pass over the class indices before a kernel writes anything: are they in range, and what do they weigh?</summary>
/// <remarks>Optimised from the first call on, like the kernels: a loop over all rows in unoptimised code costs more than they do.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelTargets
{
    /// <summary>Checks that every index is a class.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in 0 … classes − 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count<TTarget>(ReadOnlySpan<TTarget> targets, int classes, string parameter)
        where TTarget : unmanaged
    {
        int checkedRows = 0;
        if ((typeof(TTarget) == typeof(int) || typeof(TTarget) == typeof(uint)) && Vector256.IsHardwareAccelerated)
        {
            checkedRows = InRange(MemoryMarshal.Cast<TTarget, uint>(targets), (uint)classes);
        }

        for (int row = checkedRows; row < targets.Length; row++)
        {
            if ((ulong)ToInt64(targets[row]) >= (ulong)classes)
            {
                throw OutOfRange(row, ToInt64(targets[row]), classes, parameter);
            }
        }

        return targets.Length;
    }

    /// <summary>Checks that every index is a class or the ignored one.</summary>
    /// <returns>The number of rows that are not ignored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is neither.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count<TTarget>(ReadOnlySpan<TTarget> targets, int classes, string parameter, long ignoreIndex)
        where TTarget : unmanaged
    {
        int kept = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            long target = ToInt64(targets[row]);
            if (target == ignoreIndex)
            {
                continue;
            }

            if ((ulong)target >= (ulong)classes)
            {
                throw OutOfRange(row, target, classes, parameter);
            }

            kept++;
        }

        return kept;
    }

    /// <summary>Checks that every label is 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is something else.</exception>
    public static void CheckLabels(ReadOnlySpan<byte> labels, int perRow, string parameter)
    {
        int wrong = labels.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (wrong >= 0)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                labels[wrong],
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The label {labels[wrong]} in row {wrong / perRow}, place {wrong % perRow}, is neither 0 nor 1."));
        }
    }

    /// <summary>The number of rows whose index is a class and not the ignored one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountValid<TTarget>(ReadOnlySpan<TTarget> targets, int classes, long? ignoreIndex)
        where TTarget : unmanaged
    {
        int kept = 0;
        foreach (var target in targets)
        {
            long index = ToInt64(target);
            kept += (ulong)index < (ulong)classes && index != ignoreIndex ? 1 : 0;
        }

        return kept;
    }

    /// <summary>The sum of classWeight · sampleWeight over the rows that count; empty spans stand for weights of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Weight<TTarget, TClass, TSample>(
        ReadOnlySpan<TTarget> targets, int classes, ReadOnlySpan<TClass> classWeights, ReadOnlySpan<TSample> sampleWeights, long? ignoreIndex)
        where TTarget : unmanaged
        where TClass : unmanaged
        where TSample : unmanaged
    {
        double sum = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            long target = ToInt64(targets[row]);
            if (target == ignoreIndex || (ulong)target >= (ulong)classes)
            {
                continue;
            }

            double weight = classWeights.IsEmpty ? 1 : ToDouble(classWeights[(int)target]);
            sum += sampleWeights.IsEmpty ? weight : weight * ToDouble(sampleWeights[row]);
        }

        return sum;
    }

    /// <summary>The sum of the rows' weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Weight<T>(ReadOnlySpan<T> sampleWeights)
        where T : unmanaged
    {
        double sum = 0;
        foreach (var weight in sampleWeights)
        {
            sum += ToDouble(weight);
        }

        return sum;
    }

    /// <summary>An index of any integer type; one that does not fit becomes negative, and so is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long ToInt64<TTarget>(TTarget target)
        where TTarget : unmanaged
    {
        if (typeof(TTarget) == typeof(int))
        {
            return (int)(object)target;
        }

        if (typeof(TTarget) == typeof(uint))
        {
            return (uint)(object)target;
        }

        if (typeof(TTarget) == typeof(long))
        {
            return (long)(object)target;
        }

        if (typeof(TTarget) == typeof(short))
        {
            return (short)(object)target;
        }

        if (typeof(TTarget) == typeof(ushort))
        {
            return (ushort)(object)target;
        }

        if (typeof(TTarget) == typeof(byte))
        {
            return (byte)(object)target;
        }

        return (sbyte)(object)target;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? (float)(object)value
        : typeof(T) == typeof(Half) ? (double)(Half)(object)value
        : typeof(T) == typeof(BFloat16) ? (double)(BFloat16)(object)value
        : (double)(object)value;

    /// <summary>How many indices from the start on are surely in range, in whole vectors.</summary>
    private static int InRange(ReadOnlySpan<uint> targets, uint classes)
    {
        var limit = Vector256.Create(classes);
        ref uint first = ref MemoryMarshal.GetReference(targets);
        int row = 0;
        while (row <= targets.Length - Vector256<uint>.Count && Vector256.LessThanAll(Vector256.LoadUnsafe(ref first, (nuint)row), limit))
        {
            row += Vector256<uint>.Count;
        }

        return row;
    }

    private static ArgumentOutOfRangeException OutOfRange(int row, long target, int classes, string parameter) => new(
        parameter,
        target,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The class index {target} in row {row} is not in 0 … {classes - 1} ({classes} classes)."));
}
