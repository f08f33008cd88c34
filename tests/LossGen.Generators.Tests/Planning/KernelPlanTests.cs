using System.Linq;
using LossGen.GeneratorTesting;
using LossGen.Generators.Planning;
using LossGen.Generators.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Planning;

/// <summary>What will be done, before a line is written: what a row computes, in which passes, and which body a call takes.</summary>
public sealed class KernelPlanTests
{
    private const string Forward = "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)";
    private const string Gradient = "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient)";

    private static KernelPlan Plan(string attribute, string signature, string more = "")
    {
        string source = $$"""
            using System;
            using LossGen;

            public static partial class Kernels
            {
                [{{attribute}}]
                public static partial {{signature}};
                {{more}}
            }
            """;
        var result = GeneratorHost.Driver().RunGenerators(GeneratorHost.Compilation(source)).GetRunResult().Results[0];
        return result.TrackedSteps[StageNames.Plan].SelectMany(step => step.Outputs).Select(output => (PlannedKernel)output.Value)
            .Single(kernel => kernel.Method is not null).Plan.ShouldNotBeNull();
    }

    [Fact]
    public void Ten_classes() => Snapshot.MatchesText(Plan("CrossEntropy(10)", Gradient).ToString());

    [Fact]
    public void A_hundred_classes() => Snapshot.MatchesText(Plan("CrossEntropy(100)", Gradient).ToString());

    [Fact]
    public void A_vocabulary() => Snapshot.MatchesText(Plan("CrossEntropy(32000)", Gradient).ToString());

    [Fact]
    public void Classes_counted_at_run_time() =>
        Snapshot.MatchesText(Plan("CrossEntropy", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes)").ToString());

    [Fact]
    public void Positions_of_a_segmentation() =>
        Snapshot.MatchesText(Plan("CrossEntropy(19, Layout = Layout.ClassStride)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, int inner)").ToString());

    [Fact]
    public void A_mask_that_may_be_absent() =>
        Snapshot.MatchesText(Plan("CrossEntropy(6)", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask = default)").ToString());

    [Fact]
    public void A_loss_of_the_users() => Snapshot.MatchesText(Plan(
        "CustomLoss(10, nameof(Symmetric))",
        "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, double a, double b, Span<float> gradient)",
        "[LossFormula] static double Symmetric(LossRow row, double a, double b) => a * row.NegLogP(row.Target) + b * 4 * row.Q(row.Target);").ToString());

    /// <summary>A plan is compared to know whether a file must be written again.</summary>
    [Fact]
    public void Plans_are_values()
    {
        var plan = Plan("CrossEntropy(10)", Gradient);
        plan.ShouldNotBeSameAs(Plan("CrossEntropy(10)", Gradient));
        plan.ShouldBe(Plan("CrossEntropy(10)", Gradient));
        plan.ShouldNotBe(Plan("CrossEntropy(11)", Gradient));
        plan.ShouldNotBe(Plan("CrossEntropy(10)", Forward));
        plan.ShouldNotBe(Plan("CrossEntropy(10, LabelSmoothing = 0.1)", Gradient));
    }

    /// <summary>Whatever a call has, exactly one body takes it: the first whose numbers fit, and the last one fits always.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(0)]
    public void The_last_body_takes_what_no_other_does(int classes)
    {
        var plan = classes > 0 ? Plan($"CrossEntropy({classes})", Gradient)
            : Plan("CrossEntropy", "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes)");
        plan.Bodies.Count.ShouldBeGreaterThan(3);
        plan.Bodies[^1].ShouldSatisfyAllConditions(
            body => body.Bits.ShouldBe(0),
            body => body.FromRows.ShouldBeNull(),
            body => body.UpToRows.ShouldBeNull(),
            body => body.FromClasses.ShouldBeNull());
        plan.Bodies.Select(body => body.Name).ShouldBeUnique();

        // An empty batch must not end up in a body that reads a row without looking.
        plan.Bodies.Where(body => body.Schedule == Schedule.OneLane && (body.FromRows != 1 || body.UpToRows != 1)).ShouldBeEmpty();

        // Behind a body that takes every call with its vectors, another one with the same vectors would never run.
        foreach (var (body, place) in plan.Bodies.Select((body, place) => (body, place)))
        {
            plan.Bodies.Take(place).Where(earlier => earlier.Bits == body.Bits && TakesEverything(earlier)).ShouldBeEmpty(body.Name);
        }
    }

    private static bool TakesEverything(BodyPlan body) => body is { FromRows: null, UpToRows: null, FromClasses: null, UpToClasses: null };
}
