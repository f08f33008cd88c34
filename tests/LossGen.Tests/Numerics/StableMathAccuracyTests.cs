using System;
using System.Collections.Generic;
using LossGen.Numerics;
using LossGen.Oracle;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Numerics;

/// <summary>Every function of one argument, over the whole range of exponents and at its corners.</summary>
public class StableMathAccuracyTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, (Func<double, double> Double, Func<float, float> Float, Func<BigFloat, BigFloat> Exact)> Functions = new()
    {
        ["Exp"] = (StableMath.Exp, StableMath.Exp, BigFloat.Exp),
        ["Log"] = (StableMath.Log, StableMath.Log, BigFloat.Log),
        ["Log1p"] = (StableMath.Log1p, StableMath.Log1p, BigFloat.Log1p),
        ["Expm1"] = (StableMath.Expm1, StableMath.Expm1, BigFloat.Expm1),
        ["Log2P1"] = (StableMath.Log2P1, StableMath.Log2P1, Exact.Log2P1),
        ["Log10P1"] = (StableMath.Log10P1, StableMath.Log10P1, Exact.Log10P1),
        ["Exp2M1"] = (StableMath.Exp2M1, StableMath.Exp2M1, Exact.Exp2M1),
        ["Exp10M1"] = (StableMath.Exp10M1, StableMath.Exp10M1, Exact.Exp10M1),
        ["Sigmoid"] = (StableMath.Sigmoid, StableMath.Sigmoid, Exact.Sigmoid),
        ["LogSigmoid"] = (StableMath.LogSigmoid, StableMath.LogSigmoid, Exact.LogSigmoid),
        ["Softplus"] = (StableMath.Softplus, StableMath.Softplus, Exact.Softplus),
        ["Tanh"] = (StableMath.Tanh, StableMath.Tanh, BigFloat.Tanh),
        ["LogCosh"] = (StableMath.LogCosh, StableMath.LogCosh, Exact.LogCosh),
        ["Log1mExp"] = (StableMath.Log1mExp, StableMath.Log1mExp, Exact.Log1mExp),
        ["XLogX"] = (StableMath.XLogX, StableMath.XLogX, Exact.XLogX),
    };

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (string name in Functions.Keys)
            {
                names.Add(name);
            }

            return names;
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Doubles_are_good_to_two_ulps(string name)
    {
        var worst = new Worst();
        foreach (double x in Samples.Doubles())
        {
            double y = Functions[name].Double(x);
            worst.See(Ulp.Error(y, Functions[name].Exact(x)), x, y);
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
            float y = Functions[name].Float(x);
            worst.See(Ulp.Error(y, Functions[name].Exact(x)), x, y);
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
        double.IsNegative(Functions[name].Double(-0.0)).ShouldBeTrue();
        double.IsNegative(Functions[name].Double(0.0)).ShouldBeFalse();
        float.IsNegative(Functions[name].Float(-0f)).ShouldBeTrue();
    }
}
