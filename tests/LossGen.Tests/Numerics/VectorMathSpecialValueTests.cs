using System;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

/// <summary>What IEEE 754 and the C standard say of the corners; signs of zeros count.</summary>
public class VectorMathSpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData("Exp", 0.0, 1.0)]
    [InlineData("Exp", Infinity, Infinity)]
    [InlineData("Exp", -Infinity, 0.0)]
    [InlineData("Log", 0.0, -Infinity)]
    [InlineData("Log", 1.0, 0.0)]
    [InlineData("Log", Infinity, Infinity)]
    [InlineData("Log", -1.0, double.NaN)]
    [InlineData("Log", -Infinity, double.NaN)]
    [InlineData("Log1p", 0.0, 0.0)]
    [InlineData("Log1p", 1e-44, 1e-44)]
    [InlineData("Log1p", -1e-44, -1e-44)]
    [InlineData("Log1p", -1.0, -Infinity)]
    [InlineData("Log1p", -1.5, double.NaN)]
    [InlineData("Log1p", -Infinity, double.NaN)]
    [InlineData("Log1p", Infinity, Infinity)]
    [InlineData("Expm1", 0.0, 0.0)]
    [InlineData("Expm1", 1e-44, 1e-44)]
    [InlineData("Expm1", -1e-44, -1e-44)]
    [InlineData("Expm1", -Infinity, -1.0)]
    [InlineData("Expm1", Infinity, Infinity)]
    [InlineData("Sigmoid", 0.0, 0.5)]
    [InlineData("Sigmoid", -Infinity, 0.0)]
    [InlineData("Sigmoid", Infinity, 1.0)]
    [InlineData("Tanh", 0.0, 0.0)]
    [InlineData("Tanh", 1e-44, 1e-44)]
    [InlineData("Tanh", -1e-44, -1e-44)]
    [InlineData("Tanh", Infinity, 1.0)]
    [InlineData("Tanh", -Infinity, -1.0)]
    [InlineData("Softplus", -Infinity, 0.0)]
    [InlineData("Softplus", Infinity, Infinity)]
    [InlineData("Softplus", 1000.0, 1000.0)]
    public void Special_values_are_those_of_the_standard(string name, double x, double expected) => Check(name, x, expected);

    [Fact]
    public void A_negative_zero_is_kept_by_odd_functions_and_is_a_zero_to_the_others()
    {
        Check("Log1p", -0.0, -0.0);
        Check("Expm1", -0.0, -0.0);
        Check("Tanh", -0.0, -0.0);
        Check("Exp", -0.0, 1);
        Check("Log", -0.0, -Infinity);
        Check("Sigmoid", -0.0, 0.5);
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Log")]
    [InlineData("Log1p")]
    [InlineData("Expm1")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softplus")]
    public void NaN_of_any_sign_and_payload_stays_NaN(string name)
    {
        foreach (int bits in new[] { 0x7FC00000, 0x7FC00002, 0x7FFFFFFF, 0x7F800001, -1, unchecked((int)0xFFC12345) })
        {
            float[] x = Array.ConvertAll(Filled(0), _ => BitConverter.Int32BitsToSingle(bits));
            foreach (int width in new[] { 128, 256, 512 })
            {
                VectorFunctions.Get(name).Map(width, x).ShouldEach(y => float.IsNaN(y));
                VectorFunctions.Get(name).Map(width, Array.ConvertAll(x, v => (double)v)).ShouldEach(y => double.IsNaN(y));
            }
        }
    }

    [Fact]
    public void A_sigmoid_keeps_its_digits_down_to_denormals() =>
        VectorFunctions.Get("Sigmoid").Map(256, Array.ConvertAll(Filled(-100), v => (float)v))[0].ShouldBe(3.8e-44f);

    private static double[] Filled(double x)
    {
        double[] values = new double[16];
        Array.Fill(values, x);
        return values;
    }

    private static long Bits(double y) => double.IsNaN(y) ? -1 : BitConverter.DoubleToInt64Bits(y);

    private static void Check(string name, double x, double expected)
    {
        foreach (int width in new[] { 128, 256, 512 })
        {
            double[] doubles = VectorFunctions.Get(name).Map(width, Filled(x));
            doubles.ShouldEach(y => Bits(y) == Bits(expected));
            float[] floats = VectorFunctions.Get(name).Map(width, Array.ConvertAll(Filled(x), v => (float)v));
            floats.ShouldEach(y => Bits(y) == Bits((float)expected));
        }
    }
}
