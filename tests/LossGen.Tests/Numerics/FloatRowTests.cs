using System;
using System.Linq;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

/// <summary>The vector passes of this runtime, behind StableMath, beside the portable ones, which are compiled into this assembly.</summary>
public class FloatRowTests
{
    [Fact]
    public void Rows_of_every_length_agree_with_the_portable_code()
    {
        var random = new Random(8);
        for (int length = 1; length < 70; length++)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(i => random.Next(6) == 0 ? float.NegativeInfinity : (random.NextSingle() - 0.5f) * 60)];
            x[random.Next(length)] = 20;
            x[random.Next(length)] = 20;
            float top = FloatRow.Maximum(x);
            top.ShouldBe(x.Max());
            double others = FloatRow.SumOfOthers(x, top);
            float[] softmax = new float[length];
            float[] logSoftmax = new float[length];
            FloatRow.Softmax(x, top, 1 + others, softmax);
            FloatRow.LogSoftmax(x, top, StableMath.Log1p(others), logSoftmax);

            SameToAnUlp(StableMath.LogSumExp(x), (float)(top + StableMath.Log1p(others)));
            float[] actual = new float[length];
            StableMath.Softmax(x, actual);
            SameToAnUlp(actual, softmax);
            StableMath.LogSoftmax(x, actual);
            SameToAnUlp(actual, logSoftmax);
        }
    }

    [Fact]
    public void The_portable_maximum_is_NaN_wherever_the_NaN_stands()
    {
        foreach (int place in new[] { 0, 3, 8 })
        {
            float[] x = new float[9];
            x[place] = float.NaN;
            x[5] = 1;
            FloatRow.Maximum(x).ShouldBe(float.NaN);
            StableMath.LogSumExp(x).ShouldBe(float.NaN);
        }

        FloatRow.Maximum([]).ShouldBe(float.NegativeInfinity);
    }

    [Fact]
    public void A_row_has_the_same_result_wherever_it_stands_in_memory()
    {
        var random = new Random(9);
        float[] row = [.. Enumerable.Range(0, 37).Select(_ => random.NextSingle() * 20)];
        float[] expected = new float[37];
        StableMath.LogSoftmax(row, expected);
        for (int offset = 0; offset < 20; offset++)
        {
            float[] memory = new float[100];
            Array.Fill(memory, float.NaN);
            row.CopyTo(memory, offset);
            StableMath.LogSoftmax(memory.AsSpan(offset, 37), memory.AsSpan(offset, 37));
            memory.AsSpan(offset, 37).ToArray().ShouldBe(expected);
            memory.Count(float.IsNaN).ShouldBe(63);
        }
    }

    private static void SameToAnUlp(float[] actual, float[] expected)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            SameToAnUlp(actual[i], expected[i]);
        }
    }

    private static void SameToAnUlp(float actual, float expected)
    {
        if (actual != expected)
        {
            (MathF.BitIncrement(expected) == actual || MathF.BitDecrement(expected) == actual).ShouldBeTrue($"{actual:R} and {expected:R}");
        }
    }
}
