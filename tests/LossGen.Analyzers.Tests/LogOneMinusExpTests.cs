using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOneMinusExpTests
{
    [Theory]
    [InlineData("Use({|LG1005:Math.Log(1 - Math.Exp(x))|});", "Use(StableMath.Log1mExp(x));")]
    [InlineData("Use({|LG1005:Math.Log(1.0 - Math.Exp(-xs[k] * 2))|});", "Use(StableMath.Log1mExp(-xs[k] * 2));")]
    [InlineData("Use({|LG1005:MathF.Log(1f - MathF.Exp(f))|});", "Use(StableMath.Log1mExp(f));")]
    [InlineData("Use({|LG1005:MathF.Log(1f - (float)Math.Exp(x))|});", "Use((float)StableMath.Log1mExp(x));")]
    [InlineData("var e = Math.Exp(x); var d = 1 - e; Use({|LG1005:Math.Log(d)|});", "var e = Math.Exp(x); var d = 1 - e; Use(StableMath.Log1mExp(x));")]
    [InlineData("Use({|LG1005:Math.Log(-StableMath.Expm1(x))|});", "Use(StableMath.Log1mExp(x));")]
    [InlineData("Use({|LG1005:StableMath.Log1p(-Math.Exp(x))|});", "Use(StableMath.Log1mExp(x));")]
    [InlineData("Use({|LG1005:Math.Log(-Math.Exp(x) + 1)|});", "Use(StableMath.Log1mExp(x));")]
    [InlineData("Use(/* a */ {|LG1005:Math.Log(1 - Math.Exp(x))|} /* b */); // c", "Use(/* a */ StableMath.Log1mExp(x) /* b */); // c")]
    [InlineData("Func<double, double> g = v => {|LG1005:Math.Log(1 - Math.Exp(v))|};", "Func<double, double> g = v => StableMath.Log1mExp(v);")]
    public Task Every_spelling_is_flagged_and_fixed(string before, string after) =>
        (Net with { Ids = ["LG1005"] }).Cures(RuleIds.LogOneMinusExp).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("var e = Math.Exp(x); x = 3; Use({|LG1005:Math.Log(1 - e)|});")]
    [InlineData("var e = Math.Exp(Next()); Use({|LG1005:Math.Log(1 - e)|}); static double Next() => -Environment.TickCount;")]
    [InlineData("Use({|LG1005:Half.Log(Half.One - Half.Exp((Half)x))|});")]
    public Task What_would_mean_something_else_is_not_fixed(string statements) => Net.Cures(RuleIds.LogOneMinusExp).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("return {|LG1005:torch.log(1 - torch.exp(x))|};")]
    [InlineData("var e = x.exp(); return {|LG1005:(1 - e).log()|};")]
    public Task Of_tensors_it_is_flagged(string statements) => Torch.Cures(RuleIds.LogOneMinusExp).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("return torch.where(x.gt(-0.693), torch.log(-torch.expm1(x)), torch.log1p(-torch.exp(x)));")]
    [InlineData("return torch.log(1 - (x * x) + 1e-6);")]
    public Task Halves_for_where_and_others_are_not(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("Use(x > -0.693 ? Math.Log(-StableMath.Expm1(x)) : StableMath.Log1p(-Math.Exp(x)));")]
    [InlineData("if (x < -0.7) Use(Math.Log(1 - Math.Exp(x)));")]
    [InlineData("if (x > 1) Use(Math.Log(1 - Math.Exp(-x)));")]
    [InlineData("Use(StableMath.Log1mExp(x));")]
    [InlineData("Use(-k / Math.Log(1 - Math.Exp(Math.Log(x) / n)));")]
    [InlineData("Use(Math.Log(1 - Math.Exp(-2)));")]
    [InlineData("Use(Math.Log(2 - Math.Exp(x)));")]
    [InlineData("Use(1 - Math.Exp(-x));")]
    [InlineData("Use(Math.Log(x - Math.Exp(x)));")]
    [InlineData("Use(-Math.Log(-Math.Log(x)));")]
    public Task What_is_guarded_or_something_else_is_not(string statements) => (Net with { Ids = ["LG1005"] }).Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double P => {|LG1005:Math.Log(1 - Math.Exp(Q))|}; double Q { get { return Math.Log(1 - Math.Exp(); } } }");
}
