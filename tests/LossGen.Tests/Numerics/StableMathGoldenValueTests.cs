using System;
using System.Linq;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

/// <summary>Numbers printed in tutorials and in the documentation of other libraries, recomputed to ten digits.</summary>
public class StableMathGoldenValueTests
{
    [Fact]
    public void Softmax_of_4_3_2_1() =>
        Close(Softmax([4, 3, 2, 1]), [0.6439142599, 0.2368828181, 0.0871443187, 0.0320586033]);

    [Fact]
    public void Softmax_of_Wikipedia() =>
        Close(Softmax([1, 2, 3, 4, 1, 2, 3])[..4], [0.023640543, 0.0642616585, 0.1746812986, 0.4748329997]);

    [Fact]
    public void Softmax_of_a_common_tutorial() => Close([Softmax([3, 4, 1])[1]], [0.70538451269]);

    [Fact]
    public void Log_softmax_of_SciPy()
    {
        double[] x = [1000, 1];
        StableMath.LogSoftmax(x, x);
        x.ShouldBe([0, -999]);
    }

    [Fact]
    public void Log_sum_exp_of_SciPy()
    {
        double[] digits = [.. Enumerable.Range(0, 10).Select(i => (double)i)];
        double[] weighted = [.. digits.Select((v, i) => v + Math.Log(i + 1))];
        Close([StableMath.LogSumExp(digits)], [9.45862974443]);
        Close([StableMath.LogSumExp(Array.ConvertAll(digits, v => (float)v))], [9.45862974443], 1e-6);

        // b = 10, 9, …, 1 as weights
        double[] falling = [.. digits.Select((v, i) => v + Math.Log(10 - i))];
        Close([StableMath.LogSumExp(falling)], [9.91701785], 1e-8);
        StableMath.LogSumExp(weighted).ShouldBeGreaterThan(StableMath.LogSumExp(falling));
    }

    [Fact]
    public void Sigmoid_cross_entropy_of_TensorFlow()
    {
        // softplus(−x) for target 1, softplus(x) for target 0
        Close([StableMath.Softplus(1.0), StableMath.Softplus(-1.0), StableMath.Softplus(0.0)], [1.3132616875, 0.3132616875, 0.6931471806]);
        Close([-StableMath.LogSigmoid(1.5)], [0.2014132780]);
        Close([StableMath.Softplus(-10.0)], [4.5398899e-05], 1e-12);
    }

    [Fact]
    public void Entropies_of_SciPy_from_x_log_x()
    {
        double bits = -(StableMath.XLogX(0.9) + StableMath.XLogX(0.1)) / Math.Log(2);
        Close([bits], [0.46899559], 1e-8);
        Close([-(StableMath.XLogX(0.5) + StableMath.XLogX(0.5)) / Math.Log(2)], [1]);
    }

    [Fact]
    public void Uniform_logits_have_the_entropy_of_their_count()
    {
        foreach ((int classes, double expected) in new[] { (2, 0.6931471806), (3, 1.0986122887), (10, 2.302585093), (100, 4.605170186), (1000, 6.907755279) })
        {
            double[] logits = new double[classes];
            StableMath.LogSoftmax(logits, logits);
            Close([-logits[0], -logits[^1]], [expected, expected]);
        }
    }

    [Fact]
    public void The_small_arguments_on_which_the_runtime_returns_zero()
    {
        StableMath.Log1p(1e-17).ShouldBe(1e-17);
        StableMath.Expm1(1e-17).ShouldBe(1e-17);
        StableMath.Log1p(1e-8f).ShouldBe(1e-8f);
        StableMath.Expm1(1e-8f).ShouldBe(1e-8f);
        StableMath.Log1p(1e-9).ShouldBe(9.999999995E-10);
    }

    private static double[] Softmax(double[] x)
    {
        StableMath.Softmax(x, x);
        return x;
    }

    private static void Close(double[] actual, double[] expected, double tolerance = 6e-11)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])));
        }
    }
}
