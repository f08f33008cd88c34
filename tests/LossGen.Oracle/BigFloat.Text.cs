using System;
using System.Globalization;
using System.Numerics;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    /// <summary>Reads an optionally signed decimal such as <c>-12.5</c> or <c>3.1e-40</c>; blanks between digits are allowed.</summary>
    public static BigFloat Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Replace(" ", "", StringComparison.Ordinal);
        int e = text.IndexOfAny(['e', 'E']);
        int power = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = e < 0 ? text : text[..e];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            power -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        BigInteger value = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        BigInteger ten = BigInteger.Pow(10, Math.Abs(power));
        if (power >= 0)
        {
            return Create(value * ten, 0);
        }

        int shift = (int)Math.Max(0, Precision + 2 + BitLength(ten) - BitLength(value));
        return Create((value << shift) / ten, -shift);
    }

    /// <summary>Scientific notation with the given number of significant digits, correctly rounded.</summary>
    public string ToString(int digits)
    {
        if (!IsFinite || IsZero)
        {
            return IsNaN ? "NaN" : IsZero ? "0" : Sign > 0 ? "∞" : "-∞";
        }

        // 10^power ≤ |x|, up to one too low or too high, which the length of the digits tells
        int power = (int)Math.Floor(ILog2 * 0.30102999566398120);
        string text = Scaled(digits - 1 - power).ToString(CultureInfo.InvariantCulture);
        if (text.Length != digits)
        {
            power += text.Length - digits;
            text = Scaled(digits - 1 - power).ToString(CultureInfo.InvariantCulture);
        }

        string fraction = digits > 1 ? "." + text[1..digits] : "";
        string exponentText = power == 0 ? "" : "e" + power.ToString(CultureInfo.InvariantCulture);
        return (Sign < 0 ? "-" : "") + text[0] + fraction + exponentText;
    }

    public override string ToString() => ToString(40);

    /// <summary>|x| · 10^power, rounded to an integer.</summary>
    private BigInteger Scaled(int power)
    {
        BigInteger ten = BigInteger.Pow(10, Math.Abs(power));
        BigInteger size = BigInteger.Abs(mantissa);
        if (power >= 0)
        {
            return RoundHalfEven(size * ten, exponent);
        }

        BigInteger denominator = exponent < 0 ? ten << (int)-exponent : ten;
        BigInteger numerator = exponent < 0 ? size : size << (int)exponent;
        return ((2 * numerator) + denominator) / (2 * denominator);
    }
}
