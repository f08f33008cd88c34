using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;
using LossGen.Playground.Examples;
using LossGen.Playground.Running;
using Shouldly;
using Xunit;

namespace LossGen.Playground.Tests;

/// <summary>A kernel of a program, called with typed numbers, beside the formula as it is printed.</summary>
public sealed class RunTests
{
    private const string Logits = "public static partial double Loss(ReadOnlySpan<double> logits";

    private const string Indices = Logits + ", ReadOnlySpan<int> targets";

    private const string Outputs = ", Span<double> probabilities, Span<double> gradient);";

    public static TheoryData<string> Declarations =>
    [
        "[CrossEntropy(4)] " + Indices + Outputs,
        "[CrossEntropy(4, LabelSmoothing = 0.1, Temperature = 2)] " + Indices + Outputs,
        "[CrossEntropy(4, ZLoss = 0.1, Softcap = 5)] " + Indices + Outputs,
        "[CrossEntropy] " + Logits + ", ReadOnlySpan<double> targets, int classes" + Outputs,
        "[CrossEntropy(4)] " + Indices + ", "
            + "ReadOnlySpan<double> classWeights, ReadOnlySpan<double> sampleWeights, double scale, ReadOnlySpan<bool> mask" + Outputs,
        "[CrossEntropy(4)] public static partial double Loss(double[,] logits, ReadOnlySpan<int> targets, double[,] probabilities, double[,] gradient);",
        "[FocalCrossEntropy(4, Gamma = 1.5)] " + Logits + ", ReadOnlySpan<byte> targets" + Outputs,
        "[PolyCrossEntropy(4)] " + Indices + Outputs,
        "[GeneralizedCrossEntropy(4)] " + Indices + Outputs,
        "[TanimotoLoss(4)] " + Indices + Outputs,
        "[BrierLoss(4)] " + Indices + Outputs,
        "[HingeLoss(4)] " + Indices + Outputs,
        "[SquaredErrorLoss(4)] " + Indices + Outputs,
        "[EntropyLoss(4)] " + Logits + Outputs,
        "[KLDivergence(4)] " + Logits + ", ReadOnlySpan<double> targets" + Outputs,
        "[Distillation(4, Temperature = 3)] " + Logits + ", ReadOnlySpan<double> teacher" + Outputs,
        "[CauchySchwarzDivergence(4)] " + Indices + Outputs,
        "[ExpectationLoss(4)] " + Indices + Outputs,
        "[ChebyshevLoss(4)] " + Indices + Outputs,
        "[SquaredLogLoss(4)] " + Indices + Outputs,
        "[CorrentropyLoss(4)] " + Indices + Outputs,
        "[MultiMarginLoss(4)] " + Indices + Outputs,
        "[CrammerSingerLoss(4)] " + Indices + Outputs,
        "[AbsoluteErrorLoss(4)] " + Indices + Outputs,
        "[JensenShannonDivergence(4)] " + Logits + ", ReadOnlySpan<double> other" + Outputs,
        "[ListNet(4)] " + Logits + ", ReadOnlySpan<double> relevance" + Outputs,
        "[SimilarityCrossEntropy(4)] " + Indices + ", ReadOnlySpan<double> similarity" + Outputs,
        "[ForwardCorrectedCrossEntropy(4)] " + Indices + ", ReadOnlySpan<double> confusion" + Outputs,
        "[PolicyGradient(4)] " + Indices + ", ReadOnlySpan<double> returns, double baseline" + Outputs,
        "[BinaryCrossEntropy(4)] " + Logits + ", ReadOnlySpan<double> targets" + Outputs,
        "[FocalBinaryCrossEntropy(4)] " + Logits + ", ReadOnlySpan<double> targets" + Outputs,
        "[Softmax(4)] public static partial void Loss(ReadOnlySpan<double> logits, Span<double> probabilities);",
        "[LossFormula] static double Mixed(LossRow row, double a) => a * -Math.Log(row.P(row.Target)) + 1 - row.P(row.Target);\n"
            + "[CustomLoss(4, nameof(Mixed))] " + Indices + ", double a" + Outputs,
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task Where_nothing_is_large_the_kernel_and_the_printed_formula_agree(string declaration)
    {
        Report report = await Samples.Analyze("static partial class C\n{\n" + declaration + "\n}\n");
        report.Findings.Where(finding => finding.Severity == "Error").ShouldBeEmpty();
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).ShouldHaveSingleItem();
        var numbers = kernel.Inputs.ToDictionary(input => input, input => KernelInput.Read(input.Suggest(4)));
        numbers[kernel.Inputs.Single(input => input.Name == "logits")] = [0.5, -1, 2, 0.25];
        if (kernel.Inputs.SingleOrDefault(input => input.Name == "targets" && input.Count(4) == 4) is { } targets)
        {
            // As printed, 0·log 0 is not a number.
            numbers[targets] = [0.1, 0.2, 0.6, 0.1];
        }

        KernelResult result = KernelRun.Load(report.Compilation!, kernel, CancellationToken.None).Call(numbers);
        KernelResult naive = KernelRun.Naive(kernel, numbers);
        if (result.Loss is { } loss)
        {
            loss.ShouldBe(naive.Loss!.Value, 1e-12);
        }

        Close(result.Probabilities, naive.Probabilities);
        Close(result.Gradient, naive.Gradient);
    }

    [Fact]
    public async Task Where_a_row_is_confident_or_wrong_the_printed_formula_loses_what_the_kernel_keeps()
    {
        Report report = await Samples.Analyze(ExampleList.First.Code());
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).Single();
        KernelRun run = KernelRun.Load(report.Compilation!, kernel, CancellationToken.None);

        var sure = Numbers(kernel, "25, 0, 0, 0, 0, 0, 0, 0, 0, 0", "0");
        run.Call(sure).Loss!.Value.ShouldBe(9 * Math.Exp(-25), 1e-16);
        KernelRun.Naive(kernel, sure).Loss!.Value.ShouldBe(0);

        var wrong = Numbers(kernel, "0, 800, 0, 0, 0, 0, 0, 0, 0, 0", "0");
        run.Call(wrong).Loss!.Value.ShouldBe(800, 1e-4);
        KernelRun.Naive(kernel, wrong).Loss!.Value.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData("BFloat16", "long")]
    [InlineData("Half", "byte")]
    public async Task Narrow_numbers_integers_and_further_outputs_are_passed_too(string number, string index)
    {
        Report report = await Samples.Analyze($$"""
            using System.Numerics;
            namespace A.B;
            public partial class Outer
            {
                private static partial class Inner
                {
                    [CrossEntropy(4)]
                    private static partial float Loss(
                        ReadOnlySpan<{{number}}> logits, ReadOnlySpan<{{index}}> targets, Span<float> losses, Span<int> predictions, out int correct);
                }
            }
            """);
        report.Findings.Where(finding => finding.Severity == "Error").Select(finding => finding.Message).ShouldBeEmpty();
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).ShouldHaveSingleItem();
        var numbers = kernel.Inputs.ToDictionary(input => input, input => KernelInput.Read(input.Name == "logits" ? "0.5, -1, 2, 0.25" : "2"));
        KernelResult result = KernelRun.Load(report.Compilation!, kernel, CancellationToken.None).Call(numbers);
        result.Loss!.Value.ShouldBe(KernelRun.Naive(kernel, numbers).Loss!.Value, 1e-6);
    }

    [Theory]
    [InlineData("[CrossEntropy(4)] public partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);", "no object to call")]
    [InlineData("[CrossEntropy(4)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask);", "not bits")]
    [InlineData("[CrossEntropy(4)] public static partial float Loss(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<int> targets);", "computes its logits")]
    public async Task What_cannot_be_run_says_why(string declaration, string why)
    {
        Report report = await Samples.Analyze("public partial class C\n{\n" + declaration + "\n}\n");
        report.Findings.Where(finding => finding.Severity == "Error").Select(finding => finding.Message).ShouldBeEmpty();
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).ShouldHaveSingleItem();
        kernel.Refusal.ShouldNotBeNull().ShouldContain(why);
        Should.Throw<InvalidOperationException>(() => KernelRun.Load(report.Compilation!, kernel, CancellationToken.None));
    }

    [Fact]
    public async Task What_a_kernel_throws_is_said_and_an_ignored_row_has_no_printed_formula()
    {
        Report report = await Samples.Analyze("""
            static partial class C
            {
                [CrossEntropy(4, IgnoreIndex = -1)]
                public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets);
            }
            """);
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).ShouldHaveSingleItem();
        KernelRun run = KernelRun.Load(report.Compilation!, kernel, CancellationToken.None);
        Should.Throw<InvalidOperationException>(() => run.Call(Numbers(kernel, "1, 2, 3, 4", "7"))).Message.ShouldContain("7");
        run.Call(Numbers(kernel, "1, 2, 3, 4", "-1")).Loss!.Value.ShouldBe(double.NaN);
        KernelRun.Naive(kernel, Numbers(kernel, "1, 2, 3, 4", "-1")).ShouldBe(new KernelResult(null, null, null));
    }

    [Fact]
    public async Task A_margin_has_no_printed_formula_and_runs_all_the_same()
    {
        Report report = await Samples.Analyze("""
            static partial class C
            {
                [LargeMarginCrossEntropy(4, Margin = 2)]
                public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, ReadOnlySpan<double> norms);
            }
            """);
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).ShouldHaveSingleItem();
        var numbers = kernel.Inputs.ToDictionary(input => input, input => KernelInput.Read(input.Suggest(4)));
        numbers[kernel.Inputs.Single(input => input.Name == "logits")] = [0.5, -0.5, 0.25, 0];
        KernelRun.Load(report.Compilation!, kernel, CancellationToken.None).Call(numbers).Loss!.Value.ShouldBeGreaterThan(0);
        KernelRun.Naive(kernel, numbers).ShouldBe(new KernelResult(null, null, null));
    }

    [Theory]
    [InlineData("1, 2", "0", "The kernel has 10 classes; type 10 logits, not 2.")]
    [InlineData("1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "0 1", "'targets' takes 1 numbers for 10 classes, not 2.")]
    public async Task What_does_not_fit_is_said(string logits, string targets, string message)
    {
        Report report = await Samples.Analyze(ExampleList.First.Code());
        Kernel kernel = Kernel.In(report.Compilation!, CancellationToken.None).Single();
        KernelRun run = KernelRun.Load(report.Compilation!, kernel, CancellationToken.None);
        Should.Throw<ArgumentException>(() => run.Call(Numbers(kernel, logits, targets))).Message.ShouldBe(message);
    }

    [Fact]
    public void Numbers_are_read_as_people_type_them()
    {
        KernelInput.Read("1, 2;3\n−4 1e-3 ∞ -inf").ShouldBe([1, 2, 3, -4, 1e-3, double.PositiveInfinity, double.NegativeInfinity]);
        Should.Throw<FormatException>(() => KernelInput.Read("1, x")).Message.ShouldBe("'x' is not a number.");
    }

    private static Dictionary<KernelInput, double[]> Numbers(Kernel kernel, string logits, string targets) =>
        kernel.Inputs.ToDictionary(input => input, input => KernelInput.Read(input.Name == "logits" ? logits : targets));

    private static void Close(double[]? actual, double[]? expected)
    {
        if (actual is null)
        {
            return;
        }

        actual.Length.ShouldBe(expected!.Length);
        for (int k = 0; k < actual.Length; k++)
        {
            actual[k].ShouldBe(expected[k], 1e-12, $"class {k}");
        }
    }
}
