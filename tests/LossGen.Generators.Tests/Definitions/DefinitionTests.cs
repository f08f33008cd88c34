using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>What is wrong with a kernel's declaration is said at the place to change, and the refused method still compiles.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public Task A_good_kernel_is_silent() =>
        Declared.Reports("[CrossEntropy(10)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Fact]
    public Task A_method_that_is_not_partial() =>
        Declared.Reports("[CrossEntropy(10)] public static extern float {|LG0001:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Fact]
    public Task A_method_with_a_body() =>
        Declared.Reports("[CrossEntropy(10)] public static float {|LG0002:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;");

    [Fact]
    public Task A_partial_method_that_the_user_completes() => Declared.Reports("""
        [CrossEntropy(10)] public static partial float {|LG0002:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public Task A_class_count_below_one(string count) =>
        Declared.IsRefused("[CrossEntropy({|LG0003:" + count + "|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Fact]
    public Task A_parameter_without_a_role() =>
        Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int {|LG0005:epoch|});");

    [Fact]
    public async Task Missing_logits_and_targets()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<int> targets);");
    }

    [Fact]
    public Task A_method_that_gives_nothing() =>
        Declared.IsRefused("[CrossEntropy(3)] public static partial void {|LG0006:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Fact]
    public async Task Wrong_types()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss({|LG0007:float[]|} logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss({|LG0007:ReadOnlySpan<decimal>|} logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, {|LG0007:ReadOnlySpan<ulong>|} targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, in {|LG0007:ReadOnlySpan<int>|} targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:int|} scale);");
    }

    [Fact]
    public async Task Mixed_element_types()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0008:Span<double>|} gradient);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<double> logits, {|LG0008:ReadOnlySpan<float>|} targets);");
    }

    [Fact]
    public async Task Writable_where_readable_is_needed_and_the_reverse()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss({|LG0009:Span<float>|} logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0009:ReadOnlySpan<float>|} gradient);");
    }

    [Fact]
    public Task An_ignored_index_with_probabilities() =>
        Declared.IsRefused("[CrossEntropy(3, {|LG0010:IgnoreIndex = -1|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);");

    [Theory]
    [InlineData("LabelSmoothing = 1.01")]
    [InlineData("LabelSmoothing = -0.1")]
    [InlineData("LabelSmoothing = double.NaN")]
    [InlineData("IgnoreIndex = 5000000000")]
    [InlineData("Reduction = (Reduction)7")]
    [InlineData("Temperature = 0.0")]
    [InlineData("Temperature = double.PositiveInfinity")]
    [InlineData("Softcap = -1.0")]
    [InlineData("ZLoss = -0.1")]
    [InlineData("EmptyMean = (EmptyMean)2")]
    [InlineData("InvalidTarget = (InvalidTarget)2")]
    [InlineData("ClassWeights = new double[] { 1, 2 }")]
    [InlineData("ClassWeights = new double[] { 1, 2, -1 }")]
    [InlineData("ClassWeights = new[] { 1, 2, double.NaN }")]
    public Task An_option_out_of_range(string option) =>
        Declared.IsRefused("[CrossEntropy(3, {|LG0011:" + option + "|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");

    [Theory]
    [InlineData("{|LG0010:InvalidTarget = InvalidTarget.Ignore|}", "ReadOnlySpan<float> targets")]
    [InlineData("{|LG0010:ClassWeights = new double[] { 1, 2, 3 }|}", "ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights")]
    [InlineData("{|LG0010:Hessian = HessianConvention.XGBoost|}", "ReadOnlySpan<int> targets")]
    [InlineData("{|LG0010:Softcap = 3|}", "ReadOnlySpan<int> targets, Span<float> hessianDiagonal")]
    public Task Options_and_parameters_that_do_not_fit_together(string option, string parameters) =>
        Declared.IsRefused($"[CrossEntropy(3, {option})] public static partial float Loss(ReadOnlySpan<float> logits, {parameters});");

    [Fact]
    public async Task Parameters_that_have_no_meaning_together()
    {
        await Declared.IsRefused("[{|LG0010:CrossEntropy(3)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, out int correct);");
        await Declared.IsRefused("[{|LG0010:CrossEntropy(3)|}] public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> losses, float scale);");
        await Declared.IsRefused("[Softmax(3)] public static partial void Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> {|LG0010:targets|}, Span<float> probabilities);");
    }

    [Fact]
    public async Task A_function_of_the_logits_needs_its_output_and_returns_nothing()
    {
        await Declared.IsRefused("[Softmax(3)] public static partial void {|LG0006:Run|}(ReadOnlySpan<float> logits);");
        await Declared.IsRefused("[LogSumExp(3)] public static partial {|LG0014:float|} Run(ReadOnlySpan<float> logits, Span<float> logSumExp);");
    }

    [Theory]
    [InlineData("[CrossEntropy] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[CrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:long|} classes);")]
    [InlineData("[CrossEntropy({|LG0010:ClassWeights = new double[] { 1, 2 }|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes);")]
    [InlineData("[{|LG0010:CrossEntropy(3)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes);")]
    [InlineData("[CrossEntropy(3, Layout = Layout.ClassStride)] public static partial float {|LG0006:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[{|LG0010:CrossEntropy(3)|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner);")]
    public Task A_number_of_classes_or_of_positions_that_is_missing_or_has_no_meaning(string member) => Declared.IsRefused(member);

    [Theory]
    [InlineData("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:long|} rowStride);")]
    [InlineData("[{|LG0010:CrossEntropy(3)|}] public static partial float Loss(float[,] logits, ReadOnlySpan<int> targets, int rowStride);")]
    [InlineData("[{|LG0010:CrossEntropy(3)|}] public static partial float Loss(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<int> targets, int rowStride);")]
    [InlineData("[CrossEntropy(3, {|LG0010:Layout = Layout.ClassStride|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, int rowStride);")]
    public Task A_distance_of_rows_that_has_no_meaning(string member) => Declared.IsRefused(member);

    [Fact]
    public Task Predictions_and_the_count_of_right_ones_have_types_of_their_own() =>
        Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, {|LG0007:Span<float>|} predictions, ref {|LG0007:int|} correct);");

    [Fact]
    public Task An_ignored_index_that_the_targets_cannot_hold() =>
        Declared.IsRefused("[CrossEntropy(3, {|LG0011:IgnoreIndex = -100|})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets);");

    [Fact]
    public Task Containing_types_that_are_not_partial() => Declared.Test.Reports("""
        using System;
        using LossGen;
        public class {|LG0013:Outer|}
        {
            static partial class Inner
            {
                [CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
        }
        """);

    [Fact]
    public async Task Method_shapes_that_cannot_be_kernels()
    {
        await Declared.IsRefused("[CrossEntropy(3)] public static partial float {|LG0014:Loss|}<T>(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");
        await Declared.IsRefused("[CrossEntropy(3)] public static partial {|LG0014:int|} Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");
        await Declared.Test.Reports("""
            using System;
            using LossGen;
            file static partial class {|LG0014:C|}
            {
                [CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
            """);
    }

    [Fact]
    public Task Two_parameters_of_one_role() =>
        Declared.IsRefused("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, [Role(KernelRole.Logits)] ReadOnlySpan<float> {|LG0015:more|}, ReadOnlySpan<int> targets);");

    [Fact]
    public void A_framework_without_vectors_gets_one_error_and_a_body()
    {
        const string Attributes = """
            namespace LossGen
            {
                public enum Reduction { Mean, Sum }
                public sealed class CrossEntropyAttribute(int classes) : System.Attribute { public int Classes { get; } = classes; }
            }
            """;
        var compilation = GeneratorHost.Compilation(Declared.In("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);") + Attributes, references: References.Framework);
        var after = GeneratorHost.Run(compilation, null, out _);
        after.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Declared.Ids(after).ShouldBe(["LG0004"]);
    }

    [Fact]
    public void A_language_before_11_gets_one_error_and_a_body()
    {
        var compilation = GeneratorHost.Compilation(Declared.In("[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);"), LanguageVersion.CSharp10);
        GeneratorHost.Driver(version: LanguageVersion.CSharp10).RunGeneratorsAndUpdateCompilation(compilation, out var after, out _);
        after.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Declared.Ids(after).ShouldBe(["LG0012"]);
    }

    [Theory]
    [InlineData("[CrossEntropy(")]
    [InlineData("[CrossEntropy(3)] public static partial")]
    [InlineData("[CrossEntropy(3)] public static partial float Loss(")]
    [InlineData("[CrossEntropy(\"x\")] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")]
    [InlineData("[CrossEntropy(3, LabelSmoothing = )] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<> targets);")]
    [InlineData("[CrossEntropy(3, LabelSmoothing = \"a\", IgnoreIndex = null)] public static partial float Loss(ReadOnlySpan<Missing> logits, targets);")]
    [InlineData("[CrossEntropy(3)] [CrossEntropy(4)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, );")]
    [InlineData("[CrossEntropy(1 + )] partial void (ReadOnlySpan<float> logits);")]
    [InlineData("[CrossEntropy(3)] public static partial float Loss(this __arglist);")]
    public void Half_typed_code_never_makes_the_generator_or_the_analyzer_throw(string members)
    {
        var compilation = GeneratorHost.Compilation(Declared.In(members));
        var after = GeneratorHost.Run(compilation, null, out _);
        Declared.Ids(after).ShouldNotContain("AD0001");
    }
}
