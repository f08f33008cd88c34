using System;
using System.Collections.Generic;
using LossGen.Numerics;
using LossGen.Oracle;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

public class StableMathTwoArgumentsTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void A_sum_in_log_space_is_good_to_two_ulps_of_its_larger_term()
    {
        foreach ((double a, double b) in Pairs())
        {
            BigFloat expected = Exact.LogAddExp(a, b);
            InUlpsOfTheLargerTerm(StableMath.LogAddExp(a, b), expected, a, b).ShouldBeLessThanOrEqualTo(2, $"{a:R}, {b:R}");
            Ulp.Error(StableMath.LogAddExp((float)a, (float)b), Exact.LogAddExp((float)a, (float)b)).ShouldBeLessThanOrEqualTo(1, $"{a:R}, {b:R}");
        }
    }

    [Fact]
    public void A_difference_in_log_space_is_good_to_two_ulps_of_its_larger_term()
    {
        foreach ((double first, double second) in Pairs())
        {
            (double a, double b) = (Math.Max(first, second), Math.Min(first, second));
            InUlpsOfTheLargerTerm(StableMath.LogSubExp(a, b), Exact.LogSubExp(a, b), a, b).ShouldBeLessThanOrEqualTo(2, $"{a:R}, {b:R}");
            Ulp.Error(StableMath.LogSubExp((float)a, (float)b), Exact.LogSubExp((float)a, (float)b)).ShouldBeLessThanOrEqualTo(1, $"{a:R}, {b:R}");
        }
    }

    [Fact]
    public void Weighted_logarithms_are_good_to_two_ulps()
    {
        foreach ((double x, double b) in Pairs())
        {
            double y = Math.Abs(b);
            Ulp.Error(StableMath.XLogY(x, y), x * BigFloat.Log(y)).ShouldBeLessThanOrEqualTo(2, $"{x:R}, {y:R}");
            Ulp.Error(StableMath.XLog1PY(x, y), x * BigFloat.Log1p(y)).ShouldBeLessThanOrEqualTo(2, $"{x:R}, {y:R}");
            Ulp.Error(StableMath.XLogY((float)x, (float)y), (float)x * BigFloat.Log((float)y)).ShouldBeLessThanOrEqualTo(1, $"{x:R}, {y:R}");
            Ulp.Error(StableMath.XLog1PY((float)x, (float)y), (float)x * BigFloat.Log1p((float)y)).ShouldBeLessThanOrEqualTo(1, $"{x:R}, {y:R}");
        }
    }

    [Theory]
    [InlineData(-Infinity, -Infinity, -Infinity)]
    [InlineData(-Infinity, 3, 3)]
    [InlineData(3, -Infinity, 3)]
    [InlineData(Infinity, 3, Infinity)]
    [InlineData(Infinity, -Infinity, Infinity)]
    [InlineData(Infinity, Infinity, Infinity)]
    [InlineData(double.NaN, -Infinity, double.NaN)]
    [InlineData(double.NaN, Infinity, double.NaN)]
    [InlineData(1000, 1000, 1000.6931471805599)]
    public void Adding_in_log_space_takes_infinities(double a, double b, double expected)
    {
        StableMath.LogAddExp(a, b).ShouldBe(expected);
        StableMath.LogAddExp(b, a).ShouldBe(expected);
        StableMath.LogAddExp((float)a, (float)b).ShouldBe((float)expected);
    }

    [Theory]
    [InlineData(-Infinity, -Infinity, -Infinity)]
    [InlineData(3, 3, -Infinity)]
    [InlineData(3, -Infinity, 3)]
    [InlineData(Infinity, 3, Infinity)]
    [InlineData(Infinity, -Infinity, Infinity)]
    [InlineData(Infinity, Infinity, double.NaN)]
    [InlineData(3, 4, double.NaN)]
    [InlineData(-Infinity, 4, double.NaN)]
    [InlineData(double.NaN, 0, double.NaN)]
    public void Subtracting_in_log_space_takes_infinities_and_refuses_negative_probabilities(double a, double b, double expected)
    {
        StableMath.LogSubExp(a, b).ShouldBe(expected);
        StableMath.LogSubExp((float)a, (float)b).ShouldBe((float)expected);
    }

    [Fact]
    public void Zero_times_any_logarithm_is_zero_but_for_NaN()
    {
        foreach (double y in new[] { 0, 1, Infinity, -1 })
        {
            StableMath.XLogY(0.0, y).ShouldBe(0);
            StableMath.XLogY(0f, (float)y).ShouldBe(0);
            StableMath.XLog1PY(0.0, -y).ShouldBe(0);
            StableMath.XLog1PY(0f, -(float)y).ShouldBe(0);
        }

        StableMath.XLogX(0.0).ShouldBe(0);
        StableMath.XLogX(0f).ShouldBe(0);
        StableMath.XLogY(0, double.NaN).ShouldBe(double.NaN);
        StableMath.XLog1PY(0, double.NaN).ShouldBe(double.NaN);
        StableMath.XLogY(double.NaN, 1).ShouldBe(double.NaN);
        StableMath.XLogY(2.0, 0).ShouldBe(-Infinity);
        StableMath.XLog1PY(2.0, -1).ShouldBe(-Infinity);
        StableMath.XLogY(1.0, -1).ShouldBe(double.NaN);
    }

    private static IEnumerable<(double A, double B)> Pairs()
    {
        var random = new Random(5);
        foreach (double scale in new[] { 1e-30, 1e-3, 1, 30, 700, 1e6, 1e30 })
        {
            for (int i = 0; i < 300; i++)
            {
                double a = (random.NextDouble() - 0.5) * scale;
                yield return (a, (random.NextDouble() - 0.5) * scale);
                yield return (a, a + (random.NextDouble() - 0.5) * 1e-3 * scale);
                yield return (a, (random.NextDouble() - 0.5) * 1e-9);
            }
        }
    }

    /// <summary>In ulps of the result, or of the larger of the terms max(a, b) and log(1 ± …) where they cancel.</summary>
    private static double InUlpsOfTheLargerTerm(double actual, BigFloat expected, double a, double b)
    {
        double top = Math.Max(a, b);
        double term = (expected - top).ToDouble();
        double scale = Math.Max(Math.Max(Math.Abs(top), Math.Abs(term)), Math.Abs(actual));
        return (BigFloat.Abs(actual - expected) / (Math.BitIncrement(scale) - scale)).ToDouble();
    }
}
