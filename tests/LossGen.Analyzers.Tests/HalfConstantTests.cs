using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class HalfConstantTests
{
    [Theory]
    [InlineData("Half h = {|LG1203:(Half)1e-8|}; Use(Half.Log((Half)x + h));")]
    [InlineData("Half h = {|LG1203:(Half)(-1e9)|}; Use(Half.Exp(h));")]
    [InlineData("Use(Half.Log((Half)x + {|LG1203:(Half)1e-12f|}));")]
    [InlineData("Half p = default; Half safe = p + {|LG1203:(Half)1e-8|};")]
    public Task It_is_reported(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("Half h = {|LG1203:(Half)(-1e9)|}; Use(Half.Exp(h));", "Half h = Half.NegativeInfinity; Use(Half.Exp(h));")]
    [InlineData("Use(Half.Exp({|LG1203:(Half)1e10f|}));", "Use(Half.Exp(Half.PositiveInfinity));")]
    public Task It_is_fixed(string before, string after) => Net.Cures(RuleIds.HalfConstant).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("Half h = {|LG1203:(Half)1e-8|}; Use(Half.Log((Half)x + h));")]
    public Task Without_a_fix(string statements) => Net.Cures(RuleIds.HalfConstant).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Half h = (Half)1e-3; Use(Half.Log(h));")]
    [InlineData("Use(Half.Log((Half)x + (Half)6e-8));")]
    [InlineData("Half h = (Half)(-65000); Use(Half.Exp(h));")]
    [InlineData("Use(Half.Log(Half.NegativeInfinity));")]
    [InlineData("Use(Half.Log((Half)0));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Body("Half h = (Half)1e-; Use(Half.Log(h"));

    [Fact]
    public Task It_is_seen_in_a_property_and_a_lambda() => Net.Reports(Class("Half x; Half P => Half.Log(x + {|LG1203:(Half)1e-8|}); Func<Half, Half> F => v => Half.Log(v + {|LG1203:(Half)1e-8|});"));
}
