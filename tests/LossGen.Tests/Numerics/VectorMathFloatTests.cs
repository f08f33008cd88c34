using System.Runtime.Intrinsics;
using LossGen.Oracle;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Numerics;

public class VectorMathFloatTests(ITestOutputHelper output)
{
    // Primes, so that the walk meets every exponent and all kinds of mantissas. Vectors without hardware are slow.
    private static readonly uint Step = Vector256.IsHardwareAccelerated ? 1009u : 5003u;

    public static TheoryData<string> Names => [.. VectorFunctions.Names];

    [Theory, MemberData(nameof(Names))]
    public void Floats_keep_their_bound_along_the_whole_number_line(string name) => Walk(name, 256, Step);

    [Theory, MemberData(nameof(Names))]
    public void The_other_widths_are_as_good(string name)
    {
        Walk(name, 128, 8 * Step + 3);
        Walk(name, 512, 8 * Step + 9);
    }

    [ExhaustiveTheory, MemberData(nameof(Names)), Trait("Category", "Exhaustive")]
    public void Every_float_keeps_its_bound(string name) => Walk(name, 256, 1);

    [Fact]
    public void The_walk_measures_as_the_oracle_does()
    {
        foreach (float x in new[] { 1e-44f, -3.3f, 0.7f, -87.9f, 5e-39f })
        {
            float actual = StepAway(StableMathExp(x));
            double inDouble = LossGen.Numerics.StableMath.Exp((double)x);
            FloatWalk.Error(actual, inDouble).ShouldBe(Ulp.Error(actual, inDouble), 1e-12);
        }

        static float StableMathExp(float x) => LossGen.Numerics.StableMath.Exp(x);
        static float StepAway(float y) => System.MathF.BitIncrement(System.MathF.BitIncrement(y));
    }

    private void Walk(string name, int width, uint step)
    {
        Worst worst = FloatWalk.Run(VectorFunctions.Get(name), width, step);
        output.WriteLine($"{name}, {width} bits, every {step}th float: {worst}");
        worst.Error.ShouldBeLessThanOrEqualTo(VectorFunction.FloatBound, worst.ToString());
    }
}
