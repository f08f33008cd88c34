using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class TanhAsQuotientTests
{
    [Theory]
    [InlineData("Use({|LG1008:(Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x))|});", "Use(Math.Tanh(x));")]
    [InlineData("Use({|LG1008:(MathF.Exp(f) - MathF.Exp(-f)) / (MathF.Exp(f) + MathF.Exp(-f))|});", "Use(MathF.Tanh(f));")]
    [InlineData("double a = Math.Exp(x), b = Math.Exp(-x); Use({|LG1008:(a - b) / (a + b)|});", "double a = Math.Exp(x), b = Math.Exp(-x); Use(Math.Tanh(x));")]
    [InlineData("f = (float)({|LG1008:(Math.Exp(f) - Math.Exp(-f)) / (Math.Exp(-f) + Math.Exp(f))|}); // t", "f = (float)Math.Tanh((double)f); // t")]
    [InlineData("Func<double, double> g = v => {|LG1008:(Math.Exp(v) - Math.Exp(-v)) / (Math.Exp(v) + Math.Exp(-v))|};", "Func<double, double> g = v => Math.Tanh(v);")]
    [InlineData("Use({|LG1008:(Math.Exp(2 * x) - 1) / (Math.Exp(2 * x) + 1)|});", "Use(Math.Tanh(x));")]
    [InlineData("Use({|LG1008:(1 - Math.Exp(-2 * x)) / (1 + Math.Exp(-2 * x))|});", "Use(Math.Tanh(x));")]
    [InlineData("Use({|LG1008:(1 - Math.Exp(-(x * 2))) / (Math.Exp(-(x * 2)) + 1)|});", "Use(Math.Tanh(x));")]
    [InlineData("Use({|LG1008:(1 - Math.Exp(2 * x)) / (1 + Math.Exp(2 * x))|});", "Use(Math.Tanh(-x));")]
    [InlineData("Use({|LG1008:(Math.Exp(-2 * x) - 1) / (Math.Exp(-2 * x) + 1)|});", "Use(Math.Tanh(-x));")]
    [InlineData("float e = MathF.Exp(2f * f); Use({|LG1008:(e - 1f) / (e + 1f)|});", "float e = MathF.Exp(2f * f); Use(MathF.Tanh(f));")]
    [InlineData("Use({|LG1008:(Math.Exp(2 * (x + 1)) - 1) / (Math.Exp(2 * (x + 1)) + 1)|});", "Use(Math.Tanh(x + 1));")]
    [InlineData("Use({|LG1008:(Math.Exp(-x) - Math.Exp(x)) / (Math.Exp(x) + Math.Exp(-x))|});", "Use(Math.Tanh(-x));")]
    [InlineData("Use({|LG1008:(Math.Exp(x) - Math.Exp(-x)) / 2 / (0.5 * (Math.Exp(x) + Math.Exp(-x)))|});", "Use(Math.Tanh(x));")]
    public Task Every_spelling_is_flagged_and_fixed(string before, string after) => (Net with { Ids = ["LG1008"] }).Cures(RuleIds.TanhAsQuotient).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("Use({|LG1008:(Math.Exp(x) - 1) / (Math.Exp(x) + 1)|});")]
    [InlineData("var e = Math.Exp(-2 * x); x = 3; Use({|LG1008:(1 - e) / (1 + e)|});")]
    [InlineData("double a = Math.Exp(x), b = Math.Exp(-x); x = 3; Use({|LG1008:(a - b) / (a + b)|});")]
    [InlineData("var e = Math.Exp(2 * x); Use({|LG1008:1.7159 * (e - 1) / (e + 1)|});")]
    public Task Others_are_flagged(string statements) => (Net with { Ids = ["LG1008"] }).Cures(RuleIds.TanhAsQuotient).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("var e = Math.Exp(2 * x); Use({|LG1008:1.7159 * (e - 1) / (e + 1)|});")]
    [InlineData("var e = Math.Exp(-x); Use({|LG1008:x * (1 - e) / (1 + e)|});")]
    public Task With_a_factor_it_is_flagged_once(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use(Math.Tanh(x));")]
    [InlineData("Use((Math.Exp(x) - Math.Exp(-x)) / 2);")]
    [InlineData("Use((Math.Exp(x) - Math.Exp(f)) / (Math.Exp(x) + Math.Exp(f)));")]
    [InlineData("double e = Math.Exp(-2 * Math.Abs(x)); Use((1 - e) / (1 + e));")]
    [InlineData("if (x > -20 && x < 20) Use((Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x)));")]
    [InlineData("if (x > 20) Use(1); else if (x < -20) Use(-1); else Use((Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x)));")]
    [InlineData("Use((x - 1) / (x + 1));")]
    public Task What_is_bounded_or_something_else_is_not(string statements) => (Net with { Ids = ["LG1008"] }).Reports(Body(statements));

    [Theory]
    [InlineData("float Th(float v) => {|LG1008:Sinh(v) / Cosh(v)|}; float Sinh(float v) => (MathF.Exp(v) - MathF.Exp(-v)) / 2; float Cosh(float v) => (MathF.Exp(v) + MathF.Exp(-v)) / 2;")]
    [InlineData("double Th(double v) => {|LG1008:sinh(v) / cosh(v)|}; double sinh(double v) { return 0.5 * (Math.Exp(v) - Math.Exp(-v)); } double cosh(double v) { return 0.5 * (Math.Exp(v) + Math.Exp(-v)); }")]
    [InlineData("double Th(double v) => Math.Sinh(v) / Cosh(v); double Cosh(double v) => Math.Sqrt(1 + v * v);")]
    [InlineData("double Coth(double v) => Cosh(v) / Sinh(v); double Sinh(double v) => (Math.Exp(v) - Math.Exp(-v)) / 2; double Cosh(double v) => (Math.Exp(v) + Math.Exp(-v)) / 2;")]
    public Task It_is_seen_through_a_sinh_and_a_cosh_of_ones_own(string members) => (Net with { Ids = ["LG1008"] }).Reports(Class(members));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true, Ids = ["LG1008"] }).Reports(
        "using System; class D { double A; double P => {|LG1008:(Math.Exp(A) - Math.Exp(-A)) / (Math.Exp(A) + Math.Exp(-A))|}; double Q { get { return (Math.Exp(A) - Math.Exp(-A)) / (; } } }");

    [Theory]
    [InlineData("Use({|LG1008:2 / (1 + Math.Exp(-2 * x)) - 1|});")]
    [InlineData("float e = MathF.Exp(-2 * f); Use({|LG1008:2 / (1 + e) - 1|});")]
    public Task As_a_shifted_sigmoid_it_is_a_matter_of_small_arguments(string statements) => Net.Reports(Body(statements));
}
