using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class ExpMinusOneTests
{
    [Theory]
    [InlineData("Use({|LG1011:Math.Exp(x) - 1|});", "Use(StableMath.Expm1(x));")]
    [InlineData("Use({|LG1011:-1 + Math.Exp(x)|});", "Use(StableMath.Expm1(x));")]
    [InlineData("Use({|LG1011:MathF.Exp(f) - 1f|});", "Use(StableMath.Expm1(f));")]
    [InlineData("Use(({|LG1011:Math.Exp(x) - 1|}) / x); // slope", "Use(StableMath.Expm1(x) / x); // slope")]
    [InlineData("Use(x > n ? x : 1.67 * ({|LG1011:Math.Exp(x) - 1|}));", "Use(x > n ? x : 1.67 * StableMath.Expm1(x));")]
    [InlineData("var e = Math.Exp(x); Use(/* a */ {|LG1011:e - 1|});", "var e = Math.Exp(x); Use(/* a */ StableMath.Expm1(x));")]
    [InlineData("Func<double, double> g = v => {|LG1011:Math.Exp(v) - 1|};", "Func<double, double> g = v => StableMath.Expm1(v);")]
    public Task Every_spelling_is_hinted_at_and_fixed(string before, string after) => Net.Cures(RuleIds.ExpMinusOne).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1011:x.exp() - 1|};", "return x.expm1();")]
    [InlineData("return y * ({|LG1011:torch.exp(x) - 1|});", "return y * x.expm1();")]
    public Task Of_a_tensor_it_becomes_expm1(string before, string after) => Torch.Cures(RuleIds.ExpMinusOne).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var e = Math.Exp(x); x = 3; Use({|LG1011:e - 1|});")]
    [InlineData("Use({|LG1011:Half.Exp((Half)x) - Half.One|});")]
    public Task What_would_mean_something_else_is_not_fixed(string statements) => Net.Cures(RuleIds.ExpMinusOne).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(1 - Math.Exp(-x));")]
    [InlineData("Use(Math.Exp(x) - 2);")]
    [InlineData("Use(Math.Exp(x - 1));")]
    [InlineData("Use(Math.Exp(2) - 1);")]
    [InlineData("Use(Math.Exp(k * Math.Log(x)) - 1);")]
    [InlineData("Use(Math.Pow(x, 2) - 1);")]
    [InlineData("Use((int)Math.Exp(x) - 1);")]
    [InlineData("Use(StableMath.Expm1(x));")]
    public Task Other_differences_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double x; double P => {|LG1011:Math.Exp(x) - 1|}; double Q { get { return Math.Exp(x) - ; } } }");
}
