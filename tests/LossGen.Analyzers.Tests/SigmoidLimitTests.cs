using System;
using System.Globalization;
using System.Numerics.Tensors;
using System.Threading.Tasks;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>Where the logarithm of a sigmoid becomes −∞, computed for each way to write one, and what the message of LG1002 says.</summary>
public class SigmoidLimitTests
{
    private static readonly RoslynTesting.CodeTest Net = Test.Net with { Ids = ["LG1002"] };

    private const string Own =
        "\nstatic double S(double x) => 1 / (1 + Math.Exp(-x));\nstatic float S1(float x) => 1 / (1 + MathF.Exp(-x));";

    [Theory]
    [InlineData("Math.Log(1 / (1 + Math.Exp(-x)))", "is −∞ below x = −709.8;")]
    [InlineData("Math.Log(S(x))", "is −∞ below x = −709.8;")]
    [InlineData("Math.Log(Math.Exp(x) / (1 + Math.Exp(x)))", "loses its digits below x = −709.8 and is −∞ below −745.13;")]
    [InlineData("Math.Log(StableMath.Sigmoid(x))", "loses its digits below x = −709.8 and is −∞ below −745.13;")]
    [InlineData("MathF.Log(1 / (1 + MathF.Exp(-f)))", "is −∞ below x = −88.7;")]
    [InlineData("MathF.Log(S1(f))", "is −∞ below x = −88.7;")]
    [InlineData("MathF.Log(MathF.Exp(f) / (1 + MathF.Exp(f)))", "loses its digits below x = −88.7 and is −∞ below −103.97;")]
    [InlineData("MathF.Log(StableMath.Sigmoid(f))", "loses its digits below x = −88.7 and is −∞ below −103.97;")]
    public async Task The_message_names_the_limit_of_the_formula_wherever_it_stands(string logarithm, string part)
    {
        string direct = (await Net.Found(Test.Body($"Use({logarithm});{Own}")))[0].GetMessage(CultureInfo.InvariantCulture);
        string log = logarithm.Split('(')[0];
        string statements = $"var p = {logarithm[(log.Length + 1)..^1]};\nUse({log}(p));{Own}";
        string held = (await Net.Found(Test.Body(statements)))[0].GetMessage(CultureInfo.InvariantCulture);
        direct.ShouldContain(part);
        held.ShouldBe(direct);
    }

    [Fact]
    public void One_over_one_plus_exp_is_zero_once_exp_overflows()
    {
        Limit(x => Math.Log(1 / (1 + Math.Exp(-x)))).ShouldBe(-709.8, 0.05);
        Limit(x => MathF.Log(1 / (1 + MathF.Exp(-(float)x)))).ShouldBe(-88.7, 0.05);
        Limit(x => MathF.Log(OfSpan((float)x))).ShouldBe(-88.7, 0.05);
    }

    [Fact]
    public void The_other_forms_get_there_in_steps()
    {
        Limit(x => Math.Log(Math.Exp(x) / (1 + Math.Exp(x)))).ShouldBe(-745.13, 0.05);
        Limit(x => Math.Log(StableMath.Sigmoid(x))).ShouldBe(-745.13, 0.05);
        Limit(x => MathF.Log(MathF.Exp((float)x) / (1 + MathF.Exp((float)x)))).ShouldBe(-103.97, 0.05);
        Limit(x => MathF.Log(StableMath.Sigmoid((float)x))).ShouldBe(-103.97, 0.05);

        // Below −709.8 they lose their digits, as numbers near the smallest do.
        Math.Abs((Math.Log(StableMath.Sigmoid(-744.0)) / -744) - 1).ShouldBeGreaterThan(1e-8);
        Math.Abs((Math.Log(StableMath.Sigmoid(-700.0)) / -700) - 1).ShouldBeLessThan(1e-15);
    }

    private static float OfSpan(float x)
    {
        Span<float> p = stackalloc float[1];
        TensorPrimitives.Sigmoid([x], p);
        return p[0];
    }

    // The largest x of which the logarithm is −∞.
    private static double Limit(Func<double, double> logarithm)
    {
        double low = -1000;
        double high = 0;
        while (high - low > 0.001)
        {
            double middle = (low + high) / 2;
            (low, high) = double.IsNegativeInfinity(logarithm(middle)) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
