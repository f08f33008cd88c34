using System;
using System.Numerics.Tensors;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>
/// What the LG3xxx rules say about .NET, measured on the .NET that runs the tests. A failure here is good news: the library was repaired,
/// and the rule can say from which version on.
/// </summary>
public class LibraryFactsTests
{
    [Fact]
    public void LogP1_and_ExpM1_of_tiny_numbers_are_zero()
    {
        double.LogP1(1e-17).ShouldBe(0);
        double.ExpM1(1e-17).ShouldBe(0);
        float.LogP1(1e-8f).ShouldBe(0);
        float.ExpM1(1e-8f).ShouldBe(0);
        double.Log2P1(1e-17).ShouldBe(0);
        double.Log10P1(1e-17).ShouldBe(0);
        double.Exp2M1(1e-17).ShouldBe(0);
        double.Exp10M1(1e-17).ShouldBe(0);
        Half.LogP1((Half)5.9e-8).ShouldBe(Half.Zero);
        double.LogP1(1e-9).ShouldBe(Math.Log(1 + 1e-9));
    }

    [Fact]
    public void TensorPrimitives_are_as_naive()
    {
        double[] x = [1e-17, 1e-9];
        TensorPrimitives.LogP1<double>(x, x);
        x[0].ShouldBe(0);
    }

    [Theory]
    [InlineData(100f, 99f, 0f)]
    [InlineData(-200f, -200f, -200f)]
    public void TensorPrimitives_SoftMax_is_not_a_number(float a, float b, float c)
    {
        float[] x = [a, b, c];
        TensorPrimitives.SoftMax(x, x);
        x[0].ShouldBe(float.NaN);
    }

    [Fact]
    public void TensorPrimitives_SoftMax_overflows_in_the_sum_alone()
    {
        float[] x = [88.6f, 88.6f];
        TensorPrimitives.SoftMax(x, x);
        x.ShouldBe([0f, 0f]);
    }

    [Fact]
    public void The_thresholds_of_the_messages_are_those_of_the_types()
    {
        float.IsInfinity(MathF.Exp(88.73f)).ShouldBeTrue();
        float.IsInfinity(MathF.Exp(88.7f)).ShouldBeFalse();
        MathF.Exp(-103.98f).ShouldBe(0);
        MathF.Exp(-103.97f).ShouldBeGreaterThan(0);
        double.IsInfinity(Math.Exp(709.79)).ShouldBeTrue();
        Math.Exp(-745.14).ShouldBe(0);
        (1f - 1f / (1f + MathF.Exp(-16.7f))).ShouldBe(0);
        (1 - 1 / (1 + Math.Exp(-36.8))).ShouldBe(0);
        (1 + Math.Exp(-36.8)).ShouldBe(1);
    }
}
