using System;
using System.Linq;
using LossGen.Numerics;
using LossGen.Oracle;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

public class StableMathSpanTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 30.0)]
    [InlineData(10, 1e-3)]
    [InlineData(10, 300.0)]
    [InlineData(1000, 10.0)]
    [InlineData(37, 1e30)]
    public void Log_sum_exp_softmax_and_log_softmax_agree_with_the_oracle(int length, double scale)
    {
        var random = new Random(length);
        double[] x = [.. Enumerable.Range(0, length).Select(_ => (random.NextDouble() - 0.5) * scale)];
        float[] f = Array.ConvertAll(x, v => (float)v);
        BigFloat log = LogSumExp(x);
        BigFloat logOfFloats = LogSumExp(Array.ConvertAll(f, v => (double)v));
        double size = Math.Max(x.Max(Math.Abs), Math.Abs(log.ToDouble()));

        BigFloat.Abs(StableMath.LogSumExp(x) - log).ToDouble().ShouldBeLessThanOrEqualTo(2 * (Math.BitIncrement(size) - size));
        Ulp.Error(StableMath.LogSumExp(f), logOfFloats).ShouldBeLessThanOrEqualTo(1);

        double[] p = new double[length];
        double[] l = new double[length];
        float[] pf = new float[length];
        float[] lf = new float[length];
        StableMath.Softmax(x, p);
        StableMath.LogSoftmax(x, l);
        StableMath.Softmax(f, pf);
        StableMath.LogSoftmax(f, lf);
        for (int i = 0; i < length; i++)
        {
            Ulp.Error(p[i], BigFloat.Exp(x[i] - log)).ShouldBeLessThanOrEqualTo(3);
            Ulp.Error(l[i], x[i] - log).ShouldBeLessThanOrEqualTo(3);
            Ulp.Error(pf[i], BigFloat.Exp(f[i] - logOfFloats)).ShouldBeLessThanOrEqualTo(1);
            Ulp.Error(lf[i], f[i] - logOfFloats).ShouldBeLessThanOrEqualTo(1);
            StableMath.LogSoftmax(x, i).ShouldBe(l[i]);
            StableMath.LogSoftmax(f, i).ShouldBe(lf[i]);
        }
    }

    [Fact]
    public void A_confident_row_keeps_the_digits_of_its_small_logarithm()
    {
        float[] floats = [40, 0];
        StableMath.LogSoftmax(floats, floats);
        Ulp.Error(floats[0], -BigFloat.Log1p(BigFloat.Exp(-40))).ShouldBeLessThanOrEqualTo(1);
        double[] doubles = [0, 700, -3];
        StableMath.LogSoftmax(doubles, doubles);
        Ulp.Error(doubles[1], -BigFloat.Log1p(BigFloat.Exp(-700) + BigFloat.Exp(-703))).ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void The_logarithm_of_a_class_that_is_not_there_is_refused(int index)
    {
        foreach (Action call in (Action[])[() => StableMath.LogSoftmax([1.0, 2, 3], index), () => StableMath.LogSoftmax([1f, 2, 3], index)])
        {
            var problem = Should.Throw<ArgumentOutOfRangeException>(call);
            problem.ParamName.ShouldBe("index");
            problem.Message.ShouldStartWith($"index is {index}, but x has 3 elements.");
        }
    }

    [Fact]
    public void Long_spans_lose_nothing()
    {
        double[] x = new double[1_000_003];
        Array.Fill(x, 0.1);
        Ulp.Error(StableMath.LogSumExp(x), 0.1 + BigFloat.Log(x.Length)).ShouldBeLessThanOrEqualTo(2);
        float[] f = new float[1_000_003];
        Array.Fill(f, -3f);
        Ulp.Error(StableMath.LogSumExp(f), -3 + BigFloat.Log(f.Length)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Nothing_overflows_and_impossible_classes_have_probability_zero()
    {
        Softmax([1e38f, 0, -1e38f]).ShouldBe([1, 0, 0]);
        Softmax([-1000, -1000]).ShouldBe([0.5f, 0.5f]);
        Softmax([1, float.NegativeInfinity, 1]).ShouldBe([0.5f, 0, 0.5f]);
        double[] extremes = [double.MaxValue, -double.MaxValue];
        StableMath.LogSumExp(extremes).ShouldBe(double.MaxValue);
        StableMath.LogSoftmax(extremes, extremes);
        extremes.ShouldBe([0, double.NegativeInfinity]);
    }

    [Fact]
    public void NaN_and_infinite_rows_give_NaN_and_the_log_of_their_sum_its_limit()
    {
        float infinity = float.PositiveInfinity;
        foreach (float[] row in new float[][] { [1, float.NaN, 2], [float.NaN, 1], [infinity, 0], [-infinity, -infinity], [infinity, float.NaN] })
        {
            Softmax(row).ShouldEach(p => float.IsNaN(p));
            float[] logs = new float[row.Length];
            StableMath.LogSoftmax(row, logs);
            logs.ShouldEach(p => float.IsNaN(p));
            StableMath.LogSoftmax(row, 0).ShouldBe(float.NaN);
            StableMath.LogSoftmax(Array.ConvertAll(row, v => (double)v), 0).ShouldBe(double.NaN);
            double[] doubles = Array.ConvertAll(row, v => (double)v);
            StableMath.Softmax(doubles, doubles);
            doubles.ShouldEach(p => double.IsNaN(p));
        }

        StableMath.LogSumExp([infinity, 1f]).ShouldBe(infinity);
        StableMath.LogSumExp([infinity, infinity]).ShouldBe(infinity);
        StableMath.LogSumExp([-infinity, -infinity]).ShouldBe(-infinity);
        StableMath.LogSumExp([-infinity, 2f]).ShouldBe(2);
        StableMath.LogSumExp([infinity, float.NaN]).ShouldBe(float.NaN);
        StableMath.LogSumExp([double.NaN, 1]).ShouldBe(double.NaN);
        StableMath.LogSumExp(ReadOnlySpan<float>.Empty).ShouldBe(-infinity);
        StableMath.LogSumExp(ReadOnlySpan<double>.Empty).ShouldBe(double.NegativeInfinity);
    }

    private static float[] Softmax(float[] x)
    {
        float[] p = new float[x.Length];
        StableMath.Softmax(x, p);
        return p;
    }

    private static BigFloat LogSumExp(double[] x)
    {
        BigFloat top = x.Max();
        BigFloat sum = 0;
        foreach (double value in x)
        {
            sum += BigFloat.Exp(value - top);
        }

        return top + BigFloat.Log(sum);
    }
}
