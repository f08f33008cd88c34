using System;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics.Storage;

public class BFloat16Tests
{
    private const int Infinity = 0x7F80;

    [Fact]
    public void All_values_are_what_their_bits_mean()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var value = BFloat16.FromBits((ushort)bits);
            double meaning = Meaning(bits);
            ((double)value).ShouldBe(meaning, Hex(bits));
            ((float)value).ShouldBe((float)meaning, Hex(bits));
            double.IsNegative((double)value).ShouldBe(bits >> 15 != 0, Hex(bits));
            BFloat16.IsNaN(value).ShouldBe(double.IsNaN(meaning), Hex(bits));
            BFloat16.IsInfinity(value).ShouldBe(double.IsInfinity(meaning), Hex(bits));
            BFloat16.IsFinite(value).ShouldBe(double.IsFinite(meaning), Hex(bits));
            value.Bits.ShouldBe((ushort)bits);
        }
    }

    [Fact]
    public void All_values_come_back_from_float_and_double()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var value = BFloat16.FromBits((ushort)bits);
            int expected = BFloat16.IsNaN(value) ? bits | 0x40 : bits;
            ((int)((BFloat16)(float)value).Bits).ShouldBe(expected);
            ((int)((BFloat16)(double)value).Bits).ShouldBe(expected);
        }
    }

    [Fact]
    public void Between_two_values_the_nearest_is_taken_and_of_two_the_even_one()
    {
        for (int bits = 0; bits < Infinity; bits++)
        {
            // What would come after the largest number is where infinity begins to be nearer.
            double low = Meaning(bits), high = bits + 1 == Infinity ? Math.ScaleB(1, 128) : Meaning(bits + 1);
            double middle = (low + high) / 2;
            int even = (bits & 1) == 0 ? bits : bits + 1;
            foreach (int sign in (int[])[0, 0x8000])
            {
                double s = sign == 0 ? 1 : -1;
                Rounds((float)middle * (float)s, even | sign);
                Rounds(MathF.BitDecrement((float)middle) * (float)s, bits | sign);
                Rounds(MathF.BitIncrement((float)middle) * (float)s, (bits + 1) | sign);
                ((int)((BFloat16)(middle * s)).Bits).ShouldBe(even | sign);
                ((int)((BFloat16)(Math.BitDecrement(middle) * s)).Bits).ShouldBe(bits | sign);
                ((int)((BFloat16)(Math.BitIncrement(middle) * s)).Bits).ShouldBe((bits + 1) | sign);
            }
        }

        static void Rounds(float value, int expected)
        {
            ((int)((BFloat16)value).Bits).ShouldBe(expected, value.ToString("R", CultureInfo.InvariantCulture));
            ((int)((BFloat16)(double)value).Bits).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(double.MaxValue, 0x7F80)]
    [InlineData(-double.MaxValue, 0xFF80)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(-double.Epsilon, 0x8000)]
    [InlineData(double.PositiveInfinity, 0x7F80)]
    [InlineData(double.NegativeInfinity, 0xFF80)]
    public void Doubles_beyond_its_range_become_infinity_or_zero(double value, int bits) => ((int)((BFloat16)value).Bits).ShouldBe(bits);

    [Fact]
    public void A_NaN_stays_one_and_becomes_quiet()
    {
        // Its fraction lies in the half that is cut off.
        ((BFloat16)BitConverter.UInt32BitsToSingle(0x7F800001)).Bits.ShouldBe((ushort)0x7FC0);
        ((BFloat16)BitConverter.UInt32BitsToSingle(0xFFA12345)).Bits.ShouldBe((ushort)0xFFE1);
        BFloat16.IsNaN((BFloat16)double.NaN).ShouldBeTrue();
    }

    [Fact]
    public void Comparison_is_that_of_floats()
    {
        BFloat16[] values = [BFloat16.NaN, BFloat16.NegativeInfinity, BFloat16.MinValue, (BFloat16)(-1f), (BFloat16)(-0f), BFloat16.Zero, BFloat16.Epsilon, BFloat16.One, BFloat16.MaxValue, BFloat16.PositiveInfinity];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                float x = (float)a, y = (float)b;
                (a == b).ShouldBe(x == y);
                (a != b).ShouldBe(x != y);
                (a < b).ShouldBe(x < y);
                (a > b).ShouldBe(x > y);
                (a <= b).ShouldBe(x <= y);
                (a >= b).ShouldBe(x >= y);
                a.Equals(b).ShouldBe(x.Equals(y));
                a.Equals((object)b).ShouldBe(x.Equals(y));
                Math.Sign(a.CompareTo(b)).ShouldBe(Math.Sign(x.CompareTo(y)));
                Math.Sign(a.CompareTo((object)b)).ShouldBe(Math.Sign(x.CompareTo(y)));
                if (a.Equals(b))
                {
                    a.GetHashCode().ShouldBe(b.GetHashCode());
                }
            }
        }

        BFloat16.One.CompareTo(null).ShouldBe(1);
        BFloat16.One.Equals(1f).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => BFloat16.One.CompareTo(1f)).Message.ShouldContain("System.Single");
    }

    [Fact]
    public void Memory_of_ushorts_is_memory_of_numbers()
    {
        Unsafe.SizeOf<BFloat16>().ShouldBe(2);
        var numbers = MemoryMarshal.Cast<ushort, BFloat16>([0x3F80, 0xC000, 0x0001]);
        numbers.ToArray().ShouldBe([BFloat16.One, (BFloat16)(-2f), BFloat16.Epsilon]);
    }

    [Fact]
    public void Text_gives_the_number_back()
    {
        foreach (var value in Enumerable.Range(0, Infinity + 1).Select(bits => BFloat16.FromBits((ushort)bits)))
        {
            string text = value.ToString("R", CultureInfo.InvariantCulture);
            ((BFloat16)float.Parse(text, CultureInfo.InvariantCulture)).Bits.ShouldBe(value.Bits, text);
        }

        string.Create(CultureInfo.InvariantCulture, $"{(BFloat16)1.1f:f3}").ShouldBe("1.102");
        ((BFloat16)2.5f).ToString().ShouldBe(2.5f.ToString(CultureInfo.CurrentCulture));
        Span<char> small = stackalloc char[2];
        ((BFloat16)2.5f).TryFormat(small, out _, provider: CultureInfo.InvariantCulture).ShouldBeFalse();
    }

    [Fact]
    public void Constants_are_what_they_are_called()
    {
        ((double)BFloat16.Epsilon).ShouldBe(Math.ScaleB(1, -133));
        ((double)BFloat16.MaxValue).ShouldBe((2 - Math.ScaleB(1, -7)) * Math.ScaleB(1, 127));
        ((double)BFloat16.MinValue).ShouldBe(-(double)BFloat16.MaxValue);
        ((double)BFloat16.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        ((double)BFloat16.NegativeInfinity).ShouldBe(double.NegativeInfinity);
        ((double)BFloat16.NaN).ShouldBe(double.NaN);
        ((double)BFloat16.Zero).ShouldBe(0);
        ((double)BFloat16.One).ShouldBe(1);
    }

    /// <summary>The number that 16 bits mean: a fraction of 7 bits and an exponent of 8, as the format defines them.</summary>
    private static double Meaning(int bits)
    {
        int exponent = (bits >> 7) & 0xFF, fraction = bits & 0x7F;
        double magnitude = exponent == 0xFF ? fraction == 0 ? double.PositiveInfinity : double.NaN
            : exponent == 0 ? Math.ScaleB(fraction, -133)
            : Math.ScaleB(0x80 + fraction, exponent - 134);
        return bits >> 15 == 0 ? magnitude : -magnitude;
    }

    private static string Hex(int bits) => bits.ToString("x4", CultureInfo.InvariantCulture);
}
