using System.Linq;
using System.Threading.Tasks;
using LossGen.Generators.Tests.Definitions;
using LossGen.GeneratorTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Formulas;

/// <summary>What a formula cannot hold is said at that very expression, with what to write instead; the kernel throws the same words.</summary>
public sealed class FormulaProblemTests
{
    private const string Kernel = "[CustomLoss(5, nameof(F))] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);";

    private static Task IsRefused(string formula, string kernel = Kernel) => Declared.IsRefused(kernel + "\n    " + formula);

    [Theory]
    [InlineData("double sum = 0; {|LG0103:for (int k = 0; k < row.Classes; k++) { sum += row.P(k); }|} return sum;")]
    [InlineData("{|LG0103:Console.WriteLine(row.Classes);|} return row.NegLogP(row.Target);")]
    [InlineData("return {|LG0103:DateTime.Now|}.Ticks * row.NegLogP(row.Target);")]
    [InlineData("return {|LG0103:Math.Pow(row.P(row.Target), row.Q(row.Target))|};")]
    [InlineData("return {|LG0103:Math.Cos(row.P(row.Target))|};")]
    [InlineData("return row.P({|LG0103:0|});")]
    [InlineData("return row.P({|LG0103:row.Target + 1|});")]
    [InlineData("return row.NegLogP(row.Target) * ({|LG0103:row.Target / 2|});")]
    [InlineData("return {|LG0103:row.Max(k => row.P(k))|};")]
    [InlineData("return row.Sum(j => row.Sum(k => row.P({|LG0103:j|})));")]
    [InlineData("return row.Sum({|LG0103:row.P|}) + row.Sum(k => { return row.P(k); }) + {|LG0103:Other(row)|};")]
    [InlineData("{|LG0103:try { return 0; } finally { }|}")]
    [InlineData("return {|LG0103:new double[] { 1 }[0]|} * row.Q(row.Target);")]
    [InlineData("double x = row.Q(row.Target); return {|LG0103:x++|};")]
    public async Task A_construct_that_is_no_formula(string body)
    {
        // Of several, the first is reported.
        int first = body.IndexOf("{|LG0103:", System.StringComparison.Ordinal);
        int end = body.IndexOf("|}", first, System.StringComparison.Ordinal) + 2;
        string one = body[..end] + Declared.Unmarked(body[end..]);
        await IsRefused("static double Other(LossRow row) => 1; [LossFormula] static double F(LossRow row) { " + one + " }");
    }

    [Theory]
    [InlineData("[LossFormula] double {|LG0102:F|}(LossRow row) => 1;")]
    [InlineData("[LossFormula] static float {|LG0102:F|}(LossRow row) => 1;")]
    [InlineData("[LossFormula] static double {|LG0102:F|}(double x) => 1;")]
    [InlineData("[LossFormula] static double {|LG0102:F|}(BinaryRow row) => row.P;")]
    [InlineData("[LossFormula] static double {|LG0102:F|}(LossRow row, int gamma) => 1;")]
    public Task A_signature_that_is_no_formula(string formula) => Test.Reports(Declared.In(Kernel + "\n    " + formula));

    [Theory]
    [InlineData("[{|LG0101:CustomLoss(5, \"G\")|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);", "")]
    [InlineData("[{|LG0101:CustomLoss(5, nameof(F))|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);", "static double F(LossRow row) => 1;")]
    [InlineData("[{|LG0101:CustomLoss(5, nameof(F))|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);", "[LossFormula] static double F(LossRow row) => 1; [LossFormula] static double F(LossRow row, double a) => a;")]
    public Task A_formula_that_is_not_there_or_there_twice(string kernel, string formula) => IsRefused(formula, kernel);

    [Fact]
    public Task A_number_that_the_kernel_does_not_take() => IsRefused("[LossFormula] static double F(LossRow row, {|LG0104:double gamma|}) => gamma * row.Q(row.Target);");

    [Fact]
    public Task A_formula_that_calls_itself() => Declared.IsRefused(Kernel + "\n    [LossFormula] static double F(LossRow row) => row.Q(row.Target) + {|LG0105:F(row)|};");

    [Fact]
    public Task Class_weights_without_a_class_index() => IsRefused(
        "[LossFormula] static double F(LossRow row) => row.Sum(k => row.Label(k) * row.NegLogP(k));",
        "[{|LG0010:CustomLoss(5, nameof(F))|}] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> classWeights);");

    [Fact]
    public Task A_mask_of_labels() => IsRefused(
        "[LossFormula] static double F(BinaryRow row) => row.Label * row.NegLogP + (1 - row.Label) * row.NegLogQ;",
        "[CustomBinaryLoss(nameof(F), 5)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, ReadOnlySpan<bool> {|LG0010:mask|});");

    [Fact]
    public Task Targets_that_the_formula_does_not_look_at() => IsRefused(
        "[LossFormula] static double F(LossRow row) => row.Sum(k => row.P(k) * row.P(k));",
        "[CustomLoss(5, nameof(F))] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> {|LG0010:targets|});");

    [Theory]
    [InlineData("[LossFormula] static double F(LossRow row) => ;")]
    [InlineData("[LossFormula] static double F(LossRow row) => row.;")]
    [InlineData("[LossFormula] static double F(LossRow row) { if (row.P(")]
    [InlineData("[LossFormula] static double F(LossRow) => row.P(row.Target);")]
    [InlineData("[LossFormula] static double F(LossRow row) => row.Sum(k => );")]
    [InlineData("[LossFormula] static double F(LossRow row, Func<int, double> w) => w() + w(row.Target, 1);")]
    [InlineData("[LossFormula] static partial double F(LossRow row);")]
    [InlineData("[LossFormula] static double F(LossRow row) => row.P(k: row.Target) + missing + Math.Log();")]
    public void Half_typed_formulas_never_make_the_generator_or_the_analyzer_throw(string formula)
    {
        var after = GeneratorHost.Run(GeneratorHost.Compilation(Declared.In(Kernel + "\n" + formula)), null, out _);
        Declared.Ids(after).ShouldNotContain("AD0001");
    }

    private static RoslynTesting.CodeTest Test => Declared.Test;
}
