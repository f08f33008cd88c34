using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <content>The vector bodies, written for Vector256; the build derives the other widths.</content>
public static partial class KernelMath
{
    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        var f = Reduce(x, out var biased);
        return Finish(f, biased);
    }

    /// <summary>eˣ − 1 for x ≤ 0, without cancellation; NaN for NaN. Beside <c>Exp</c> of the same x, most of the two is computed once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x)
    {
        var f = Reduce(x, out var biased);
        var power = PowerOfTwo(biased) * Vector256.Create(FloatUnscale);
        return Vector256.MultiplyAddEstimate(power, OverOne(f), power - Vector256<float>.One);
    }

    /// <summary>ln(1 + x) for finite x above −1, as the sums and exponentials of a kernel are: nothing else has to be told apart. NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x) => VectorMath.Log1pOfRegular(x);

    /// <summary>
    /// A number so far below <paramref name="max"/> that nothing is left of e^((x − max) / temperature), and finite where max is: in the place of
    /// an x below it, it gives products with that exponential that are 0, too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Least(Vector256<float> max, Vector256<float> temperature)
    {
        // Far enough below a large maximum to be below it at all, and so near that the difference is exact.
        var reach = Vector256.MaxNative(Vector256.Create(FloatReach) * temperature, Vector256.Abs(max) * Vector256.Create(FloatReachOfLarge));
        return Vector256.MaxNative(max - reach, Vector256.Create(float.MinValue));
    }

    /// <summary>e^(x − max) for x ≤ max, as if the difference were not rounded: a confident row's loss is as exact as its exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpOfDifference(Vector256<float> x, Vector256<float> max)
    {
        var difference = x - max;
        return Finish(Reduce(difference, WhereAny(difference, Lost(x, max, difference)), out var biased), biased);
    }

    /// <summary>The same to some 0.6 ulp, for powers of it: 1 + f is rounded last, with what the roundings before it lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FineExpOfDifference(Vector256<float> x, Vector256<float> max)
    {
        var difference = x - max;
        var (f, low) = ReduceFine(difference, WhereAny(difference, Lost(x, max, difference)), out var biased);
        var sum = Vector256<float>.One + f;
        var rest = (f - (sum - Vector256<float>.One)) + low;
        return ((sum + Vector256.MultiplyAddEstimate(f * f, Tail(f), rest)) * PowerOfTwo(biased)) * Vector256.Create(FloatUnscale);
    }

    /// <summary>The same for x that are not below <c>Least</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpOfBoundedDifference(Vector256<float> x, Vector256<float> max)
    {
        var difference = x - max;
        return Finish(Reduce(difference, Lost(x, max, difference), out var biased), biased);
    }

    /// <summary>
    /// e^((x − max) / (temperature + temperatureLow)) for x ≤ max, as if neither the difference nor the quotient were rounded; the low part
    /// is what the constant's own rounding has left over.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpOfQuotient(Vector256<float> x, Vector256<float> max, Vector256<float> temperature, Vector256<float> temperatureLow)
    {
        var difference = x - max;
        var quotient = difference / temperature;
        var lost = Lost(quotient, temperature, temperatureLow, difference, Lost(x, max, difference));
        return Finish(Reduce(quotient, WhereAny(quotient, lost), out var biased), biased);
    }

    /// <summary>What rounding took from a difference, exactly: Knuth's two-sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lost(Vector256<float> x, Vector256<float> max, Vector256<float> difference)
    {
        var subtracted = difference - x;
        return (x - (difference - subtracted)) - (max + subtracted);
    }

    /// <summary>What rounding took from a quotient. The remainder is exact only when fused: without the instruction it is emulated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lost(Vector256<float> quotient, Vector256<float> temperature, Vector256<float> temperatureLow, Vector256<float> difference, Vector256<float> lost) =>
        ((lost + Vector256.FusedMultiplyAdd(-quotient, temperature, difference)) - quotient * temperatureLow) / temperature;

    /// <summary>What rounding took, where anything is left of the exponential: elsewhere it may be large, and for −∞ it is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> WhereAny(Vector256<float> exponent, Vector256<float> lost) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(exponent, Vector256.Create(FloatFloor)), lost, Vector256<float>.Zero);

    /// <summary>f = x − n·ln 2, and n in the low bits of a biased sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reduce(Vector256<float> x, out Vector256<float> biased)
    {
        // The order of the operands keeps a NaN of x.
        x = Vector256.MaxNative(Vector256.Create(FloatFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.44269504f), Vector256.Create(FloatMagic));
        var n = biased - Vector256.Create(FloatMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2High), x);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2Low), f);
    }

    /// <summary>The same of x + lost: what is small is added up first, so that f is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reduce(Vector256<float> x, Vector256<float> lost, out Vector256<float> biased)
    {
        // The order of the operands keeps a NaN of x.
        x = Vector256.MaxNative(Vector256.Create(FloatFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.44269504f), Vector256.Create(FloatMagic));
        var n = biased - Vector256.Create(FloatMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2High), x);
        return f + Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2Low), lost);
    }

    /// <summary>The same, and what the rounding of f lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> F, Vector256<float> Low) ReduceFine(Vector256<float> x, Vector256<float> lost, out Vector256<float> biased)
    {
        // The order of the operands keeps a NaN of x.
        x = Vector256.MaxNative(Vector256.Create(FloatFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.44269504f), Vector256.Create(FloatMagic));
        var n = biased - Vector256.Create(FloatMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2High), x);
        var rest = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2Low), lost);
        var sum = f + rest;
        return (sum, rest - (sum - f));
    }

    /// <summary>2ⁿ·eᶠ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Finish(Vector256<float> f, Vector256<float> biased)
    {
        var power = PowerOfTwo(biased);
        return Vector256.MultiplyAddEstimate(OverOne(f), power, power) * Vector256.Create(FloatUnscale);
    }

    /// <summary>2ⁿ, scaled up so that it is normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<float> biased) => Vector256.ShiftLeft(biased.AsInt32(), 23).AsSingle();

    /// <summary>eᶠ − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OverOne(Vector256<float> f) => Vector256.MultiplyAddEstimate(f * f, Tail(f), f);

    /// <summary>q of eᶠ = 1 + f + f²·q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Tail(Vector256<float> f)
    {
        var q = Vector256.MultiplyAddEstimate(f, Vector256.Create(0.00138145401768f), Vector256.Create(0.00836874510894f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.0416683907835f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.16666520399f));
        return Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.499999934321f));
    }

    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        var f = Reduce(x, out var biased);
        return Finish(f, biased);
    }

    /// <summary>eˣ − 1 for x ≤ 0, without cancellation; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Expm1(Vector256<double> x)
    {
        var f = Reduce(x, out var biased);
        var power = PowerOfTwo(biased) * Vector256.Create(DoubleUnscale);
        return Vector256.MultiplyAddEstimate(power, OverOne(f), power - Vector256<double>.One);
    }

    /// <summary>ln(1 + x) for finite x above −1, as the sums and exponentials of a kernel are: nothing else has to be told apart. NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1p(Vector256<double> x) => VectorMath.Log1pOfRegular(x);

    /// <inheritdoc cref="Least(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Least(Vector256<double> max, Vector256<double> temperature)
    {
        var reach = Vector256.MaxNative(Vector256.Create(DoubleReach) * temperature, Vector256.Abs(max) * Vector256.Create(DoubleReachOfLarge));
        return Vector256.MaxNative(max - reach, Vector256.Create(double.MinValue));
    }

    /// <summary>e^(x − max) for x ≤ max, as if the difference were not rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfDifference(Vector256<double> x, Vector256<double> max)
    {
        var difference = x - max;
        return Finish(Reduce(difference, WhereAny(difference, Lost(x, max, difference)), out var biased), biased);
    }

    /// <summary>The same to some 0.6 ulp, for powers of it: 1 + f is rounded last, with what the roundings before it lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> FineExpOfDifference(Vector256<double> x, Vector256<double> max)
    {
        var difference = x - max;
        var (f, low) = ReduceFine(difference, WhereAny(difference, Lost(x, max, difference)), out var biased);
        var sum = Vector256<double>.One + f;
        var rest = (f - (sum - Vector256<double>.One)) + low;
        return ((sum + Vector256.MultiplyAddEstimate(f * f, Tail(f), rest)) * PowerOfTwo(biased)) * Vector256.Create(DoubleUnscale);
    }

    /// <summary>The same for x that are not below <c>Least</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfBoundedDifference(Vector256<double> x, Vector256<double> max)
    {
        var difference = x - max;
        return Finish(Reduce(difference, Lost(x, max, difference), out var biased), biased);
    }

    /// <summary>
    /// e^((x − max) / (temperature + temperatureLow)) for x ≤ max, as if neither the difference nor the quotient were rounded; the low part
    /// is what the constant's own rounding has left over.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfQuotient(Vector256<double> x, Vector256<double> max, Vector256<double> temperature, Vector256<double> temperatureLow)
    {
        var difference = x - max;
        var quotient = difference / temperature;
        var lost = Lost(quotient, temperature, temperatureLow, difference, Lost(x, max, difference));
        return Finish(Reduce(quotient, WhereAny(quotient, lost), out var biased), biased);
    }

    /// <summary>What rounding took from a difference, exactly: Knuth's two-sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Lost(Vector256<double> x, Vector256<double> max, Vector256<double> difference)
    {
        var subtracted = difference - x;
        return (x - (difference - subtracted)) - (max + subtracted);
    }

    /// <summary>What rounding took from a quotient. The remainder is exact only when fused: without the instruction it is emulated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Lost(Vector256<double> quotient, Vector256<double> temperature, Vector256<double> temperatureLow, Vector256<double> difference, Vector256<double> lost) =>
        ((lost + Vector256.FusedMultiplyAdd(-quotient, temperature, difference)) - quotient * temperatureLow) / temperature;

    /// <summary>What rounding took, where anything is left of the exponential: elsewhere it may be large, and for −∞ it is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WhereAny(Vector256<double> exponent, Vector256<double> lost) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(exponent, Vector256.Create(DoubleFloor)), lost, Vector256<double>.Zero);

    /// <summary>f = x − n·ln 2, and n in the low bits of a biased sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Reduce(Vector256<double> x, out Vector256<double> biased)
    {
        x = Vector256.MaxNative(Vector256.Create(DoubleFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.4426950408889634), Vector256.Create(DoubleMagic));
        var n = biased - Vector256.Create(DoubleMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2High), x);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2Low), f);
    }

    /// <summary>The same of x + lost: what is small is added up first, so that f is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Reduce(Vector256<double> x, Vector256<double> lost, out Vector256<double> biased)
    {
        x = Vector256.MaxNative(Vector256.Create(DoubleFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.4426950408889634), Vector256.Create(DoubleMagic));
        var n = biased - Vector256.Create(DoubleMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2High), x);
        return f + Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2Low), lost);
    }

    /// <summary>The same, and what the rounding of f lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> F, Vector256<double> Low) ReduceFine(Vector256<double> x, Vector256<double> lost, out Vector256<double> biased)
    {
        x = Vector256.MaxNative(Vector256.Create(DoubleFloor), x);
        biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.4426950408889634), Vector256.Create(DoubleMagic));
        var n = biased - Vector256.Create(DoubleMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2High), x);
        var rest = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2Low), lost);
        var sum = f + rest;
        return (sum, rest - (sum - f));
    }

    /// <summary>2ⁿ·eᶠ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Finish(Vector256<double> f, Vector256<double> biased)
    {
        var power = PowerOfTwo(biased);
        return Vector256.MultiplyAddEstimate(OverOne(f), power, power) * Vector256.Create(DoubleUnscale);
    }

    /// <summary>2ⁿ, scaled up so that it is normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> biased) => Vector256.ShiftLeft(biased.AsInt64(), 52).AsDouble();

    /// <summary>eᶠ − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OverOne(Vector256<double> f) => Vector256.MultiplyAddEstimate(f * f, Tail(f), f);

    /// <summary>q of eᶠ = 1 + f + f²·q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tail(Vector256<double> f)
    {
        var q = Vector256.MultiplyAddEstimate(f, Vector256.Create(2.5000018853341e-8), Vector256.Create(2.76303062556479e-7));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(2.75575868038470707e-6));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.000024801492949617071));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.00019841269505773807));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.0013888888943759984));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.008333333333494977261));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.041666666666529728134));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.16666666666666411508));
        return Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.50000000000000106688));
    }
}
