using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class SigmoidAsQuotientTests
{
    [Theory]
    [InlineData("Use({|LG1007:Math.Exp(x) / (1 + Math.Exp(x))|});", "Use(StableMath.Sigmoid(x));")]
    [InlineData("Use({|LG1007:MathF.Exp(f) / (MathF.Exp(f) + 1f)|});", "Use(StableMath.Sigmoid(f));")]
    [InlineData("var e = Math.Exp(x); Use({|LG1007:e / (1.0 + e)|});", "var e = Math.Exp(x); Use(StableMath.Sigmoid(x));")]
    [InlineData("Use(/* a */ {|LG1007:Math.Exp(x - xs[k]) / (1 + Math.Exp(x - xs[k]))|}); // b", "Use(/* a */ StableMath.Sigmoid(x - xs[k])); // b")]
    [InlineData("Func<double, double> g = v => {|LG1007:Math.Exp(v) / (1 + Math.Exp(v))|};", "Func<double, double> g = v => StableMath.Sigmoid(v);")]
    public Task Every_spelling_is_flagged_and_fixed(string before, string after) => Net.Cures(RuleIds.SigmoidAsQuotient).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1007:x.exp() / (1 + x.exp())|};", "return x.sigmoid();")]
    [InlineData("var e = torch.exp(x + y); return {|LG1007:e / (e + 1)|};", null)]
    public Task Tensors_are_flagged_and_fixed(string before, string? after) => after is null
        ? Torch.Cures(RuleIds.SigmoidAsQuotient).OffersNoFix(TorchBody(before))
        : Torch.Cures(RuleIds.SigmoidAsQuotient).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var e = Math.Exp(x); x = 3; Use({|LG1007:e / (1 + e)|});")]
    [InlineData("var e = Math.Exp(-x); var s = e + 1; Use({|LG1007:e / s|});")]
    public Task What_would_mean_something_else_is_not_fixed(string statements) => Net.Cures(RuleIds.SigmoidAsQuotient).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("var e = Math.Exp(x); var s = 1 + e; var square = s * s; Use({|LG1007:e / square|});")]
    [InlineData("var e = Math.Exp(-x); Use({|LG1007:e / ((1 + e) * (1 + e))|});")]
    [InlineData("f = {|LG1007:MathF.Exp(f) / MathF.Pow(1 + MathF.Exp(f), 2)|};")]
    public Task Its_derivative_is_flagged(string statements) => Net.Cures(RuleIds.SigmoidAsQuotient).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(1 / (1 + Math.Exp(-x)));")]
    [InlineData("if (x >= 0) { Use(1 / (1 + Math.Exp(-x))); } else { var e = Math.Exp(x); Use(e / (1 + e)); }")]
    [InlineData("Use(x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)));")]
    [InlineData("var e = Math.Exp(-Math.Abs(x)); Use(e / (1 + e));")]
    [InlineData("Use(Math.Exp(x) / (1 + Math.Exp(f)));")]
    [InlineData("Use({|LG1022:Math.Exp(x) / (2 + Math.Exp(x))|});")]
    [InlineData("var e = Math.Exp(-x); Use({|LG1022:e / ((1 + e) * (2 + e))|});")]
    [InlineData("var e = Math.Exp(-Math.Abs(x)); Use(e / ((1 + e) * (1 + e)));")]
    [InlineData("if (x < 20) { var e = Math.Exp(x); var s = 1 + e; Use(e / (s * s)); }")]
    [InlineData("Use(1 / ((1 + Math.Exp(-x)) * (1 + Math.Exp(-x))));")]
    [InlineData("var e = Math.Exp(x); var t = Math.Exp(-x); Use(4 / ((e + t) * (e + t)));")]
    [InlineData("Use(x / (1 + x));")]
    public Task Other_quotients_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double A; double P => {|LG1007:Math.Exp(A) / (1 + Math.Exp(A))|}; double Q { get { return Math.Exp(A) / (1 + ; } } }");
}
