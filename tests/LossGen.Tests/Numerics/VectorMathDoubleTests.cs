using System;
using LossGen.Oracle;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Numerics;

public class VectorMathDoubleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. VectorFunctions.Names];

    [Theory, MemberData(nameof(Names))]
    public void Doubles_are_good_to_two_ulps(string name)
    {
        VectorFunction function = VectorFunctions.Get(name);
        double[] x = Samples.Doubles();
        double[] y = function.Map(256, x);
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++)
        {
            worst.See(Ulp.Error(y[i], function.Exact(x[i])), x[i], y[i]);
        }

        output.WriteLine($"{name}: {worst}");
        worst.Error.ShouldBeLessThanOrEqualTo(VectorFunction.DoubleBound, worst.ToString());
    }

    [Theory, MemberData(nameof(Names))]
    public void The_double_reference_is_exact_enough_to_judge_floats(string name)
    {
        VectorFunction function = VectorFunctions.Get(name);
        var worst = new Worst();
        foreach (double x in Samples.Doubles())
        {
            worst.See(Ulp.Error(function.Reference(x), function.Exact(x)), x, function.Reference(x));
        }

        output.WriteLine($"{name}: {worst}");
        worst.Error.ShouldBeLessThanOrEqualTo(2, worst.ToString());
    }
}
