using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Linear;

/// <summary>The same products a number at a time: what is left beside whole vectors, and machines without.</summary>
internal static class ScalarProducts
{
    internal static void AddProduct<T>(ref T a, ref T b, ref T c, Factors at, int rows, int steps, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int step = 0; step < steps; step++)
            {
                T factor = Unsafe.Add(ref a, (row * at.ARow) + (step * at.AStep));
                for (int column = 0; column < columns; column++)
                {
                    ref T sum = ref Unsafe.Add(ref c, (row * at.CRow) + column);
                    sum = T.MultiplyAddEstimate(factor, Unsafe.Add(ref b, (step * at.BStep) + column), sum);
                }
            }
        }
    }

    internal static void AddDots<T>(ref T a, ref T b, ref T c, Factors at, int rowsOfA, int rowsOfB, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rowsOfA; row++)
        {
            for (int other = 0; other < rowsOfB; other++)
            {
                ref T sum = ref Unsafe.Add(ref c, (row * at.CRow) + other);
                for (int i = 0; i < length; i++)
                {
                    sum = T.MultiplyAddEstimate(Unsafe.Add(ref a, (row * at.ARow) + i), Unsafe.Add(ref b, (other * at.BStep) + i), sum);
                }
            }
        }
    }
}
