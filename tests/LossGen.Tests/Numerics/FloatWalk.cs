using System;
using System.Threading.Tasks;
using LossGen.Oracle;

namespace LossGen.Tests.Numerics;

/// <summary>Every n-th of the 2³² floats, both signs, denormals and NaNs included, against a reference in double.</summary>
internal static class FloatWalk
{
    private const int Block = 4096;

    /// <summary>The largest error over the floats with the bit patterns 0, step, 2·step, …</summary>
    public static Worst Run(VectorFunction function, int width, uint step)
    {
        long points = (uint.MaxValue / step) + 1L;
        int slices = 16;
        var worst = new Worst();
        void Slice(int slice)
        {
            Worst own = RunSlice(function, width, step, points * slice / slices, points * (slice + 1) / slices);
            lock (worst)
            {
                worst.See(own.Error, own.At, own.Actual);
            }
        }

        if (OperatingSystem.IsBrowser())
        {
            // There is one thread.
            for (int slice = 0; slice < slices; slice++)
            {
                Slice(slice);
            }
        }
        else
        {
            Parallel.For(0, slices, new ParallelOptions { MaxDegreeOfParallelism = 2 }, Slice);
        }

        return worst;
    }

    private static Worst RunSlice(VectorFunction function, int width, uint step, long first, long end)
    {
        var worst = new Worst();
        float[] x = new float[Block];
        for (long start = first; start < end; start += Block)
        {
            for (int i = 0; i < Block; i++)
            {
                x[i] = BitConverter.UInt32BitsToSingle((uint)(Math.Min(start + i, end - 1) * step));
            }

            float[] y = function.Map(width, x);
            for (int i = 0; i < Block; i++)
            {
                worst.See(Error(y[i], function.Reference(x[i])), x[i], y[i]);
            }
        }

        return worst;
    }

    /// <summary>As <see cref="Ulp.Error(float, BigFloat)"/>, for an expected value in double; signed zeros have to agree.</summary>
    internal static double Error(float actual, double expected)
    {
        float rounded = (float)expected;
        if (!float.IsFinite(rounded) || !float.IsFinite(actual))
        {
            return actual.Equals(rounded) ? 0 : double.PositiveInfinity;
        }

        if (expected == 0)
        {
            return BitConverter.SingleToInt32Bits(actual) == BitConverter.SingleToInt32Bits(rounded) ? 0 : double.PositiveInfinity;
        }

        int exponent = rounded == 0 ? -126 : Math.Max(Math.ILogB(rounded), -126);
        return Math.Abs(actual - expected) * Math.ScaleB(1, 23 - exponent);
    }
}
