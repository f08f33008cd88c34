using System.Threading.Tasks;
using LossGen.CodeFixes;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class NaiveSoftplusTests
{
    [Fact]
    public Task Log_of_one_plus_exp_is_flagged_and_fixed() => Net.With<NaiveSoftplusCodeFix>().Fixes(
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
}
