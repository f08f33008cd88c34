using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Linear;

/// <summary>Products of matrices for this machine: the widest vectors first, and what they leave over to narrower ones.</summary>
internal static class Products
{
    /// <summary>The columns of the widest block, to which a factor is packed.</summary>
    internal static int BlockColumns<T>() => 2 * Lanes<T>();

    /// <summary>The lanes of the widest vector, or 1 without vectors.</summary>
    internal static int Lanes<T>() =>
        Vector512.IsHardwareAccelerated ? Vector512<T>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<T>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<T>.Count
        : 1;

    /// <summary>Adds A·B to C: A has <paramref name="rows"/> × <paramref name="steps"/> elements, B has steps × columns.</summary>
    internal static void AddProduct<T>(ref T a, ref T b, ref T c, Factors at, int rows, int steps, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Vector512Products.AddProduct(ref a, ref b, ref c, at, rows, steps, columns);
        }

        if (Vector256.IsHardwareAccelerated && done < columns)
        {
            done += Vector256Products.AddProduct(ref a, ref Unsafe.Add(ref b, done), ref Unsafe.Add(ref c, done), at, rows, steps, columns - done);
        }

        if (Vector128.IsHardwareAccelerated && done < columns)
        {
            done += Vector128Products.AddProduct(ref a, ref Unsafe.Add(ref b, done), ref Unsafe.Add(ref c, done), at, rows, steps, columns - done);
        }

        if (done < columns)
        {
            ScalarProducts.AddProduct(ref a, ref Unsafe.Add(ref b, done), ref Unsafe.Add(ref c, done), at, rows, steps, columns - done);
        }
    }

    /// <summary>Adds to C the products of each row of A with each row of B; <see cref="Factors.BStep"/> leads from a row of B to the next.</summary>
    internal static void AddDots<T>(ref T a, ref T b, ref T c, Factors at, int rowsOfA, int rowsOfB, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Vector512Products.AddDots(ref a, ref b, ref c, at, rowsOfA, rowsOfB, length);
        }

        if (Vector256.IsHardwareAccelerated && done < length)
        {
            done += Vector256Products.AddDots(ref Unsafe.Add(ref a, done), ref Unsafe.Add(ref b, done), ref c, at, rowsOfA, rowsOfB, length - done);
        }

        if (Vector128.IsHardwareAccelerated && done < length)
        {
            done += Vector128Products.AddDots(ref Unsafe.Add(ref a, done), ref Unsafe.Add(ref b, done), ref c, at, rowsOfA, rowsOfB, length - done);
        }

        if (done < length)
        {
            ScalarProducts.AddDots(ref Unsafe.Add(ref a, done), ref Unsafe.Add(ref b, done), ref c, at, rowsOfA, rowsOfB, length - done);
        }
    }
}
