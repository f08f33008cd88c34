using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.CodeFixes.Definitions;
using LossGen.Generators;
using LossGen.Generators.Definitions;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests.Definitions;

public sealed class DefinitionFixTests
{
    // Without the generator, the partial methods of these sources have no second half.
    private static CodeTest With(CodeFixProvider fix) => new(new KernelDefinitionAnalyzer())
    {
        Fix = fix,
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    [Fact]
    public Task A_method_becomes_partial() => With(new MakePartialCodeFix()).Fixes(
        """
        using System;
        using LossGen;
        static partial class C
        {
            // The loss.
            [CrossEntropy(3)]
            public static extern float {|LG0001:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }
        """,
        """
        using System;
        using LossGen;
        static partial class C
        {
            // The loss.
            [CrossEntropy(3)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }
        """);

    [Fact]
    public Task Containing_types_become_partial_one_after_the_other() => With(new MakePartialCodeFix()).Fixes(
        """
        using System;
        using LossGen;
        // Outer.
        class {|LG0013:Outer|}
        {
            public static class {|LG0013:Inner|}
            {
                [CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
        }
        """,
        """
        using System;
        using LossGen;
        // Outer.
        partial class Outer
        {
            public static partial class Inner
            {
                [CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
        }
        """);

    [Theory]
    [InlineData("float {|LG0006:Loss|}(ReadOnlySpan<float> logits)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)")]
    [InlineData("double {|LG0006:Loss|}(ReadOnlySpan<long> targets)", "double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> targets)")]
    [InlineData("void {|LG0006:Loss|}(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets)", "void Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> losses)")]
    public Task The_missing_parameter_is_added(string before, string after)
    {
        string In(string method) => $$"""
            using System;
            using LossGen;
            static partial class C
            {
                [CrossEntropy(3)]
                public static partial {{method}};
            }
            """;
        return With(new AddParameterCodeFix()).Fixes(In(before), In(after));
    }

    [Fact]
    public async Task A_parameter_takes_the_name_of_its_role_and_so_do_calls_that_name_it()
    {
        const string Source = """
            using System;
            using LossGen;
            public static partial class C
            {
                [CrossEntropy(3)]
                public static partial float Loss(ReadOnlySpan<float> NAME, ReadOnlySpan<int> targets);

                static float Call() => Loss(NAME: new float[3], targets: new int[1]);
            }
            """;
        string marked = Source.Replace("> NAME", "> {|LG0005:scores|}", StringComparison.Ordinal).Replace("NAME:", "scores:", StringComparison.Ordinal);
        await (With(new GiveRoleCodeFix()) with { Generator = () => new KernelGenerator() }).Fixes(marked, Source.Replace("NAME", "logits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Or_it_keeps_its_name_and_gets_the_role_as_an_attribute()
    {
        var test = With(new GiveRoleCodeFix());
        var document = test.Open("""
            using System;
            using LossGen;
            public static partial class C
            {
                [CrossEntropy(3)]
                public static partial float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<int> targets);
            }
            """);
        var actions = await test.Actions(document, (await test.Diagnose(document)).Single());
        actions.Select(action => action.Title).ShouldBe(["Rename to 'logits'", "Add [Role(KernelRole.Logits)]"]);
        (await (await CodeTest.Apply(document, actions[1])).GetTextAsync()).ToString().ShouldBe("""
            using System;
            using LossGen;
            public static partial class C
            {
                [CrossEntropy(3)]
                public static partial float Loss([Role(KernelRole.Logits)] ReadOnlySpan<float> scores, ReadOnlySpan<int> targets);
            }
            """);
    }

    [Fact]
    public Task A_name_that_nothing_is_like_gets_no_guess() => With(new GiveRoleCodeFix()).OffersNoFix("""
        using System;
        using LossGen;
        public static partial class C
        {
            [CrossEntropy(3)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int {|LG0005:epoch|});
        }
        """);
}
