using System;
using System.Linq;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Numerics;
using LossGen.Oracle;
using LossGen.Tests.CompilerServices;
using LossGen.Tests.Numerics;

namespace LossGen.Platforms.Numerics;

/// <summary>VectorMath, StableMath and KernelMath with vectors of 128 bits, which every platform has.</summary>
internal static class NumericChecks
{
    public static void Run(Checks checks)
    {
        foreach (string name in VectorFunctions.Names)
        {
            Vectors(checks, name, VectorFunctions.Get(name));
        }

        foreach (string name in StableFunctions.Names)
        {
            Scalars(checks, name);
        }

        Kernels(checks);
    }

    private static void Vectors(Checks checks, string name, VectorFunction function)
    {
        // Primes: the walk meets every exponent and all kinds of mantissas.
        uint step = checks.IsQuick ? 400_009u : 20_011u;
        Worst floats = FloatWalk.Run(function, 128, step);
        checks.Print($"VectorMath.{name}, float, every {step}th: {floats}");
        checks.That(floats.Error <= VectorFunction.FloatBound, "VectorMath." + name, floats.ToString());

        double[] x = Arguments(checks);
        double[] y = function.Map(128, x);
        var doubles = new Worst();
        for (int i = 0; i < x.Length; i++)
        {
            doubles.See(Ulp.Error(y[i], function.Exact(x[i])), x[i], y[i]);
        }

        checks.Print($"VectorMath.{name}, double, {x.Length} values: {doubles}");
        checks.That(doubles.Error <= VectorFunction.DoubleBound, "VectorMath." + name, doubles.ToString());
    }

    private static void Scalars(Checks checks, string name)
    {
        var (ofDouble, ofFloat, exact) = StableFunctions.Get(name);
        Worst doubles = new(), floats = new();
        foreach (double x in Arguments(checks))
        {
            doubles.See(Ulp.Error(ofDouble(x), exact(x)), x, ofDouble(x));
            float f = (float)x;
            floats.See(Ulp.Error(ofFloat(f), exact(f)), f, ofFloat(f));
        }

        checks.That(doubles.Error <= 2, "StableMath." + name, doubles.ToString());
        checks.That(floats.Error <= 1, "StableMath." + name, floats.ToString());
    }

    private static void Kernels(Checks checks)
    {
        int stride = checks.IsQuick ? 100 : 4;
        foreach (double x in KernelMathArguments.Exponents().Where((_, i) => i % stride == 0))
        {
            float f = (float)x;
            Near(KernelMath.Exp(Vector128.Create(f))[3], BigFloat.Exp(f), 1.5, "Exp", f);
            Near(KernelMath.Expm1(Vector128.Create(f))[2], BigFloat.Expm1(f), 1.5, "Expm1", f);
            Near(KernelMath.Log1p(Vector128.Create(-f))[1], BigFloat.Log1p(-f), 1.125, "Log1p", f);
            Near(KernelMath.Exp(Vector128.Create(x))[1], BigFloat.Exp(x), 1.5, "Exp", x);
            Near(KernelMath.Expm1(Vector128.Create(x))[0], BigFloat.Expm1(x), 2, "Expm1", x);
            Near(KernelMath.Log1p(Vector128.Create(-x))[1], BigFloat.Log1p(-x), 2, "Log1p", x);
        }

        foreach (var (x, max) in KernelMathArguments.Pairs().Where((_, i) => i % stride == 0))
        {
            float f = (float)x, top = (float)max;
            Near(KernelMath.ExpOfDifference(Vector128.Create(f), Vector128.Create(top))[3], BigFloat.Exp((BigFloat)f - top), 1.5, "ExpOfDifference", f);
            Near(KernelMath.ExpOfDifference(Vector128.Create(x), Vector128.Create(max))[1], BigFloat.Exp((BigFloat)x - max), 1.5, "ExpOfDifference", x);
        }

        void Near<T>(T actual, BigFloat exact, double bound, string name, double at)
            where T : struct
        {
            double error = actual is float single ? Ulp.Error(single, exact) : Ulp.Error((double)(object)actual, exact);
            checks.That(error <= bound, "KernelMath." + name, FormattableString.Invariant($"{actual:R} at {at:R} is {error:F2} ulp off"));
        }
    }

    // The oracle is what takes the time.
    private static double[] Arguments(Checks checks)
    {
        double[] all = Samples.Doubles();
        int stride = checks.IsQuick ? 257 : 11;
        double[] few = [.. all.Where((_, i) => i % stride == 0)];
        return [.. few, .. all.Take((16 - (few.Length % 16)) % 16)];
    }
}
