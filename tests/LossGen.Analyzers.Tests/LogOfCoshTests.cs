using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfCoshTests
{
    [Theory]
    [InlineData("Use({|LG1009:Math.Log(Math.Cosh(x))|});", "Use(StableMath.LogCosh(x));")]
    [InlineData("Use({|LG1009:MathF.Log(MathF.Cosh(f - fs[k]))|});", "Use(StableMath.LogCosh(f - fs[k]));")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += {|LG1009:Math.Log(Math.Cosh(xs[i] - ys[i]))|}; // sum", "double s = 0; for (int i = 0; i < n; i++) s += StableMath.LogCosh(xs[i] - ys[i]); // sum")]
    [InlineData("var c = Math.Cosh(x); Use(/* a */ {|LG1009:Math.Log(c)|});", "var c = Math.Cosh(x); Use(/* a */ StableMath.LogCosh(x));")]
    [InlineData("Use({|LG1009:Math.Log((Math.Exp(x) + Math.Exp(-x)) / 2)|});", "Use(StableMath.LogCosh(x));")]
    [InlineData("Use({|LG1009:Math.Log(0.5 * (Math.Exp(x) + Math.Exp(-x)))|});", "Use(StableMath.LogCosh(x));")]
    [InlineData("Use(xs.Sum(v => {|LG1009:Math.Log(Math.Cosh(v))|}));", "Use(xs.Sum(v => StableMath.LogCosh(v)));")]
    public Task Every_spelling_is_flagged_and_fixed(string before, string after) => Net.Cures(RuleIds.LogOfCosh).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1009:torch.log((x.exp() + (-x).exp()) / 2)|}.mean();")]
    public Task Tensors_are_flagged(string statements) => Torch.Cures(RuleIds.LogOfCosh).OffersNoFix(TorchBody(statements));

    [Fact]
    public Task What_has_changed_is_not_fixed() => Net.Cures(RuleIds.LogOfCosh).OffersNoFix(Body("var c = Math.Cosh(x); x = 3; Use({|LG1009:Math.Log(c)|});"));

    [Theory]
    [InlineData("Use(Math.Log(Math.Cosh(Math.Tanh(x))));")]
    [InlineData("if (Math.Abs(x) < 20) Use(Math.Log(Math.Cosh(x)));")]
    [InlineData("Use(Math.Log(Math.Cosh(2)));")]
    [InlineData("Use(Math.Log(Math.Cos(x)));")]
    [InlineData("Use(Math.Log(1 + Math.Cosh(x)));")]
    [InlineData("Use(Math.Cosh(Math.Log(x)));")]
    [InlineData("Use(StableMath.LogCosh(x));")]
    public Task What_is_bounded_or_something_else_is_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double P => {|LG1009:Math.Log(Math.Cosh(Q))|}; double Q { get { return Math.Log(Math.Cosh(); } } }");
}
