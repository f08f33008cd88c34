using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Linear;

/// <summary>
/// Products of matrices in blocks that stay in registers, written for Vector256; the build derives the other widths. A block is six rows by two
/// vectors: twelve chains of multiply-adds keep both ports busy, and eight loads feed them.
/// </summary>
internal static class Vector256Products
{
    /// <summary>Rows of a block.</summary>
    internal const int BlockRows = 6;

    /// <summary>
    /// Adds A·B to C, whole vectors of columns only.
    /// </summary>
    /// <returns>The number of columns that are done.</returns>
    internal static int AddProduct<T>(ref T a, ref T b, ref T c, Factors at, int rows, int steps, int columns)
        where T : unmanaged
    {
        int lanes = Vector256<T>.Count;
        int column = 0;
        for (; column + (2 * lanes) <= columns; column += 2 * lanes)
        {
            AddColumns<T, Two>(ref a, ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, column), at, rows, steps);
        }

        if (column + lanes <= columns)
        {
            AddColumns<T, One>(ref a, ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, column), at, rows, steps);
            column += lanes;
        }

        return column;
    }

    private static void AddColumns<T, TVectors>(ref T a, ref T b, ref T c, Factors at, int rows, int steps)
        where T : unmanaged
        where TVectors : struct, ICount
    {
        int row = 0;
        for (; row + BlockRows <= rows; row += BlockRows)
        {
            AddBlock<T, Six, TVectors>(ref Unsafe.Add(ref a, row * at.ARow), ref b, ref Unsafe.Add(ref c, row * at.CRow), at, steps);
        }

        ref T restOfA = ref Unsafe.Add(ref a, row * at.ARow);
        ref T restOfC = ref Unsafe.Add(ref c, row * at.CRow);
        switch (rows - row)
        {
            case 1:
                AddBlock<T, One, TVectors>(ref restOfA, ref b, ref restOfC, at, steps);
                break;
            case 2:
                AddBlock<T, Two, TVectors>(ref restOfA, ref b, ref restOfC, at, steps);
                break;
            case 3:
                AddBlock<T, Three, TVectors>(ref restOfA, ref b, ref restOfC, at, steps);
                break;
            case 4:
                AddBlock<T, Four, TVectors>(ref restOfA, ref b, ref restOfC, at, steps);
                break;
            case 5:
                AddBlock<T, Five, TVectors>(ref restOfA, ref b, ref restOfC, at, steps);
                break;
        }
    }

    private static void AddBlock<T, TRows, TVectors>(ref T a, ref T b, ref T c, Factors at, int steps)
        where T : unmanaged
        where TRows : struct, ICount
        where TVectors : struct, ICount
    {
        var (c00, c01) = Load<T, TVectors>(ref c);
        var (c10, c11) = TRows.Value > 1 ? Load<T, TVectors>(ref Unsafe.Add(ref c, at.CRow)) : default;
        var (c20, c21) = TRows.Value > 2 ? Load<T, TVectors>(ref Unsafe.Add(ref c, 2 * at.CRow)) : default;
        var (c30, c31) = TRows.Value > 3 ? Load<T, TVectors>(ref Unsafe.Add(ref c, 3 * at.CRow)) : default;
        var (c40, c41) = TRows.Value > 4 ? Load<T, TVectors>(ref Unsafe.Add(ref c, 4 * at.CRow)) : default;
        var (c50, c51) = TRows.Value > 5 ? Load<T, TVectors>(ref Unsafe.Add(ref c, 5 * at.CRow)) : default;
        ref T ofA = ref a;
        ref T ofB = ref b;
        for (int step = 0; step < steps; step++)
        {
            var (b0, b1) = Load<T, TVectors>(ref ofB);
            var a0 = Vector256.Create(ofA);
            c00 = MultiplyAdd(a0, b0, c00);
            c01 = TVectors.Value > 1 ? MultiplyAdd(a0, b1, c01) : c01;
            if (TRows.Value > 1)
            {
                var a1 = Vector256.Create(Unsafe.Add(ref ofA, at.ARow));
                c10 = MultiplyAdd(a1, b0, c10);
                c11 = TVectors.Value > 1 ? MultiplyAdd(a1, b1, c11) : c11;
            }

            if (TRows.Value > 2)
            {
                var a2 = Vector256.Create(Unsafe.Add(ref ofA, 2 * at.ARow));
                c20 = MultiplyAdd(a2, b0, c20);
                c21 = TVectors.Value > 1 ? MultiplyAdd(a2, b1, c21) : c21;
            }

            if (TRows.Value > 3)
            {
                var a3 = Vector256.Create(Unsafe.Add(ref ofA, 3 * at.ARow));
                c30 = MultiplyAdd(a3, b0, c30);
                c31 = TVectors.Value > 1 ? MultiplyAdd(a3, b1, c31) : c31;
            }

            if (TRows.Value > 4)
            {
                var a4 = Vector256.Create(Unsafe.Add(ref ofA, 4 * at.ARow));
                c40 = MultiplyAdd(a4, b0, c40);
                c41 = TVectors.Value > 1 ? MultiplyAdd(a4, b1, c41) : c41;
            }

            if (TRows.Value > 5)
            {
                var a5 = Vector256.Create(Unsafe.Add(ref ofA, 5 * at.ARow));
                c50 = MultiplyAdd(a5, b0, c50);
                c51 = TVectors.Value > 1 ? MultiplyAdd(a5, b1, c51) : c51;
            }

            ofA = ref Unsafe.Add(ref ofA, at.AStep);
            ofB = ref Unsafe.Add(ref ofB, at.BStep);
        }

        Store<T, TVectors>(c00, c01, ref c);
        if (TRows.Value > 1)
        {
            Store<T, TVectors>(c10, c11, ref Unsafe.Add(ref c, at.CRow));
        }

        if (TRows.Value > 2)
        {
            Store<T, TVectors>(c20, c21, ref Unsafe.Add(ref c, 2 * at.CRow));
        }

        if (TRows.Value > 3)
        {
            Store<T, TVectors>(c30, c31, ref Unsafe.Add(ref c, 3 * at.CRow));
        }

        if (TRows.Value > 4)
        {
            Store<T, TVectors>(c40, c41, ref Unsafe.Add(ref c, 4 * at.CRow));
        }

        if (TRows.Value > 5)
        {
            Store<T, TVectors>(c50, c51, ref Unsafe.Add(ref c, 5 * at.CRow));
        }
    }

    /// <summary>
    /// Adds to C the products of the rows of A with the rows of B, whole vectors only: four rows of A by three of B at a time. For few rows of
    /// B, where a product by columns would leave lanes idle.
    /// </summary>
    /// <returns>The number of elements of each row that are done.</returns>
    internal static int AddDots<T>(ref T a, ref T b, ref T c, Factors at, int rowsOfA, int rowsOfB, int length)
        where T : unmanaged
    {
        int whole = length - (length % Vector256<T>.Count);
        int row = 0;
        for (; row + 4 <= rowsOfA && whole > 0; row += 4)
        {
            DotRows<T, Four>(ref Unsafe.Add(ref a, row * at.ARow), ref b, ref Unsafe.Add(ref c, row * at.CRow), at, rowsOfB, whole);
        }

        for (; row < rowsOfA && whole > 0; row++)
        {
            DotRows<T, One>(ref Unsafe.Add(ref a, row * at.ARow), ref b, ref Unsafe.Add(ref c, row * at.CRow), at, rowsOfB, whole);
        }

        return whole;
    }

    private static void DotRows<T, TRows>(ref T a, ref T b, ref T c, Factors at, int rowsOfB, int length)
        where T : unmanaged
        where TRows : struct, ICount
    {
        int other = 0;
        for (; other + 3 <= rowsOfB; other += 3)
        {
            DotBlock<T, TRows, Three>(ref a, ref Unsafe.Add(ref b, other * at.BStep), ref Unsafe.Add(ref c, other), at, length);
        }

        for (; other < rowsOfB; other++)
        {
            DotBlock<T, TRows, One>(ref a, ref Unsafe.Add(ref b, other * at.BStep), ref Unsafe.Add(ref c, other), at, length);
        }
    }

    private static void DotBlock<T, TRows, TOthers>(ref T a, ref T b, ref T c, Factors at, int length)
        where T : unmanaged
        where TRows : struct, ICount
        where TOthers : struct, ICount
    {
        Vector256<T> c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
        Vector256<T> c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
        for (nint i = 0; i < length; i += Vector256<T>.Count)
        {
            var b0 = Vector256.LoadUnsafe(ref b, (nuint)i);
            var b1 = TOthers.Value > 1 ? Vector256.LoadUnsafe(ref b, (nuint)(i + at.BStep)) : default;
            var b2 = TOthers.Value > 1 ? Vector256.LoadUnsafe(ref b, (nuint)(i + (2 * at.BStep))) : default;
            var a0 = Vector256.LoadUnsafe(ref a, (nuint)i);
            c00 = MultiplyAdd(a0, b0, c00);
            if (TOthers.Value > 1)
            {
                c01 = MultiplyAdd(a0, b1, c01);
                c02 = MultiplyAdd(a0, b2, c02);
            }

            if (TRows.Value > 1)
            {
                var a1 = Vector256.LoadUnsafe(ref a, (nuint)(i + at.ARow));
                var a2 = Vector256.LoadUnsafe(ref a, (nuint)(i + (2 * at.ARow)));
                var a3 = Vector256.LoadUnsafe(ref a, (nuint)(i + (3 * at.ARow)));
                c10 = MultiplyAdd(a1, b0, c10);
                c20 = MultiplyAdd(a2, b0, c20);
                c30 = MultiplyAdd(a3, b0, c30);
                if (TOthers.Value > 1)
                {
                    c11 = MultiplyAdd(a1, b1, c11);
                    c12 = MultiplyAdd(a1, b2, c12);
                    c21 = MultiplyAdd(a2, b1, c21);
                    c22 = MultiplyAdd(a2, b2, c22);
                    c31 = MultiplyAdd(a3, b1, c31);
                    c32 = MultiplyAdd(a3, b2, c32);
                }
            }
        }

        AddSums<T, TOthers>(ref c, c00, c01, c02);
        if (TRows.Value > 1)
        {
            AddSums<T, TOthers>(ref Unsafe.Add(ref c, at.CRow), c10, c11, c12);
            AddSums<T, TOthers>(ref Unsafe.Add(ref c, 2 * at.CRow), c20, c21, c22);
            AddSums<T, TOthers>(ref Unsafe.Add(ref c, 3 * at.CRow), c30, c31, c32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSums<T, TOthers>(ref T place, Vector256<T> first, Vector256<T> second, Vector256<T> third)
        where T : unmanaged
        where TOthers : struct, ICount
    {
        AddSum(ref place, first);
        if (TOthers.Value > 1)
        {
            AddSum(ref Unsafe.Add(ref place, 1), second);
            AddSum(ref Unsafe.Add(ref place, 2), third);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSum<T>(ref T place, Vector256<T> parts)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Unsafe.As<T, float>(ref place) += Vector256.Sum(parts.AsSingle());
        }
        else
        {
            Unsafe.As<T, double>(ref place) += Vector256.Sum(parts.AsDouble());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> MultiplyAdd<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged => typeof(T) == typeof(float)
            ? Vector256.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : Vector256.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<T> First, Vector256<T> Second) Load<T, TVectors>(ref T source)
        where T : unmanaged
        where TVectors : struct, ICount =>
        (Vector256.LoadUnsafe(ref source), TVectors.Value > 1 ? Vector256.LoadUnsafe(ref source, (nuint)Vector256<T>.Count) : default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVectors>(Vector256<T> first, Vector256<T> second, ref T target)
        where T : unmanaged
        where TVectors : struct, ICount
    {
        first.StoreUnsafe(ref target);
        if (TVectors.Value > 1)
        {
            second.StoreUnsafe(ref target, (nuint)Vector256<T>.Count);
        }
    }
}
