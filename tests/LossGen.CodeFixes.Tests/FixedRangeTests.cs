using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.Numerics;
using LossGen.Oracle;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests;

/// <summary>
/// What a fix writes is never further from the truth than what stood there, along the whole number line with its denormals, infinities
/// and NaN, and within 4 ulp where the function allows.
/// </summary>
public class FixedRangeTests
{
    private static readonly CodeTest Net = new(new LossAnalyzer())
    {
        References = References.Framework.Add(References.Of(typeof(StableMath))),
        Enabled = ["LG1018", "LG1021"],
    };

    public static TheoryData<string, string, string> Fixes => new()
    {
        { RuleIds.NaiveSoftplus, "Math.Log(1 + Math.Exp(x))", "softplus" },
        { RuleIds.LogOfSigmoid, "Math.Log(1 / (1 + Math.Exp(-x)))", "logSigmoid" },
        { RuleIds.LogOneMinusExp, "Math.Log(1 - Math.Exp(x))", "log1mexp" },
        { RuleIds.SigmoidAsQuotient, "Math.Exp(x) / (1 + Math.Exp(x))", "sigmoid" },
        { RuleIds.TanhAsQuotient, "(Math.Exp(x) - Math.Exp(-x)) / (Math.Exp(x) + Math.Exp(-x))", "tanh" },
        { RuleIds.TanhAsQuotient, "(Math.Exp(2 * x) - 1) / (Math.Exp(2 * x) + 1)", "tanh" },
        { RuleIds.TanhAsQuotient, "(1 - Math.Exp(-2 * x)) / (1 + Math.Exp(-2 * x))", "tanh" },
        { RuleIds.ExpMinusOne, "Math.Exp(x) - 1", "expm1" },
        { RuleIds.NaiveLogP1, "double.LogP1(x)", "log1p" },
        { RuleIds.LogOfCosh, "Math.Log(Math.Cosh(x))", "logCosh" },
        { RuleIds.PowerOfE, "Math.Pow(Math.E, x)", "exp" },
        { RuleIds.ExpAndLogCancel, "Math.Log(Math.Exp(x))", "x" },
        { RuleIds.LogByBase, "Math.Log(x) / Math.Log(2)", "log2" },
        { RuleIds.LogByBase, "Math.Log(x, 10)", "log10" },
        { RuleIds.NaiveHypot, "Math.Sqrt(x * x + Math.Pow(2 * x, 2))", "root5" },
        { RuleIds.DifferenceOfRoots, "Math.Sqrt(x + 1) - Math.Sqrt(x)", "rootDifference" },
        { RuleIds.LogOfProbability, "((Func<double, double>)(p => p * Math.Log(p)))(x)", "xlogx" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task Fixed_code_is_never_further_from_the_truth(string id, string expression, string function)
    {
        string source = $"using System;\n\npublic static class Code\n{{\n    public static double F(double x) => {expression};\n}}\n";
        string repaired = await (Net with { Fix = new CureCodeFix(), FixedIds = [id] }).Fixed(source);
        var before = Run<Func<double, double>>(source);
        var after = Run<Func<double, double>>(repaired);

        foreach (double x in Line())
        {
            BigFloat truth = Truth(function, x);
            double exact = truth.ToDouble();
            double actual = after(x);
            if (double.IsNaN(exact) || double.IsInfinity(exact) || exact == 0)
            {
                actual.ShouldBe(exact, $"x = {x:R}\n{repaired}");
                continue;
            }

            double error = Ulp.Error(actual, truth);
            error.ShouldBeLessThanOrEqualTo(4, $"x = {x:R}\n{repaired}");
            error.ShouldBeLessThanOrEqualTo(Math.Max(1, Error(before(x), truth)) + 1, $"x = {x:R}: {before(x):R} before, {actual:R} after");
        }
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task Fixed_code_in_float_is_never_further_from_the_truth(string id, string expression, string function)
    {
        string inFloat = expression.Replace("Math.", "MathF.", StringComparison.Ordinal).Replace("double", "float", StringComparison.Ordinal);
        string source = $"using System;\n\npublic static class Code\n{{\n    public static float F(float x) => {inFloat};\n}}\n";
        string repaired = await (Net with { Fix = new CureCodeFix(), FixedIds = [id] }).Fixed(source);
        var before = Run<Func<float, float>>(source);
        var after = Run<Func<float, float>>(repaired);

        foreach (float x in Line().Select(x => (float)x).Distinct())
        {
            BigFloat truth = Truth(function, x);
            float exact = (float)truth.ToDouble();
            float actual = after(x);
            if (float.IsNaN(exact) || float.IsInfinity(exact) || truth.IsZero)
            {
                actual.ShouldBe(exact, $"x = {x:R}\n{repaired}");
                continue;
            }

            double error = Ulp.Error(actual, truth);
            error.ShouldBeLessThanOrEqualTo(4, $"x = {x:R}\n{repaired}");
            double earlier = float.IsFinite(before(x)) ? Ulp.Error(before(x), truth) : double.PositiveInfinity;
            error.ShouldBeLessThanOrEqualTo(Math.Max(1, earlier) + 1, $"x = {x:R}: {before(x):R} before, {actual:R} after");
        }
    }

    // What is not a number, or infinite where the truth is not, is as far off as can be.
    private static double Error(double actual, BigFloat truth) => double.IsFinite(actual) ? Ulp.Error(actual, truth) : double.PositiveInfinity;

    private static BigFloat Truth(string function, double at)
    {
        if (double.IsNaN(at))
        {
            return BigFloat.NaN;
        }

        BigFloat x = at;
        BigFloat Softplus(BigFloat v) => v.Sign > 0 ? v + BigFloat.Log1p(BigFloat.Exp(-v)) : BigFloat.Log1p(BigFloat.Exp(v));
        return function switch
        {
            "softplus" => double.IsInfinity(at) ? at > 0 ? at : 0 : Softplus(x),
            "logSigmoid" => double.IsInfinity(at) ? at > 0 ? 0 : at : -Softplus(-x),
            "log1mexp" => at > 0 ? BigFloat.NaN : at == 0 ? BigFloat.NegativeInfinity : double.IsInfinity(at) ? BigFloat.Zero : at < -1 ? BigFloat.Log1p(-BigFloat.Exp(x)) : BigFloat.Log(-BigFloat.Expm1(x)),
            "sigmoid" => double.IsInfinity(at) ? at > 0 ? 1 : 0 : BigFloat.Exp(-Softplus(-x)),
            "tanh" => double.IsInfinity(at) ? Math.Sign(at) : BigFloat.Tanh(x),
            "expm1" => double.IsInfinity(at) ? at > 0 ? at : -1 : BigFloat.Expm1(x),
            "log1p" => at < -1 ? BigFloat.NaN : at == -1 ? BigFloat.NegativeInfinity : double.IsInfinity(at) ? at : BigFloat.Log1p(x),
            "logCosh" => double.IsInfinity(at) ? BigFloat.PositiveInfinity : LogCosh(BigFloat.Abs(x)),
            "log2" => Logarithm(at) / BigFloat.Ln2,
            "log10" => Logarithm(at) / BigFloat.Ln10,
            "root5" => double.IsInfinity(at) ? BigFloat.PositiveInfinity : BigFloat.Sqrt(5) * BigFloat.Abs(x),
            "rootDifference" => at < 0 ? BigFloat.NaN : double.IsInfinity(at) ? BigFloat.Zero : BigFloat.One / (BigFloat.Sqrt(x + BigFloat.One) + BigFloat.Sqrt(x)),
            "xlogx" => at == 0 ? BigFloat.Zero : double.IsPositiveInfinity(at) ? x : x * Logarithm(at),
            "exp" => double.IsInfinity(at) ? at > 0 ? at : 0 : BigFloat.Exp(x),
            _ => x,
        };
    }

    private static BigFloat Logarithm(double at) => at < 0 ? BigFloat.NaN : at == 0 ? BigFloat.NegativeInfinity : double.IsInfinity(at) ? BigFloat.PositiveInfinity : BigFloat.Log(at);

    // log(1 + 2 sinh²(x/2)) keeps the digits of small x.
    private static BigFloat LogCosh(BigFloat x)
    {
        if (x > 40)
        {
            return x - BigFloat.Ln2 + BigFloat.Log1p(BigFloat.Exp(-BigFloat.Two * x));
        }

        BigFloat e = BigFloat.Expm1(x * BigFloat.Half);
        BigFloat sinh = (e + (e / (e + BigFloat.One))) * BigFloat.Half;
        return BigFloat.Log1p(BigFloat.Two * sinh * sinh);
    }

    private static IEnumerable<double> Line()
    {
        yield return 0;
        yield return double.NaN;
        yield return double.PositiveInfinity;
        yield return double.NegativeInfinity;
        var random = new Random(7);
        for (int exponent = -1074; exponent < 1024; exponent += exponent is > -60 and < 12 ? 1 : 29)
        {
            double x = Math.ScaleB(1 + random.NextDouble(), exponent);
            yield return x;
            yield return -x;
        }
    }

    private static TFunction Run<TFunction>(string source)
        where TFunction : Delegate
    {
        var compilation = CSharpCompilation.Create("Range" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source)], Net.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(source);
        stream.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(stream).GetType("Code")!.GetMethod("F")!.CreateDelegate<TFunction>();
    }
}
