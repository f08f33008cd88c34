using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NaiveSoftplusTests
{
    [Fact]
    public Task Log_of_one_plus_exp_is_flagged_and_fixed() => Net.Cures(RuleIds.NaiveSoftplus).Fixes(
        Body("Use({|LG1004:Math.Log(1 + Math.Exp(x))|});"),
        Body("Use(StableMath.Softplus(x));"));

    [Theory]
    [InlineData("Use({|LG1004:Math.Log(Math.Exp(x) + 1.0)|});")]
    [InlineData("Use({|LG1004:MathF.Log(1f + MathF.Exp(f))|});")]
    [InlineData("var e = Math.Exp(x); var s = 1 + e; Use({|LG1004:Math.Log(s)|});")]
    [InlineData("for (int i = 0; i < n; i++) { ys[i] = {|LG1004:Math.Log(1 + Math.Exp(-ys[i] * xs[i]))|}; }")]
    public Task Every_spelling_is_flagged(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Use(x > 20 ? x : Math.Log(1 + Math.Exp(x)));")]
    [InlineData("if (x > 30) { Use(x); return; } Use(Math.Log(1 + Math.Exp(x)));")]
    [InlineData("Use(Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))));")]
    [InlineData("Use(Math.Log(1 + Math.Exp(Math.Min(x, 30))));")]
    [InlineData("Use(Math.Log(2 + Math.Exp(x)));")]
    [InlineData("for (int i = 0; i < n; i++) { if (xs[i] > 20) { ys[i] = xs[i]; continue; } ys[i] = Math.Log(1 + Math.Exp(xs[i])); }")]
    public Task A_guarded_softplus_is_not(string statements) => Net.Reports(Body(statements));


    [Theory]
    [InlineData("return {|LG1004:torch.log(1 + torch.exp(x))|};", "return logaddexp(x, zeros_like(x));")]
    [InlineData("return {|LG1004:(x.exp() + 1).log()|}.mean();", "return logaddexp(x, zeros_like(x)).mean();")]
    [InlineData("return {|LG1004:torch.log1p(torch.exp(x))|};", "return logaddexp(x, zeros_like(x));")]
    public Task Of_a_tensor_it_becomes_logaddexp(string before, string after) =>
        Torch.Cures(RuleIds.NaiveSoftplus).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("return {|LG1004:torch.log(1 + torch.exp(fc.forward(x)))|};")]
    [InlineData("return {|LG1004:torch.log(1 + torch.exp(-x))|};")]
    public Task A_tensor_that_is_no_plain_name_would_be_computed_twice(string statements) =>
        Torch.Cures(RuleIds.NaiveSoftplus).OffersNoFix(TorchBody(statements));

    [Theory]
    [InlineData("Use({|LG1004:double.LogP1(Math.Exp(x))|});", "Use(StableMath.Softplus(x));")]
    [InlineData("var e = Math.Exp(x); var s = 1 + e; Use(s); Use({|LG1004:Math.Log(s)|});", "var e = Math.Exp(x); var s = 1 + e; Use(s); Use(StableMath.Softplus(x));")]
    [InlineData("Use({|LG1004:MathF.Log(1f + (float)Math.Exp(x))|});", "Use((float)StableMath.Softplus(x));")]
    [InlineData("Use({|LG1004:Math.Log(1 + MathF.Exp(f))|});", "Use(StableMath.Softplus((double)f));")]
    [InlineData("Use(-{|LG1004:Math.Log(1 + Math.Exp(-ys[k] * xs[k]))|});", "Use(-StableMath.Softplus(-ys[k] * xs[k]));")]
    [InlineData("Use(/* a */ {|LG1004:Math.Log( // b\n    1 + Math.Exp(x))|} /* c */);", "// b\nUse(/* a */ StableMath.Softplus(x) /* c */);")]
    [InlineData("Func<double, double> g = v => {|LG1004:Math.Log(1 + Math.Exp(v))|};", "Func<double, double> g = v => StableMath.Softplus(v);")]
    public Task The_fix_keeps_types_and_trivia(string before, string after) => Net.Cures(RuleIds.NaiveSoftplus).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("var e = Math.Exp(x); x = 3; Use({|LG1004:Math.Log(1 + e)|});")]
    [InlineData("var e = Math.Exp(Next()); Use({|LG1004:Math.Log(1 + e)|}); static double Next() => Environment.TickCount;")]
    [InlineData("Use({|LG1004:Half.Log(Half.One + Half.Exp((Half)x))|});")]
    [InlineData("var e = xs.Select(v => Math.Exp(v)).ToArray(); foreach (var q in e) Use({|LG1004:Math.Log(1 + q)|});")]
    public Task What_would_mean_something_else_is_not_fixed(string statements) => Net.Cures(RuleIds.NaiveSoftplus).OffersNoFix(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { double P => {|LG1004:Math.Log(1 + Math.Exp(Q))|}; double Q { get { return Math.Log(1 + Math.Exp(); } } }");
}
