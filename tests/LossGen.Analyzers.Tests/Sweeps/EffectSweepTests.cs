using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Sweeps;

/// <summary>Whatever an argument does besides having a value, it does as often after a fix as before.</summary>
public class EffectSweepTests
{
    // An argument, and the part of it whose number must not change.
    private static readonly (string Argument, string Effect)[] OfNumbers =
    [
        ("await Source()", "await Source()"),
        ("x++", "x++"),
        ("--x", "--x"),
        ("a = x", "a = x"),
        ("x += 2", "x += 2"),
        ("cache ??= 3", "cache ??= 3"),
        ("Out(out a)", "Out(out a)"),
        ("Out(out var fresh)", "Out(out var fresh)"),
        ("Ref(ref x)", "Ref(ref x)"),
        ("flag ? x : throw new InvalidOperationException()", "throw new"),
        ("new Func<double>(() => x++)()", "x++"),
        ("call()", "call()"),
        ("Getter", "Getter"),
        ("Next()", "Next()"),
        ("x + Next() * 2", "Next()"),
    ];

    private static readonly (string Argument, string Effect)[] OfTensors =
    [
        ("await Source()", "await Source()"),
        ("a = x", "a = x"),
        ("state ??= x", "state ??= x"),
        ("Out(out a)", "Out(out a)"),
        ("flag ? x : throw new InvalidOperationException()", "throw new"),
        ("call()", "call()"),
        ("Getter", "Getter"),
        ("Next()", "Next()"),
    ];

    public static TheoryData<string> Scalars => new(FixSites.Scalars);

    public static TheoryData<string> Tensors => new(FixSites.Tensors);

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task An_effect_in_a_number_happens_as_often_as_before(string site)
    {
        (await FixSites.Net.Offered(FixSites.OfScalar(With(site, "x")), FixSites.Fixes)).ShouldNotBeEmpty("no fix is offered for a plain argument");
        foreach ((string argument, string effect) in OfNumbers)
        {
            // A variable is declared once.
            if (argument.Contains("out var", StringComparison.Ordinal) && Count(site, "E") - Count(site, "Exp") - Count(site, "Math.E,") > 1)
            {
                continue;
            }

            await Keeps(FixSites.Net, FixSites.OfScalar(With(site, argument)), effect);
        }
    }

    [Theory]
    [MemberData(nameof(Tensors))]
    public async Task An_effect_in_a_tensor_happens_as_often_as_before(string site)
    {
        (await FixSites.Torch.Offered(FixSites.OfTensor(With(site, "x")), FixSites.Fixes)).ShouldNotBeEmpty("no fix is offered for a plain argument");
        foreach ((string argument, string effect) in OfTensors)
        {
            await Keeps(FixSites.Torch, FixSites.OfTensor(With(site, argument)), effect);
        }
    }

    [Theory]
    [InlineData("var s = Math.Exp(x++);\nUse(Math.Log(1 + s)); Use(x);", "x++")]
    [InlineData("double sum = 0;\nforeach (var v in xs) sum += Math.Exp(v);\nUse((xs[0] = 5) + Math.Log(sum));", "xs[0] = 5")]
    [InlineData("double sum = 0;\nforeach (var v in xs) sum += Math.Exp(v);\nxs[k++] = Math.Log(sum);", "k++")]
    [InlineData("double sum = 0;\nforeach (var v in xs) { sum += Math.Exp(v); k++; }\nUse(Math.Log(sum));", "k++")]
    [InlineData("Use(Math.Log(Math.Pow(x++, f++)));", "x++")]
    [InlineData("Use(Math.Exp(x++) / (1 + Math.Exp(x++)));", "x++")]
    public Task An_effect_beside_what_is_fixed_happens_as_often_as_before(string statements, string effect) =>
        Keeps(FixSites.Net, Test.Body(statements), effect);

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(Next(), fs); TensorPrimitives.Log(fs, Other());")]
    [InlineData("TensorPrimitives.SoftMax(Next(), fs.AsSpan()); TensorPrimitives.Log(fs, fs.AsSpan());")]
    public Task A_call_in_a_statement_beside_is_not_copied(string statements) => Keeps(
        FixSites.Net,
        Test.Body(statements + "\nstatic ReadOnlySpan<float> Next() { Console.Read(); return default; }\nstatic float[] Other() { Console.Read(); return new float[3]; }"),
        "Next()");

    [Fact]
    public async Task Two_effects_keep_their_order()
    {
        foreach ((string _, string source) in await FixSites.Net.Offered(Test.Body("Use(Math.Log(Math.Pow(x++, f++)));"), FixSites.Fixes))
        {
            source.IndexOf("x++", StringComparison.Ordinal).ShouldBeLessThan(source.IndexOf("f++", StringComparison.Ordinal), source);
        }
    }

    [Theory]
    [InlineData("var r = Math.Log(1 + Math.Exp(await t));", "var r = StableMath.Softplus((double)await t);")]
    [InlineData("var r = Math.Log(1 / (1 + Math.Exp(-(await t))));", "var r = StableMath.LogSigmoid((double)await t);")]
    [InlineData("var r = Math.Log(1 - Math.Exp(await t));", "var r = StableMath.Log1mExp((double)await t);")]
    [InlineData("var r = Math.Exp(await t) - 1;", "var r = StableMath.Expm1((double)await t);")]
    [InlineData("var r = Math.Log(1 + Math.Exp((float)x));", "var r = StableMath.Softplus((double)(float)x);")]
    [InlineData("var r = Math.Log(1 + Math.Exp(checked((int)x)));", "var r = StableMath.Softplus((double)checked((int)x));")]
    [InlineData("var r = Math.Exp(x++) - 1;", "var r = StableMath.Expm1(x++);")]
    [InlineData("var r = Math.Log(1 + Math.Exp(keep = xs[0]));", "var r = StableMath.Softplus(keep = xs[0]);")]
    [InlineData("var r = Math.Log(1 + Math.Exp(-(keep = xs[0])));", "var r = StableMath.Softplus(-(keep = xs[0]));")]
    public async Task The_argument_is_written_as_it_stood(string before, string after)
    {
        string Around(string statement) => Test.Class($$"""
            public static async System.Threading.Tasks.Task<object> M(System.Threading.Tasks.Task<float> t, double x, double[] xs)
            {
                double keep = 0;
                await t;
                {{statement}}
                return (r, keep, x);
            }
            """);
        IEnumerable<string> fixedSources = (await FixSites.Net.Offered(Around(before), FixSites.Fixes)).Select(offer => offer.Source);
        fixedSources.ShouldBe([Around(after)]);
    }

    internal static string With(string site, string argument) => site.Replace("(E)", "(" + argument + ")", StringComparison.Ordinal)
        .Replace("(E,", "(" + argument + ",", StringComparison.Ordinal).Replace(" E)", " " + argument + ")", StringComparison.Ordinal);

    private static async Task Keeps(RoslynTesting.CodeTest test, string source, string effect)
    {
        foreach ((string title, string changed) in await test.Offered(source, FixSites.Fixes))
        {
            Count(changed, effect).ShouldBe(Count(source, effect), title + "\n" + changed);
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
