using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.Numerics;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests;

/// <summary>Runs code before and after a fix, with the real StableMath: the same where the first was right, the truth where it was not.</summary>
public class FixedCodeTests
{
    private static readonly CodeTest Net = new(new LossAnalyzer())
    {
        References = References.Framework.Add(References.Named("System.Numerics.Tensors")).Add(References.Of(typeof(StableMath))),
    };

    [Theory]
    [InlineData(RuleIds.NaiveSoftplus, "Math.Log(1 + Math.Exp(x))", 800, 800)]
    [InlineData(RuleIds.NaiveSoftplus, "Math.Log(Math.Exp(-x * 2) + 1)", -400, 800)]
    [InlineData(RuleIds.NaiveSoftplus, "double.LogP1(Math.Exp(x))", 800, 800)]
    [InlineData(RuleIds.LogOfSigmoid, "Math.Log(1 / (1 + Math.Exp(-x)))", -800, -800)]
    [InlineData(RuleIds.LogOfSigmoid, "Math.Log(1 - 1 / (1 + Math.Exp(-x)))", 800, -800)]
    [InlineData(RuleIds.LogOfSigmoid, "Math.Log(1 / (1 + Math.Exp(x)))", 800, -800)]
    [InlineData(RuleIds.NaiveLogP1, "double.LogP1(x)", 1e-17, 1e-17)]
    [InlineData(RuleIds.NaiveLogP1, "double.ExpM1(x)", 1e-17, 1e-17)]
    [InlineData(RuleIds.LogOneMinusExp, "Math.Log(1 - Math.Exp(-x))", 1e-20, -46.051701859880914)]
    [InlineData(RuleIds.LogOneMinusExp, "Math.Log(1 - Math.Exp(-x))", 40, -4.248354255291589e-18)]
    [InlineData(RuleIds.LogOfTwoExps, "Math.Log(Math.Exp(x) + Math.Exp(2 * x))", 800, 1600)]
    [InlineData(RuleIds.LogOfTwoExps, "Math.Log(Math.Exp(x + 1) - Math.Exp(x))", 800, 800.5413248546129)]
    [InlineData(RuleIds.LogOfTwoExps, "Math.Log(Math.Exp(x) - 1)", 800, 800)]
    [InlineData(RuleIds.LogOfOnePlus, "((Func<double, double>)(rate => Math.Log(1 + rate)))(x)", 1e-17, 1e-17)]
    [InlineData(RuleIds.ExpAndLogCancel, "Math.Log(Math.Exp(x))", 800, 800)]
    [InlineData(RuleIds.PowerOfE, "Math.Pow(Math.E, x)", 10, 22026.465794806718)]
    [InlineData(RuleIds.OneMinusSigmoid, "((Func<double, double>)(v => 1 - LossGen.Numerics.StableMath.Sigmoid(v)))(x)", 40, 4.248354255291589E-18)]
    [InlineData(RuleIds.SigmoidAsQuotient, "Math.Exp(x) / (1 + Math.Exp(x))", 800, 1)]
    [InlineData(RuleIds.TanhAsQuotient, "(Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x))", 800, 1)]
    [InlineData(RuleIds.TanhAsQuotient, "(Math.Exp(2 * x) - 1) / (Math.Exp(2 * x) + 1)", 400, 1)]
    [InlineData(RuleIds.TanhAsQuotient, "(1 - Math.Exp(-2 * x)) / (1 + Math.Exp(-2 * x))", -400, -1)]
    [InlineData(RuleIds.ExpMinusOne, "Math.Exp(x) - 1", 1e-20, 1e-20)]
    [InlineData(RuleIds.LogOfCosh, "Math.Log(Math.Cosh(x))", 800, 799.3068528194401)]
    [InlineData(RuleIds.DifferenceOfLogs, "Math.Log(x + 1) - Math.Log(x)", 1e15, 9.999999999999995e-16)]
    [InlineData(RuleIds.DifferenceOfRoots, "Math.Sqrt(x + 1) - Math.Sqrt(x)", 1e15, 1.5811388300841893e-8)]
    [InlineData(RuleIds.LogOfProduct, "Math.Log(Math.Pow(x, x))", 1000, 6907.755278982137)]
    [InlineData(RuleIds.LogOfProbability, "Loss(new[] { x, 1 / x }, new[] { 1, 0.0 })", 4e-320, 735.440946529854)]
    [InlineData(RuleIds.SoftmaxWithWrongShift, "FromZero(new[] { -x, 1 - x })", 1000, 0.2689414213699951)]
    [InlineData(RuleIds.EpsilonInSoftmax, "Guarded(new[] { x, x + 1 })", 1000, 0.2689414213699951)]
    [InlineData(RuleIds.EpsilonBehindClip, "Math.Log(Math.Max(x, 1e-300) + 1e-300)", 0, -690.7755278982137)]
    [InlineData(RuleIds.SoftmaxWithoutShift, "Q(new[] { x, x + 1 })", 1000, 0.2689414213699951)]
    [InlineData(RuleIds.SoftmaxWithoutShift, "Queried(new[] { x, x + 1 })", 1000, 0.2689414213699951)]
    [InlineData(RuleIds.SoftmaxWithoutShift, "Looped(new[] { x, x + 1 })", -1000, 0.2689414213699951)]
    [InlineData(RuleIds.LogOfSoftmax, "LogOwn(new[] { x, 3 * x })", 800, -1600)]
    [InlineData(RuleIds.LogSumExpWithoutShift, "Math.Log(new[] { x, x + 1 }.Sum(v => Math.Exp(v)))", 0.5, double.NaN)]
    [InlineData(RuleIds.LogSumExpWithoutShift, "Log(new[] { x, x + 1 })", 1000, 1001.3132616875182)]
    [InlineData(RuleIds.LogOfSoftmax, "LogP(new[] { x, x + 1 })", -1, -1.3132616875182228)]
    [InlineData(RuleIds.TensorPrimitivesSoftMax, "P(new[] { x, x + 1 })", 1000, 0.2689414213699951)]
    public async Task A_fix_keeps_what_was_right_and_repairs_the_rest(string id, string expression, double extreme, double truth)
    {
        string source = $$"""
            using System;
            using System.Linq;
            using System.Numerics.Tensors;

            public static class Code
            {
                public static double F(double x) => {{expression}};

                static double Queried(double[] xs)
                {
                    var e = xs.Select(v => Math.Exp(v));
                    double sum = e.Sum();
                    return e.Select(v => v / sum).ToArray()[0];
                }

                static double Looped(double[] xs)
                {
                    double sum = 0, first = 0;
                    for (int i = 0; i < xs.Length; i++) sum += Math.Exp(xs[i]);
                    foreach (double v in xs) if (v == xs[0]) first = Math.Exp(v) / sum;
                    return first;
                }

                static double[] Own(double[] xs)
                {
                    double max = xs.Max();
                    double[] e = Array.ConvertAll(xs, v => Math.Exp(v - max));
                    double sum = e.Sum();
                    return Array.ConvertAll(e, v => v / sum);
                }

                static double LogOwn(double[] xs)
                {
                    double[] p = Own(xs);
                    return Math.Log(p[0]);
                }

                static double Loss(double[] predictions, double[] targets)
                {
                    double loss = 0;
                    for (int i = 0; i < targets.Length; i++) loss -= targets[i] * Math.Log(predictions[i]);
                    return loss;
                }

                static double FromZero(double[] xs)
                {
                    double max = 0, sum = 0;
                    foreach (double v in xs) max = Math.Max(max, v);
                    foreach (double v in xs) sum += Math.Exp(v - max);
                    return xs.Select(v => Math.Exp(v - max) / sum).First();
                }

                static double Guarded(double[] xs)
                {
                    double max = xs.Max();
                    double sum = xs.Sum(v => Math.Exp(v - max));
                    return xs.Select(v => Math.Exp(v - max) / (sum + 1e-14)).First();
                }

                static double Log(double[] xs)
                {
                    double sum = 0;
                    foreach (var v in xs) sum += Math.Exp(v);
                    return Math.Log(sum);
                }

                static double LogP(double[] xs)
                {
                    var p = new double[xs.Length];
                    TensorPrimitives.SoftMax<double>(xs, p);
                    return Math.Log(p[0]);
                }

                static double Q(double[] xs)
                {
                    var p = new double[xs.Length];
                    double sum = 0;
                    for (int i = 0; i < xs.Length; i++)
                    {
                        p[i] = Math.Exp(xs[i]);
                        sum += p[i];
                    }

                    for (int i = 0; i < p.Length; i++)
                    {
                        p[i] /= sum;
                    }

                    return p[0];
                }

                static double P(double[] xs)
                {
                    var p = new double[xs.Length];
                    TensorPrimitives.SoftMax<double>(xs, p);
                    return p[0];
                }
            }
            """;
        CodeTest test = Net with { Fix = new CureCodeFix(), FixedIds = [id], MayBeBroken = false };
        string repaired = await test.Fixed(source);
        Func<double, double> before = Run(source);
        Func<double, double> after = Run(repaired);
        foreach (double x in new[] { 0.25, 1, 2.5, 5 })
        {
            after(x).ShouldBe(before(x), 1e-13 * Math.Max(1, Math.Abs(before(x))), repaired);
        }

        if (!double.IsNaN(truth))
        {
            after(extreme).ShouldBe(truth, 1e-14 * Math.Abs(truth), repaired);
        }
    }

    private static Func<double, double> Run(string source)
    {
        var compilation = CSharpCompilation.Create("Run" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source)], Net.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(source);
        stream.Position = 0;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(stream);
        return assembly.GetType("Code")!.GetMethod("F")!.CreateDelegate<Func<double, double>>();
    }
}
