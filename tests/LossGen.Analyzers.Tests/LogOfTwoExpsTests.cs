using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfTwoExpsTests
{
    [Theory]
    [InlineData("Use({|LG1006:Math.Log(Math.Exp(x) + Math.Exp(xs[k]))|});", "Use(StableMath.LogAddExp(x, xs[k]));")]
    [InlineData("Use({|LG1006:MathF.Log(MathF.Exp(f) + MathF.Exp(fs[0]))|});", "Use(StableMath.LogAddExp(f, fs[0]));")]
    [InlineData("Use({|LG1006:Math.Log(Math.Exp(f) + Math.Exp(fs[0]))|});", "Use(StableMath.LogAddExp((double)f, fs[0]));")]
    [InlineData("Use({|LG1006:MathF.Log((float)(Math.Exp(x) + Math.Exp(f)))|});", "Use((float)StableMath.LogAddExp(x, f));")]
    [InlineData("Use({|LG1006:Math.Log(Math.Exp(x) - Math.Exp(xs[k]))|});", "Use(StableMath.LogSubExp(x, xs[k]));")]
    [InlineData("Use({|LG1006:Math.Log(Math.Exp(x) - 1)|});", "Use(StableMath.LogSubExp(x, 0));")]
    [InlineData("Use({|LG1006:MathF.Log(MathF.Exp(f) - 1f)|});", "Use(StableMath.LogSubExp(f, 0));")]
    [InlineData("var a = Math.Exp(x); Use(/* a */ {|LG1006:Math.Log(a + Math.Exp(n))|}); // b", "var a = Math.Exp(x); Use(/* a */ StableMath.LogAddExp(x, n)); // b")]
    [InlineData("Func<double, double> g = v => {|LG1006:Math.Log(Math.Exp(v) + Math.Exp(-v))|};", "Func<double, double> g = v => StableMath.LogAddExp(v, -v);")]
    public Task Every_spelling_is_flagged_and_fixed(string before, string after) => (Net with { Ids = ["LG1006"] }).Cures(RuleIds.LogOfTwoExps).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1006:torch.log(torch.exp(x) + torch.exp(y))|};", "return logaddexp(x, y);")]
    [InlineData("return {|LG1006:(x.exp() + (y * 2).exp()).log()|}.mean();", "return logaddexp(x, y * 2).mean();")]
    public Task Of_tensors_it_becomes_logaddexp(string before, string after) => Torch.Cures(RuleIds.LogOfTwoExps).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var a = Math.Exp(x); x = 3; Use({|LG1006:Math.Log(a + Math.Exp(f))|});")]
    [InlineData("Use({|LG1006:Math.Log(StableMath.Expm1(x))|});")]
    public Task What_would_mean_something_else_is_not_fixed(string statements) => Net.Cures(RuleIds.LogOfTwoExps).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("double m = Math.Max(x, f); Use(m + Math.Log(Math.Exp(x - m) + Math.Exp(f - m)));")]
    [InlineData("Use(Math.Log(Math.Exp(-x * x) + Math.Exp(-f * f)));")]
    [InlineData("if (x < 50 && xs[0] < 50) Use(Math.Log(Math.Exp(x) + Math.Exp(xs[0])));")]
    [InlineData("Use(x > 20 ? x : Math.Log(Math.Exp(x) - 1));")]
    [InlineData("Use(Math.Log(Math.Exp(1) + Math.Exp(2)));")]
    [InlineData("Use(StableMath.LogAddExp(x, f));")]
    [InlineData("Use(Math.Log(Math.Exp(x) * Math.Exp(f)));")]
    [InlineData("Use(Math.Log(x) + Math.Exp(x) + Math.Exp(f));")]
    [InlineData("Use(Math.Log(Math.Sin(x) + Math.Exp(f)));")]
    public Task What_is_shifted_bounded_or_something_else_is_not(string statements) => (Net with { Ids = ["LG1006"] }).Reports(Body(statements));

    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true, Ids = ["LG1006"] }).Reports(
        "using System; class D { double A; double P => {|LG1006:Math.Log(Math.Exp(A) + Math.Exp(Q))|}; double Q { get { return Math.Log(Math.Exp(A) + Math.Exp(); } } }");
}
