using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NaiveLogP1Tests
{
    [Theory]
    [InlineData("Use({|LG3002:double.LogP1(x)|});", "Use(StableMath.Log1p(x));")]
    [InlineData("Use({|LG3002:float.LogP1(f)|});", "Use(StableMath.Log1p(f));")]
    [InlineData("Use({|LG3002:double.ExpM1(x)|});", "Use(StableMath.Expm1(x));")]
    [InlineData("Use({|LG3002:double.Log2P1(x * 2)|});", "Use(StableMath.Log2P1(x * 2));")]
    [InlineData("Use({|LG3002:float.Log10P1(f)|});", "Use(StableMath.Log10P1(f));")]
    [InlineData("Use({|LG3002:float.Exp2M1(f)|});", "Use(StableMath.Exp2M1(f));")]
    [InlineData("Use({|LG3002:double.Exp10M1(x)|});", "Use(StableMath.Exp10M1(x));")]
    [InlineData("Use({|LG3002:double.LogP1(f)|});", "Use(StableMath.Log1p((double)f));")]
    [InlineData("Use({|LG3002:double.LogP1(k)|});", "Use(StableMath.Log1p((double)k));")]
    [InlineData("Use(xs.Select(v => /* a */ {|LG3002:double.LogP1(v)|} /* b */));", "Use(xs.Select(v => /* a */ StableMath.Log1p(v) /* b */));")]
    [InlineData("Use({|LG3002:Double.LogP1({|LG3002:double.ExpM1(x)|})|});", "Use(StableMath.Log1p(StableMath.Expm1(x)));")]
    public Task The_naive_functions_are_flagged_and_replaced(string before, string after) =>
        Net.Cures(RuleIds.NaiveLogP1).Fixes(Body(before), Body(after));

    [Fact]
    public Task Half_T_and_spans_are_flagged_without_a_fix() => Net.Cures(RuleIds.NaiveLogP1).OffersNoFix(Class("""
        static Half A(Half x) => {|LG3002:Half.LogP1(x)|};

        static T B<T>(T x) where T : ILogarithmicFunctions<T> => {|LG3002:T.LogP1(x)|};

        static T E1<T>(T x) where T : IFloatingPointIeee754<T> => {|LG3002:T.ExpM1(x)|};

        static void D(float[] x) => {|LG3002:TensorPrimitives.LogP1<float>(x, x)|};

        static void E(double[] x) => {|LG3002:TensorPrimitives.ExpM1<double>(x, x)|};
        """));

    [Fact]
    public Task Softplus_is_more_specific() => Net.Reports(Body("Use({|LG1004:double.LogP1(Math.Exp(x))|});"));

    [Fact]
    public Task Log1p_of_minus_a_sigmoid_is_more_specific() => Net.Reports(Body("Use({|LG1002:double.LogP1(-1 / (1 + Math.Exp(-x)))|});"));

    [Theory]
    [InlineData("Use(Math.Log(1 + x));")]
    [InlineData("Use(StableMath.Log1p(x));")]
    [InlineData("Use(double.Log(x));")]
    [InlineData("Use(Other.LogP1(x)); ")]
    public Task Other_functions_are_not(string statements) => (Net with { Libraries = ["static class Other { public static double LogP1(double x) => x; }"] }).Reports(Body(statements));


    [Fact]
    public Task They_are_seen_in_a_property_and_broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(
        "class D { double X; double P => {|LG3002:double.LogP1(X)|}; double Q => double.LogP1(); double R => double.LogP1(Y; }");
}
