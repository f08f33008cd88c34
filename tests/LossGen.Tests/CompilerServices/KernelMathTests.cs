using System;
using System.Linq;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Oracle;
using LossGen.Tests.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.CompilerServices;

/// <summary>The functions that generated code calls, on the arguments that it calls them with.</summary>
public class KernelMathTests
{
    [Fact]
    public void Functions_of_negative_numbers_keep_their_digits()
    {
        foreach (double x in KernelMathArguments.Exponents())
        {
            float f = (float)x;
            Check(KernelMath.Exp(Vector256.Create(f))[0], BigFloat.Exp(f), 1.5, f);
            Check(KernelMath.ExpByTable(Vector512.Create(f))[0], BigFloat.Exp(f), 1.5, f);
            Check(KernelMath.Expm1(Vector256.Create(f))[0], BigFloat.Expm1(f), 1.5, f);
            Check(KernelMath.Log1p(Vector256.Create(-f))[0], BigFloat.Log1p(-f), 1.125, f);
            Check(KernelMath.Exp(Vector256.Create(x))[0], BigFloat.Exp(x), 1.5, x);
            Check(KernelMath.Expm1(Vector256.Create(x))[0], BigFloat.Expm1(x), 2, x);
            Check(KernelMath.Log1p(Vector256.Create(-x))[0], BigFloat.Log1p(-x), 2, x);
        }
    }

    [Fact]
    public void Log1p_keeps_its_digits_between_minus_one_and_zero()
    {
        foreach (double x in KernelMathArguments.Exponents().Select(x => -Math.Exp(x)).Where(x => (float)x > -1 && x < 0))
        {
            Check(KernelMath.Log1p(Vector256.Create((float)x))[0], BigFloat.Log1p((float)x), 1.125, x);
            Check(KernelMath.Log1p(Vector256.Create(x))[0], BigFloat.Log1p(x), 2, x);
        }
    }

    [Fact]
    public void Exponentials_of_differences_are_as_exact_as_if_nothing_were_rounded()
    {
        foreach (var (x, max) in KernelMathArguments.Pairs().Select(pair => ((float)pair.X, (float)pair.Max)))
        {
            var exact = BigFloat.Exp((BigFloat)x - max);
            Check(KernelMath.ExpOfDifference(Vector256.Create(x), Vector256.Create(max))[0], exact, 1.5, x);
            Check(KernelMath.ExpOfBoundedDifference(Bounded(Vector256.Create(x), Vector256.Create(max)), Vector256.Create(max))[0], exact, 1.5, x);
            var halved = BigFloat.Exp(((BigFloat)x - max) / 2.5);
            Check(KernelMath.ExpOfQuotient(Vector256.Create(x), Vector256.Create(max), Vector256.Create(2.5f), Vector256<float>.Zero)[0], halved, 2, x);
        }

        foreach (var (x, max) in KernelMathArguments.Pairs())
        {
            var exact = BigFloat.Exp((BigFloat)x - max);
            Check(KernelMath.ExpOfDifference(Vector256.Create(x), Vector256.Create(max))[0], exact, 1.5, x);
            Check(KernelMath.ExpOfDifference(x, max), exact, 3, x);
        }
    }

    [Fact]
    public void Nothing_is_left_of_minus_infinity()
    {
        foreach (double max in KernelMathArguments.Maxima)
        {
            var top = Vector256.Create((float)max);
            var lowest = Vector256.Create(float.NegativeInfinity);
            KernelMath.ExpOfDifference(lowest, top)[0].ShouldBe(0);
            KernelMath.ExpOfQuotient(lowest, top, Vector256.Create(0.1f), Vector256<float>.Zero)[0].ShouldBe(0);
            var bounded = Bounded(lowest, top);
            KernelMath.ExpOfBoundedDifference(bounded, top)[0].ShouldBe(0);
            float.IsFinite((top - bounded)[0]).ShouldBeTrue();
        }

        KernelMath.ExpOfDifference(Vector256.Create(float.NaN), Vector256<float>.One)[0].ShouldBe(float.NaN);
        KernelMath.Expm1(Vector256.Create(float.NaN))[0].ShouldBe(float.NaN);
        KernelMath.Log1p(Vector256.Create(double.NaN))[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void An_exponential_from_the_table_is_exactly_one_at_zero_and_nothing_far_below()
    {
        var x = Vector512.Create(0f, -0f, -float.Epsilon, -1e-9f, -110, -149.9f, -150.1f, -1e9f, -3e38f, float.NegativeInfinity, float.NaN, 0, 0, 0, 0, 0);
        KernelMath.ExpByTable(x).ShouldBe(Vector512.Create(1f, 1, 1, 1, 0, 0, 0, 0, 0, 0, float.NaN, 1, 1, 1, 1, 1));
        for (float lane = -87f; lane > -110; lane -= 0.01f)
        {
            // Of what is below the least normal number, half a unit of the least one is lost once more, and the power's part of it.
            Math.Abs(KernelMath.ExpByTable(Vector512.Create(lane))[7] - Math.Exp(lane)).ShouldBeLessThan(1.19 * float.Epsilon);
        }
    }

    [Fact]
    public void One_largest_term_is_left_out_of_the_tops()
    {
        Lanes.TopsButOne(Vector256.Create(0.25f, 1, 0.5f, 1, 1e-30f, 0, 0, 0)).ShouldBe(1.75 + 1e-30f);
        Lanes.TopsButOne(Vector256.Create(0f, 0, 0, 0, 0, 0, 1, 1e-20f)).ShouldBe(1e-20f);
        Lanes.TopsButOne(Vector512.Create(1f)).ShouldBe(15);
        Lanes.TopsButOne(Vector128.Create(1, 1e-300)).ShouldBe(1e-300);
        Lanes.TopsButOne(Vector256.Create(1, 1, 1, double.NaN)).ShouldBe(double.NaN);
    }

    [Fact]
    public void All_widths_give_the_same_bits()
    {
        foreach (var (x, max) in KernelMathArguments.Pairs().Select(pair => ((float)pair.X, (float)pair.Max)))
        {
            float expected = KernelMath.ExpOfDifference(Vector256.Create(x), Vector256.Create(max))[0];
            KernelMath.ExpOfDifference(Vector128.Create(x), Vector128.Create(max))[0].ShouldBe(expected);
            KernelMath.ExpOfDifference(Vector512.Create(x), Vector512.Create(max))[0].ShouldBe(expected);
        }

        foreach (float x in KernelMathArguments.Exponents().Select(x => (float)x))
        {
            float expected = KernelMath.Expm1(Vector256.Create(x))[0];
            KernelMath.Expm1(Vector128.Create(x))[0].ShouldBe(expected);
            KernelMath.Expm1(Vector512.Create(x))[0].ShouldBe(expected);
        }
    }

    private static Vector256<float> Bounded(Vector256<float> x, Vector256<float> max) =>
        Vector256.MaxNative(KernelMath.Least(max, Vector256<float>.One), x);

    private static void Check(float actual, BigFloat exact, double bound, double at) =>
        Ulp.Error(actual, exact).ShouldBeLessThanOrEqualTo(bound, $"{actual:R} at {at:R}");

    private static void Check(double actual, BigFloat exact, double bound, double at) =>
        Ulp.Error(actual, exact).ShouldBeLessThanOrEqualTo(bound, $"{actual:R} at {at:R}");
}
