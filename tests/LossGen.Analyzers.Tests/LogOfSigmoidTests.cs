using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class LogOfSigmoidTests
{
    [Theory]
    [InlineData("Use({|LG1002:Math.Log(1 / (1 + Math.Exp(-x)))|});", "Use(StableMath.LogSigmoid(x));")]
    [InlineData("Use({|LG1002:Math.Log(1 / (1 + Math.Exp(x)))|});", "Use(StableMath.LogSigmoid(-x));")]
    [InlineData("Use(-{|LG1002:Math.Log(1 - 1 / (1 + Math.Exp(-x)))|});", "Use(-StableMath.LogSigmoid(-x));")]
    [InlineData("double p = 1.0 / (1.0 + Math.Exp(-x)); Use({|LG1002:Math.Log(p)|} + {|LG1002:Math.Log(1 - p)|});", "double p = 1.0 / (1.0 + Math.Exp(-x)); Use(StableMath.LogSigmoid(x) + StableMath.LogSigmoid(-x));")]
    [InlineData("Use({|LG1002:MathF.Log(1f / (1f + MathF.Exp(-(f + 1))))|});", "Use(StableMath.LogSigmoid(f + 1));")]
    [InlineData("Use({|LG1002:MathF.Log((float)(1 / (1 + Math.Exp(-x))))|});", "Use((float)StableMath.LogSigmoid(x));")]
    [InlineData("Use({|LG1002:Math.Log(1 / (1 + Math.Exp(-f)))|});", "Use(StableMath.LogSigmoid((double)f));")]
    [InlineData("Use({|LG1002:Math.Log(1 / (1 + Math.Exp(-k)))|});", "Use(StableMath.LogSigmoid((double)k));")]
    [InlineData("Use({|LG1002:Math.Log(StableMath.Sigmoid(x))|});", "Use(StableMath.LogSigmoid(x));")]
    public Task Of_a_number_is_flagged_and_fixed(string before, string after) =>
        Net.Cures(RuleIds.LogOfSigmoid).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("return {|LG1002:torch.log(torch.sigmoid(x))|};", "return F.logsigmoid(x);")]
    [InlineData("return {|LG1002:torch.log(1 - torch.sigmoid(x))|};", "return F.logsigmoid(-x);")]
    [InlineData("return {|LG1002:x.sigmoid().log()|};", "return x.log_sigmoid();")]
    [InlineData("return {|LG1002:(1 - (x + y).sigmoid()).log()|};", "return (-(x + y)).log_sigmoid();")]
    [InlineData("return y * {|LG1002:torch.log(F.sigmoid(x))|};", "return y * F.logsigmoid(x);")]
    public Task Of_a_tensor_is_flagged_and_fixed(string before, string after) =>
        Torch.Cures(RuleIds.LogOfSigmoid).Fixes(TorchBody(before), TorchBody(after));

    [Theory]
    [InlineData("var p = 1 / (1 + Math.Exp(-x)); Use({|LG1002:Math.Log(p + 1e-15)|});")]
    [InlineData("var p = 1 / (1 + Math.Exp(-x)); Use({|LG1002:Math.Log(1 - p + 1e-15)|});")]
    [InlineData("var p = Math.Clamp(1 / (1 + Math.Exp(-x)), 1e-7, 1 - 1e-7); Use({|LG1002:Math.Log(1 - p)|});")]
    [InlineData("TensorPrimitives.Sigmoid(xs, ys); for (int i = 0; i < n; i++) Use({|LG1002:Math.Log(ys[i])|});")]
    [InlineData("TensorPrimitives.Sigmoid(xs, ys); {|LG1002:TensorPrimitives.Log(ys, ys)|};")]
    [InlineData("for (int i = 0; i < n; i++) { double z = xs[i]; ys[i] = 1 / (1 + Math.Exp(-z)); } for (int i = 0; i < n; i++) { Use({|LG1002:Math.Log(1 - ys[i])|}); }")]
    [InlineData("var p = {|LG1007:Math.Exp(xs[k]) / (1 + Math.Exp(xs[k]))|}; Use({|LG1002:Math.Log2(p)|});")]
    public Task With_more_between_it_is_flagged(string statements) => Net.Cures(RuleIds.LogOfSigmoid).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("Use(1 / (1 + Math.Exp(-x)));")]
    [InlineData("Use(Math.Log(x / (1 - x)));")]
    [InlineData("Use(Math.Log(1 - x));")]
    [InlineData("Use(Math.Log(1 - x + 1e-15));")]
    [InlineData("Use(x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)));")]
    [InlineData("var p = 1 / (1 + Math.Exp(-x)); if (p > 1e-300) Use(Math.Log(p));")]
    [InlineData("Use(Math.Log(1 / (1 + Math.Exp(-Math.Clamp(x, -20, 20)))));")]
    [InlineData("Use(Math.Log(2 / (1 + Math.Exp(-x))));")]
    public Task Look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("double p = StableMath.Sigmoid(x), pt = k == 1 ? p : 1 - p; Use(-Math.Pow(1 - pt, 2) * {|LG1002:Math.Log(pt)|});")]
    [InlineData("double p = 1 / (1 + Math.Exp(-x)), y = ys[k], pt = y * p + (1 - y) * (1 - p); Use({|LG1002:Math.Log(pt)|});")]
    [InlineData("double p = 1 / (1 + Math.Exp(-x)); if (k == 0) p = 1 - p; Use({|LG1002:Math.Log(p)|});")]
    [InlineData("Use(-{|LG1002:Math.Log(k > 0 ? StableMath.Sigmoid(x) : 1 - StableMath.Sigmoid(x))|});")]
    [InlineData("double p = Math.Clamp(1 / (1 + Math.Exp(-x)), 1e-9, 1 - 1e-9), pt = k == 1 ? p : 1 - p; Use({|LG1002:Math.Log(pt)|});")]
    [InlineData("double p = 1 / (1 + Math.Exp(-x)), pt = k == 1 ? p : 1 - p; Use({|LG1002:Math.Log(pt + 1e-9)|});")]
    public Task The_probability_of_what_happened_is_flagged(string statements) => Net.Cures(RuleIds.LogOfSigmoid).OffersNoFix(Body(statements));

    [Theory]
    [InlineData("var p = x.sigmoid(); var pt = p * y + (1 - p) * (1 - y); return {|LG1002:pt.log()|};")]
    public Task The_probability_of_what_happened_is_flagged_in_tensors(string statements) => Torch.Reports(TorchBody(statements));

    [Theory]
    [InlineData("double p = StableMath.Sigmoid(Math.Clamp(x, -9, 9)), pt = k == 1 ? p : 1 - p; Use(Math.Log(pt));")]
    [InlineData("double p = StableMath.Sigmoid(x), pt = k == 1 ? p : 1 - p; if (pt > 1e-12) Use(Math.Log(pt));")]
    [InlineData("double p = StableMath.Sigmoid(x), pt = k == 1 ? p : 0.5; Use(Math.Log(pt + 1));")]
    [InlineData("double p = StableMath.Sigmoid(x), y = ys[k]; Use(Math.Log(1 + y * p + (1 - y) * (2 - p)));")]
    [InlineData("double p = StableMath.Sigmoid(x), pt = k == 1 ? p : 1 - p; Use(Math.Pow(1 - pt, 2));")]
    public Task Its_look_alikes_are_not(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task A_users_sigmoid_is_seen_through() => Net.Cures(RuleIds.LogOfSigmoid).Fixes(
        Class("""
            private static double Sigmoid(double z) => 1.0 / (1.0 + Math.Exp(-z));

            public static double Loss(double z, double y) => -(y * {|LG1002:Math.Log(Sigmoid(z))|} + (1 - y) * {|LG1002:Math.Log(1 - Sigmoid(z))|});
            """),
        Class("""
            private static double Sigmoid(double z) => 1.0 / (1.0 + Math.Exp(-z));

            public static double Loss(double z, double y) => -(y * StableMath.LogSigmoid(z) + (1 - y) * StableMath.LogSigmoid(-z));
            """));

    [Fact]
    public Task The_fix_keeps_trivia_and_adds_a_using() => Net.Cures(RuleIds.LogOfSigmoid).Fixes(
        """
        using System;

        class D
        {
            // the loss
            double P => 1 + /* a */ {|LG1002:Math.Log(1 / (1 + Math.Exp(-this.X)))|} /* b */;

            double X { get; }
        }
        """,
        """
        using System;
        using LossGen.Numerics;

        class D
        {
            // the loss
            double P => 1 + /* a */ StableMath.LogSigmoid(this.X) /* b */;

            double X { get; }
        }
        """);

    [Fact]
    public Task Without_StableMath_nothing_is_offered() => (Net with { References = RoslynTesting.References.Framework }).Cures(RuleIds.LogOfSigmoid).OffersNoFix(
        "class D { double M(double x) => {|LG1002:System.Math.Log(1 / (1 + System.Math.Exp(-x)))|}; }");


    [Fact]
    public Task It_is_seen_in_a_lambda_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports(
        "using System; class D { Func<double, double> F = v => {|LG1002:Math.Log(1 / (1 + Math.Exp(-v)))|}; double Q { get { return Math.Log(1 / (1 + Math.Exp(-)); } } }");
}
