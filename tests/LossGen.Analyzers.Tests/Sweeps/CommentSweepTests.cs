using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Sweeps;

/// <summary>A fix keeps every comment in what it replaces, and leaves directives in their column.</summary>
public class CommentSweepTests
{
    public static TheoryData<string> Scalars => new(FixSites.Scalars);

    public static TheoryData<string> Tensors => new(FixSites.Tensors);

    [Theory]
    [MemberData(nameof(Scalars))]
    public Task Comments_in_an_expression_of_numbers_survive(string site) =>
        Survive(FixSites.Net, FixSites.OfScalar, EffectSweepTests.With(site, "x"));

    [Theory]
    [MemberData(nameof(Tensors))]
    public Task Comments_in_an_expression_of_tensors_survive(string site) =>
        Survive(FixSites.Torch, FixSites.OfTensor, EffectSweepTests.With(site, "x"));

    [Theory]
    [InlineData(
        "Use(Math.Log(Math.Exp(x) /* first */ + Math.Exp(f) /* second */));",
        "Use(StableMath.LogAddExp(x /* first */, f /* second */));")]
    [InlineData(
        "Use(Math.Log(Math.Exp(x) // first\n    + Math.Exp(f))); // second",
        "// first\nUse(StableMath.LogAddExp(x, f)); // second")]
    [InlineData("Use(Math.Log(1 /* one */ + Math.Exp(/* the margin */ x)));", "Use(StableMath.Softplus(/* one */ /* the margin */ x));")]
    [InlineData("Use(Math.Exp(x /* small */) - 1 /* one */);", "Use(StableMath.Expm1(x /* small */) /* one */);")]
    public async Task A_comment_stays_beside_its_operand_or_goes_above_the_statement(string before, string after)
    {
        (await FixSites.Net.Offered(Test.Body(before), FixSites.Fixes)).Select(offer => offer.Source).ShouldBe([Test.Body(after)]);
    }

    [Fact]
    public async Task A_comment_of_an_expression_without_a_statement_goes_above_the_member()
    {
        const string Before = "public double P =>\n    Math.Log( // softplus\n        1 + Math.Exp(q));\nprivate double q;";
        const string After = "// softplus\npublic double P =>\n    StableMath.Softplus(q);\nprivate double q;";
        (await FixSites.Net.Offered(Test.Class(Before), FixSites.Fixes)).Select(offer => offer.Source).ShouldBe([Test.Class(After)]);
    }

    [Fact]
    public async Task A_condition_among_what_is_replaced_is_left_to_the_author()
    {
        const string Before = "Use(Math.Log(1 +\n#if DEBUG\n    Math.Exp(x)\n#else\n    Math.Exp(x)\n#endif\n    ));";
        (await FixSites.Net.Offered(Test.Body(Before), FixSites.Fixes)).ShouldBeEmpty();
    }

    private static async Task Survive(CodeTest test, Func<string, string> around, string site)
    {
        string[] tokens = SyntaxFactory.ParseExpression(site).DescendantTokens().Select(token => token.ToString()).ToArray();
        for (int style = 0; style < 2; style++)
        {
            string commented = string.Concat(tokens.Select((token, i) => i == 0 ? token : style == 0 ? $" /* c{i}. */ {token}" : $" // c{i}.\n{token}"));
            foreach ((string title, string changed) in await test.Offered(around(commented), FixSites.Fixes))
            {
                for (int i = 1; i < tokens.Length; i++)
                {
                    (changed.Split($" c{i}.").Length - 1).ShouldBe(1, $"comment {i}: {title}\n{changed}");
                }
            }
        }

        string source = around("\n        #pragma warning disable CS0219\n        " + site);
        string directive = source.Split('\n').Single(line => line.Contains("#pragma", StringComparison.Ordinal));
        foreach ((string title, string changed) in await test.Offered(source, FixSites.Fixes))
        {
            changed.Split('\n').ShouldContain(directive, customMessage: title);
        }
    }
}
