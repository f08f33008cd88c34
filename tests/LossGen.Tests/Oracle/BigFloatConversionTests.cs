using System;
using LossGen.Oracle;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Oracle;

public class BigFloatConversionTests
{
    [Fact]
    public void Every_double_survives_the_round_trip()
    {
        var random = new Random(1);
        for (int i = 0; i < 20000; i++)
        {
            double x = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            ((BigFloat)x).ToDouble().ShouldBe(x);
            float f = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            ((BigFloat)f).ToSingle().ShouldBe(f);
        }
    }

    [Fact]
    public void Conversions_round_as_the_hardware_does()
    {
        var random = new Random(2);
        for (int i = 0; i < 20000; i++)
        {
            // doubles around and below the range of float, denormals included
            double x = Math.ScaleB(random.NextDouble() - 0.5, random.Next(-155, 131));
            ((BigFloat)x).ToSingle().ShouldBe((float)x);
            double y = Math.ScaleB(random.NextDouble(), random.Next(-540, 500));
            ((BigFloat)x * y).ToDouble().ShouldBe(x * y);
            ((BigFloat)x / y).ToDouble().ShouldBe(x / y);
            ((BigFloat)x + y).ToDouble().ShouldBe(x + y);
        }
    }

    [Fact]
    public void Ties_go_to_even_and_overflow_starts_half_an_ulp_above_the_largest_number()
    {
        BigFloat half = BigFloat.Scale(1, -53);
        (1 + half).ToDouble().ShouldBe(1);
        (1 + 3 * half).ToDouble().ShouldBe(1 + Math.ScaleB(1, -51));
        (1 + half + BigFloat.Scale(1, -200)).ToDouble().ShouldBe(Math.BitIncrement(1.0));
        BigFloat edge = (BigFloat)float.MaxValue + BigFloat.Scale(1, 103);
        edge.ToSingle().ShouldBe(float.PositiveInfinity);
        (edge - 1).ToSingle().ShouldBe(float.MaxValue);
        BigFloat.Scale(1, -1075).ToDouble().ShouldBe(0);
        (BigFloat.Scale(1, -1075) + BigFloat.Scale(1, -1200)).ToDouble().ShouldBe(double.Epsilon);
    }

    [Fact]
    public void Ulps_are_counted_on_the_scale_of_the_expected_value()
    {
        BigFloat third = BigFloat.One / 3;
        Ulp.Error(1f / 3f, third).ShouldBeLessThan(0.5);
        Ulp.Error(MathF.BitIncrement(1f / 3f), third).ShouldBeInRange(0.5, 1.5);
        Ulp.Error(1f, 1 + BigFloat.Scale(1, -24)).ShouldBe(0.5);
        Ulp.Error(0f, BigFloat.Scale(1, -149)).ShouldBe(1);
        Ulp.Error(0.0, BigFloat.Scale(3, -1075)).ShouldBe(1.5);
        Ulp.Error(float.PositiveInfinity, BigFloat.Parse("3.5e38")).ShouldBe(0);
        Ulp.Error(float.MaxValue, BigFloat.Parse("3.5e38")).ShouldBe(double.PositiveInfinity);
        Ulp.Error(float.NaN, BigFloat.NaN).ShouldBe(0);
        Ulp.Error(0f, BigFloat.NaN).ShouldBe(double.PositiveInfinity);
        Ulp.Error(double.NaN, BigFloat.Zero).ShouldBe(double.PositiveInfinity);
    }
}
