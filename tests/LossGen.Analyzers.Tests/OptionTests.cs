using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

/// <summary>What a project decides in its .editorconfig.</summary>
public class OptionTests
{
    private static readonly CodeTest MathNet = Net with { Options = "lossgen_helper = mathnet", References = Net.References.Add(References.Named("MathNet.Numerics")) };
    private static readonly CodeTest None = Net with { Options = "lossgen_helper = none" };

    [Fact]
    public Task MathNet_helps_where_it_is_as_good() => MathNet.Cures(RuleIds.ExpMinusOne).Fixes(
        Body("Use({|LG1011:Math.Exp(x) - 1|});"), Body("Use(MathNet.Numerics.SpecialFunctions.Expm1(x));").Replace("using LossGen.Numerics;", "using LossGen.Numerics;\nusing MathNet.Numerics;", System.StringComparison.Ordinal).Replace("MathNet.Numerics.SpecialFunctions", "SpecialFunctions", System.StringComparison.Ordinal));

    [Fact]
    public Task MathNet_does_not_help_where_it_has_nothing() => MathNet.Cures(RuleIds.NaiveSoftplus).OffersNoFix(Body("Use({|LG1004:Math.Log(1 + Math.Exp(x))|});"));

    [Fact]
    public Task Without_a_helper_there_is_no_call_to_offer() => None.Cures(RuleIds.NaiveSoftplus).OffersNoFix(Body("Use({|LG1004:Math.Log(1 + Math.Exp(x))|});"));

    [Fact]
    public Task Without_a_helper_Math_itself_is_offered_still() => None.Cures(RuleIds.TanhAsQuotient).Fixes(
        Body("Use({|LG1008:(Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x))|});"), Body("Use(Math.Tanh(x));"));

    [Theory]
    [InlineData("", "StableMath.Softplus")]
    [InlineData("lossgen_helper = lossgen", "StableMath.Softplus")]
    [InlineData("lossgen_helper = none", "call a stable Softplus instead")]
    [InlineData("lossgen_helper = mathnet", "call a stable Softplus instead")]
    [InlineData("lossgen_helper = nonsense", "StableMath.Softplus")]
    public async Task Messages_name_the_helper(string options, string part)
    {
        ImmutableArray<Diagnostic> found = await (Net with { Options = options }).Reports(Body("Use({|LG1004:Math.Log(1 + Math.Exp(x))|});"));
        found.Single().GetMessage(CultureInfo.InvariantCulture).ShouldContain(part);
    }

    [Theory]
    [InlineData("double p = StableMath.Sigmoid(x); Use(Math.Log(p + 1e-8));")]
    [InlineData("Use(ys[k] * Math.Log(x + 1e-8) + (1 - ys[k]) * Math.Log(1 - x + 1e-8));")]
    [InlineData("double m = xs.Max(), s = xs.Sum(v => Math.Exp(v - m)); Use(Math.Log(Math.Max(Math.Exp(xs[k] - m) / s, 1e-12)));")]
    public Task Epsilons_can_be_allowed(string statements) => (Net with { Options = "lossgen_epsilon = allow" }).Reports(Body(statements));

    [Fact]
    public Task What_has_no_epsilon_is_reported_still() => (Net with { Options = "lossgen_epsilon = allow" }).Reports(
        Body("double p = StableMath.Sigmoid(x); Use({|LG1002:Math.Log(p)|});"));

    [Theory]
    [InlineData("double p = StableMath.Sigmoid(x); Use(Math.Tanh(p));", "tanh(sigmoid(x)); from 0 to 0.761594; known as Tanh")]
    [InlineData("double p = StableMath.Sigmoid(x); Use(Math.Tanh(p));", "sigmoid(x); kind: Probabilities; from 0 to 1; Gradual; known as Sigmoid")]
    public async Task An_expression_is_explained(string statements, string text) => (await (Net with { Options = "lossgen_explain = true" }).Found(Body(statements)))
        .Where(found => found.Id == RuleIds.Explanation).Select(found => found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ShouldContain(text);

    [Fact]
    public Task Nothing_is_explained_unless_asked_for() => Net.Reports(Body("double p = StableMath.Sigmoid(x); Use(Math.Tanh(p));"));
}
