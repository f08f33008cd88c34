using LossGen.Oracle;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Oracle;

/// <summary>Constants as printed in tables, typed in: BigFloat has to reproduce them.</summary>
public class BigFloatDigitsTests
{
    private const string E = "2.71828182845904523536028747135266249775724709369995957496696763";
    private const string Ln2 = "0.693147180559945309417232121458176568075500134360255254120680009";
    private const string Ln10 = "2.30258509299404568401799145468436420760110148862877297603332790";
    private const string Sqrt2 = "1.41421356237309504880168872420969807856967187537694807317667974";
    private const string Golden = "1.61803398874989484820458683436563811772030917980576286213544862";

    [Fact]
    public void Exp_of_one_is_e() => Agree(BigFloat.Exp(1), E);

    [Fact]
    public void The_logarithms_of_2_and_10_have_their_published_digits()
    {
        Agree(BigFloat.Log(2), Ln2);
        Agree(BigFloat.Ln2, Ln2);
        Agree(BigFloat.Log(10), Ln10);
        Agree(BigFloat.Log1p(1), Ln2);
    }

    [Fact]
    public void Square_roots_have_their_published_digits()
    {
        Agree(BigFloat.Sqrt(2), Sqrt2);
        Agree((BigFloat.One + BigFloat.Sqrt(5)) / 2, Golden);
        Agree(BigFloat.Pow(2, BigFloat.Half), Sqrt2);
        BigFloat.Sqrt(144).ShouldBe(12);
    }

    [Fact]
    public void Exp_of_a_third_cubed_is_e() => Agree(BigFloat.Pow(BigFloat.Exp(BigFloat.One / 3), 3), E);

    [Fact]
    public void Expm1_and_log1p_keep_every_digit_of_a_tiny_argument()
    {
        // x + x²/2 + x³/6 and x − x²/2 + x³/3 for x = 10⁻³⁰
        BigFloat tiny = BigFloat.Parse("1e-30");
        Agree(BigFloat.Expm1(tiny), "1.000000000000000000000000000000500000000000000000000000000000166e-30");
        Agree(BigFloat.Log1p(tiny), "9.99999999999999999999999999999500000000000000000000000000000333e-31");
    }

    [Theory]
    [InlineData("1", 5, "1.0000")]
    [InlineData("-0.000123456", 6, "-1.23456e-4")]
    [InlineData("99999.96", 6, "1.00000e5")]
    [InlineData("12345678901234567890", 3, "1.23e19")]
    [InlineData("7e-400", 4, "7.000e-400")]
    public void Decimals_survive_reading_and_writing(string text, int digits, string expected) =>
        BigFloat.Parse(text).ToString(digits).ShouldBe(expected);

    /// <summary>To a unit of the 60th digit.</summary>
    private static void Agree(BigFloat actual, string digits)
    {
        BigFloat expected = BigFloat.Parse(digits);
        BigFloat.Abs(actual / expected - BigFloat.One).ShouldBeLessThan(BigFloat.Parse("1e-60"), actual.ToString(65));
    }
}
