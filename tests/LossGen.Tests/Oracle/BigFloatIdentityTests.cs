using System;
using LossGen.Oracle;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Oracle;

public class BigFloatIdentityTests
{
    private static readonly BigFloat Tolerance = BigFloat.Parse("1e-68");

    public static TheoryData<double> Arguments => [1e-300, 3e-17, 1e-5, 0.1, 0.4999, 0.5, 0.7, 1, 1.4999, 1.5001, 2, 10, 700.123, 1e6];

    [Theory, MemberData(nameof(Arguments))]
    public void Exp_undoes_log(double x) => Same(BigFloat.Exp(BigFloat.Log(x)), x);

    [Theory, MemberData(nameof(Arguments))]
    public void Expm1_undoes_log1p(double x) => Same(BigFloat.Expm1(BigFloat.Log1p(x)), x);

    [Theory, MemberData(nameof(Arguments))]
    public void Log1p_undoes_expm1_of_negative_numbers(double x)
    {
        // Below −100 hardly any digits of x are left in e^x − 1.
        double clamped = -Math.Min(x, 1);
        Same(BigFloat.Log1p(BigFloat.Expm1(clamped)), clamped);
    }

    [Theory, MemberData(nameof(Arguments))]
    public void Exp_of_a_sum_is_the_product(double x) =>
        Same(BigFloat.Exp((BigFloat)x + BigFloat.One / 3), BigFloat.Exp(x) * BigFloat.Exp(BigFloat.One / 3));

    [Theory, MemberData(nameof(Arguments))]
    public void Tanh_of_twice_x_follows_from_tanh_of_x(double x)
    {
        BigFloat t = BigFloat.Tanh(x);
        Same(BigFloat.Tanh(2 * (BigFloat)x), 2 * t / (BigFloat.One + t * t));
        BigFloat.Tanh(-(BigFloat)x).ShouldBe(-t);
    }

    [Theory, MemberData(nameof(Arguments))]
    public void Division_undoes_multiplication_and_the_square_root_the_square(double x)
    {
        BigFloat third = BigFloat.One / 3;
        Same(x * third / third, x);
        Same(BigFloat.Sqrt(x) * BigFloat.Sqrt(x), x);
        Same(x - x * third + x * third, x);
    }

    [Fact]
    public void Infinities_and_NaN_follow_IEEE_754()
    {
        BigFloat infinity = BigFloat.PositiveInfinity;
        (infinity - infinity).IsNaN.ShouldBeTrue();
        (infinity * BigFloat.Zero).IsNaN.ShouldBeTrue();
        (infinity + BigFloat.One).ShouldBe(infinity);
        (BigFloat.One / infinity).ShouldBe(BigFloat.Zero);
        BigFloat.Exp(-infinity).ShouldBe(BigFloat.Zero);
        BigFloat.Log(0).ShouldBe(-infinity);
        BigFloat.Log(-1).IsNaN.ShouldBeTrue();
        BigFloat.Log1p(-1).ShouldBe(-infinity);
        BigFloat.Expm1(-infinity).ShouldBe(-BigFloat.One);
        BigFloat.Tanh(infinity).ShouldBe(BigFloat.One);
        BigFloat.Max(BigFloat.NaN, BigFloat.One).IsNaN.ShouldBeTrue();
        (BigFloat.NaN == BigFloat.NaN).ShouldBeFalse();
        (-infinity < BigFloat.Parse("-1e999")).ShouldBeTrue();
    }

    private static void Same(BigFloat actual, BigFloat expected) =>
        BigFloat.Abs(actual - expected).ShouldBeLessThan(BigFloat.Abs(expected) * Tolerance, $"{actual} and {expected}");
}
