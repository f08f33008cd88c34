using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics;

public class VectorMathWidthTests
{
    public static TheoryData<string> Names => [.. VectorFunctions.Names];

    [Theory, MemberData(nameof(Names))]
    public void All_widths_give_the_same_bits_of_doubles(string name)
    {
        double[] x = Samples.Doubles();
        long[] bits = Bits(256);
        Bits(128).ShouldBe(bits);
        Bits(512).ShouldBe(bits);

        long[] Bits(int width) => [.. VectorFunctions.Get(name).Map(width, x).Select(Canonical)];

        static long Canonical(double y) => double.IsNaN(y) ? -1 : BitConverter.DoubleToInt64Bits(y);
    }

    [Theory, MemberData(nameof(Names))]
    public void All_widths_give_the_same_bits_of_floats(string name)
    {
        float[] x = Floats();
        int[] bits = Bits(256);
        Bits(128).ShouldBe(bits);
        Bits(512).ShouldBe(bits);

        int[] Bits(int width) => [.. VectorFunctions.Get(name).Map(width, x).Select(Canonical)];
    }

    [Theory, MemberData(nameof(Names))]
    public void A_value_has_the_same_result_in_every_lane(string name)
    {
        // turned by one lane each time, the neighbours being anything from NaN to denormals
        VectorFunction function = VectorFunctions.Get(name);
        float[] x = Floats()[..4096];
        float[] expected = function.Map(256, x);
        for (int turn = 1; turn < 8; turn++)
        {
            float[] turned = [.. x[turn..], .. x[..turn]];
            float[] actual = function.Map(256, turned);
            float[] back = [.. actual[^turn..], .. actual[..^turn]];
            back.Select(Canonical).ShouldBe(expected.Select(Canonical));
        }
    }

    private static float[] Floats()
    {
        var random = new Random(3);
        float[] x = new float[8192];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = i % 2 == 0
                ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))
                : (random.NextSingle() - 0.5f) * 200;
        }

        return x;
    }

    private static int Canonical(float y) => float.IsNaN(y) ? -1 : BitConverter.SingleToInt32Bits(y);
}
