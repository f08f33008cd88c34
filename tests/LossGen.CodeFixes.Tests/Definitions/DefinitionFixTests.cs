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
    private static string Kernel(string method) => $$"""
        #nullable enable
        using System;
        using System.Numerics.Tensors;
        using LossGen;
        static partial class C
        {
            [CrossEntropy(3)]
            {{method}};
        }
        """;

    // Without the generator, the partial methods of these sources have no second half.
    private static CodeTest With(CodeFixProvider fix) => new(new KernelDefinitionAnalyzer())
    {
        Fix = fix,
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))).Add(References.Named("System.Numerics.Tensors")),
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

    [Theory]
    [InlineData("Loss({|LG0007:float[]|} logits, ReadOnlySpan<int> targets)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)")]
    [InlineData("Loss({|LG0007:double[]|} logits, {|LG0007:int[]|} targets)", "Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, {|LG0007:Memory<long>|} targets)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> targets)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, in {|LG0007:ReadOnlySpan<int>|} targets)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, /* all */ ref {|LG0007:float[]|} gradient)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, /* all */ Span<float> gradient)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:float[]?|} gradient = null)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient = default)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:int|} correct)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, out int correct)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:int|} scale)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, float scale)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0008:Span<double>|} gradient)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)")]
    [InlineData("Loss({|LG0009:Span<float>|} logits, ReadOnlySpan<int> targets)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)")]
    [InlineData("Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0009:ReadOnlySpan<float>|} gradient)", "Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)")]
    [InlineData("Loss({|LG0009:TensorSpan<float>|} logits, ReadOnlySpan<int> targets)", "Loss(ReadOnlyTensorSpan<float> logits, ReadOnlySpan<int> targets)")]
    public Task A_parameter_takes_the_type_of_its_role(string before, string after) =>
        With(new ChangeTypeCodeFix()).Fixes(Kernel("public static partial float " + before), Kernel("public static partial float " + after));

    [Theory]
    [InlineData("{|LG0007:ReadOnlySpan<ulong>|} targets")]
    [InlineData("{|LG0007:string|} targets")]
    public Task Where_several_types_will_do_none_is_offered(string targets) =>
        With(new ChangeTypeCodeFix()).OffersNoFix(Kernel($"public static partial float Loss(ReadOnlySpan<float> logits, {targets})"));

    [Fact]
    public Task A_method_gets_an_accessibility() => With(new AddAccessibilityCodeFix()).Fixes(
        Kernel("/* mean */ static partial float {|LG0014:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"),
        Kernel("/* mean */ public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"));

    [Fact]
    public async Task There_are_three_accessibilities_to_choose_from()
    {
        var test = With(new AddAccessibilityCodeFix());
        var document = test.Open(Kernel("static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"));
        var actions = await test.Actions(document, (await test.Diagnose(document)).Single());
        actions.Select(action => action.Title).ShouldBe(["Make it public", "Make it internal", "Make it private"]);
    }

    [Fact]
    public Task A_method_that_is_no_kernel_for_another_reason_gets_no_accessibility() => With(new AddAccessibilityCodeFix()).OffersNoFix(
        Kernel("public static partial {|LG0014:int|} Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"));

    [Theory]
    [InlineData("/* mean */ public static partial {|LG0014:int|} /* of */ Loss", "/* mean */ public static partial float /* of */ Loss")]
    [InlineData("public static partial {|LG0014:System.Threading.Tasks.Task<float>|} Loss", "public static partial float Loss")]
    public Task A_method_returns_what_it_can(string before, string after) => With(new ChangeReturnTypeCodeFix()).Fixes(
        Kernel(before + "(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"),
        Kernel(after + "(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)"));

    [Fact]
    public async Task Doubles_are_returned_as_such_first_and_nothing_where_something_is_written()
    {
        var test = With(new ChangeReturnTypeCodeFix());
        var document = test.Open(Kernel("public static partial int Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> losses)"));
        var actions = await test.Actions(document, (await test.Diagnose(document)).Single());
        actions.Select(action => action.Title).ShouldBe(["Return double", "Return float", "Return void"]);
    }

    [Fact]
    public Task Targets_become_wide_enough_for_all_classes() => With(new ChangeTypeCodeFix()).Fixes(
        Kernel("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> {|LG0016:targets|})").Replace("(3)", "(300)", StringComparison.Ordinal),
        Kernel("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)").Replace("(3)", "(300)", StringComparison.Ordinal));

    [Theory]
    [InlineData("[CrossEntropy(3)]\n    [{|LG0017:FocalCrossEntropy(3)|}]", "[CrossEntropy(3)]", "[FocalCrossEntropy(3)]")]
    [InlineData("[CrossEntropy(3), {|LG0017:FocalCrossEntropy(3)|}]", "[CrossEntropy(3)]", "[FocalCrossEntropy(3)]")]
    [InlineData("[Obsolete, CrossEntropy(3)] [{|LG0017:BrierLoss(3)|}] ", "[Obsolete, CrossEntropy(3)] ", "[Obsolete] [BrierLoss(3)] ")]
    public async Task One_of_two_losses_is_kept(string before, string first, string second)
    {
        string In(string attributes) => $$"""
            using System;
            using LossGen;
            static partial class C
            {
                // The loss.
                {{attributes}}
                public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
            """;
        var test = With(new RemoveAttributeCodeFix());
        await test.Reports(In(before));
        var document = test.Open(In(System.Text.RegularExpressions.Regex.Replace(before, @"\{\|LG0017:|\|\}", string.Empty)));
        var actions = await test.Actions(document, (await test.Diagnose(document)).Single());
        string[] texts = await Task.WhenAll(actions.Select(async action => (await (await CodeTest.Apply(document, action)).GetTextAsync()).ToString()));
        texts.ShouldBe([In(first), In(second)]);
    }

    [Fact]
    public Task A_span_that_is_needed_loses_its_default() => With(new RemoveDefaultCodeFix()).Fixes(
        Kernel("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> {|LG0010:targets|} = default, Span<float> gradient = default)"),
        Kernel("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient = default)"));

    [Fact]
    public Task Behind_another_default_it_must_stay() => With(new RemoveDefaultCodeFix()).OffersNoFix(
        Kernel("public static partial float Loss(ReadOnlySpan<float> logits, Span<float> gradient = default, ReadOnlySpan<int> {|LG0010:targets|} = default)"));

    [Theory]
    [InlineData("""
            public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)
            {
                return 0;
            } // the mean
        """, """
            public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets); // the mean
        """)]
    [InlineData("""
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;
        """, """
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        """)]
    public async Task A_body_goes(string before, string after)
    {
        var test = With(new RemoveBodyCodeFix());
        string In(string method) => $$"""
            using System;
            using LossGen;
            static partial class C
            {
                [CrossEntropy(3)]
            {{method}}
            }
            """;
        var document = test.Open(In(before));
        var action = (await test.Actions(document, (await test.Diagnose(document)).Single(diagnostic => diagnostic.Id == "LG0002"))).Single();
        (await (await CodeTest.Apply(document, action)).GetTextAsync()).ToString().ShouldBe(In(after));
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
