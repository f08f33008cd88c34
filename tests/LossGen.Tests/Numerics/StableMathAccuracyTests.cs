using LossGen.Oracle;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Numerics;

/// <summary>Every function of one argument, over the whole range of exponents and at its corners.</summary>
public class StableMathAccuracyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. StableFunctions.Names];

    [Theory, MemberData(nameof(Names))]
    public void Doubles_are_good_to_two_ulps(string name)
    {
        var worst = new Worst();
        foreach (double x in Samples.Doubles())
        {
            double y = StableFunctions.Get(name).Double(x);
            worst.See(Ulp.Error(y, StableFunctions.Get(name).Exact(x)), x, y);
        }

        output.WriteLine($"{name}: {worst}");
        worst.Error.ShouldBeLessThanOrEqualTo(2, worst.ToString());
    }

    [Theory, MemberData(nameof(Names))]
    public void Floats_are_good_to_one_ulp(string name)
    {
        var worst = new Worst();
        foreach (double sample in Samples.Doubles())
        {
            float x = (float)sample;
            float y = StableFunctions.Get(name).Float(x);
            worst.See(Ulp.Error(y, StableFunctions.Get(name).Exact(x)), x, y);
        }

        output.WriteLine($"{name}: {worst}");
        worst.Error.ShouldBeLessThanOrEqualTo(1, worst.ToString());
    }

    [Theory]
    [InlineData("Log1p")]
    [InlineData("Expm1")]
    [InlineData("Log2P1")]
    [InlineData("Log10P1")]
    [InlineData("Exp2M1")]
    [InlineData("Exp10M1")]
    [InlineData("Tanh")]
    public void Odd_functions_keep_the_sign_of_zero(string name)
    {
        double.IsNegative(StableFunctions.Get(name).Double(-0.0)).ShouldBeTrue();
        double.IsNegative(StableFunctions.Get(name).Double(0.0)).ShouldBeFalse();
        float.IsNegative(StableFunctions.Get(name).Float(-0f)).ShouldBeTrue();
    }
}
