using System;
using System.Diagnostics.CodeAnalysis;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    public static bool operator ==(BigFloat x, BigFloat y) => !x.IsNaN && !y.IsNaN && x.CompareTo(y) == 0;

    public static bool operator !=(BigFloat x, BigFloat y) => !(x == y);

    public static bool operator <(BigFloat x, BigFloat y) => !x.IsNaN && !y.IsNaN && x.CompareTo(y) < 0;

    public static bool operator >(BigFloat x, BigFloat y) => y < x;

    public static bool operator <=(BigFloat x, BigFloat y) => !x.IsNaN && !y.IsNaN && x.CompareTo(y) <= 0;

    public static bool operator >=(BigFloat x, BigFloat y) => y <= x;

    /// <summary>The order of the numbers; NaN comes first.</summary>
    public int CompareTo(BigFloat other)
    {
        if (IsNaN || other.IsNaN)
        {
            return other.IsNaN.CompareTo(IsNaN);
        }

        if (Sign != other.Sign || IsInfinite || other.IsInfinite)
        {
            int left = IsInfinite ? 2 * Sign : Sign;
            int right = other.IsInfinite ? 2 * other.Sign : other.Sign;
            return left.CompareTo(right);
        }

        if (IsZero || ILog2 != other.ILog2)
        {
            return IsZero ? 0 : Sign * ILog2.CompareTo(other.ILog2);
        }

        // equal leading bits, so the exponents differ by less than the mantissas are long
        long low = Math.Min(exponent, other.exponent);
        return (mantissa << (int)(exponent - low)).CompareTo(other.mantissa << (int)(other.exponent - low));
    }

    public bool Equals(BigFloat other) => CompareTo(other) == 0;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BigFloat other && Equals(other);

    public override int GetHashCode() => IsZero || !IsFinite ? (Sign, kind).GetHashCode() : (Sign, ILog2).GetHashCode();
}
