using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests.Regression;

public sealed class SoftmaxRegressionTests(RegressionSample sample) : IClassFixture<RegressionSample>
{
    [Fact]
    public void Every_data_set_reaches_its_reference_to_the_last_digit_printed()
    {
        string[][] rows =
        [
            .. sample.Result.Lines.Where(line => line.StartsWith('│') && line.Contains("0.", StringComparison.Ordinal))
                .Select(line => line.Split('│', StringSplitOptions.TrimEntries)),
        ];
        rows.Length.ShouldBe(4);
        rows.ShouldEach(cells => cells[3] == cells[4]);
        sample.Result.Lines.ShouldContain(line => line.StartsWith(" 0.512  ·············  ·············  ·············", StringComparison.Ordinal));
    }

    [Fact]
    public void The_outputs_of_the_slow_neuron_are_those_of_its_formula()
    {
        double[][] rows = sample.Table("step  quadratic  cross-entropy");
        double[] quadratic = Neuron.Outputs((a, slope) => a * slope);
        double[] crossEntropy = Neuron.Outputs((a, _) => a);

        rows.Select(row => (int)row[0]).ShouldBe([0, 50, 100, 150, 200, 250, 300]);
        rows.ShouldEach(row => Math.Abs(row[1] - quadratic[(int)row[0]]) < 1e-6);
        rows.ShouldEach(row => Math.Abs(row[2] - crossEntropy[(int)row[0]]) < 1e-6);

        // a·σ′ against a, so that their quotient is 1/(a·(1 − a)).
        double a = quadratic[0];
        a.ShouldBe(0.98, 0.003);
        sample.Numbers("first gradient").Single().ShouldBe([a * a * (1 - a), a, 1 / (a * (1 - a))], 0.05);
        sample.Numbers("first gradient").Single()[0].ShouldBe(a * a * (1 - a), 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_fixed_step_takes_as_many_iterations_as_the_textbooks_loop(int rate)
    {
        double[] numbers = sample.Numbers($"fixed step {rate}.0").Single();
        int expected = IrisDescent.Iterations(rate, tolerance: 1e-4);

        // Another order of additions may carry the last gradient over the tolerance one step earlier or later.
        numbers[0].ShouldBe(expected, 1);
        numbers[1].ShouldBe(numbers[0] + 1);
    }

    [Fact]
    public void The_best_step_needs_fewer_iterations_than_any_fixed_one_and_curvature_the_fewest_passes()
    {
        double[][] steps = sample.Numbers("fixed step ");
        double[] brent = sample.Numbers("best step (Brent)").Single();
        double[] curvature = sample.Numbers("L-BFGS").Single();

        // Rate, iterations, passes.
        steps.Length.ShouldBe(4);
        steps.ShouldEach(step => brent[0] < step[1]);
        steps.Select(step => step[2]).Append(brent[1]).ShouldEach(passes => curvature[1] < passes);
        sample.Result.Lines.ShouldContain(line => line.Contains("fixed step 0.1", StringComparison.Ordinal) && line.EndsWith(", given up", StringComparison.Ordinal));
    }

    [Fact]
    public void The_perplexities_of_the_text_are_those_of_its_counts()
    {
        double[][] rows = sample.Table("characters before  fitted to");
        rows.Length.ShouldBe(4);

        // Without a context the model is the frequencies of the characters, and its perplexity e to their entropy.
        var counts = TextCounts.OfReadme();
        rows[0][1].ShouldBe(counts.UnigramPerplexity, 1e-3);
        rows[0][2].ShouldBe(counts.UnigramPerplexityOfTheRest, 5e-3);

        // With one character before it is a table of pairs; the tiny penalty keeps it a little above.
        rows[1][1].ShouldBeInRange(counts.PairPerplexity - 5e-5, counts.PairPerplexity * 1.01);
        rows.Zip(rows.Skip(1)).ShouldEach(pair => pair.Second[1] < pair.First[1]);
        sample.Result.Output.ShouldContain($"of {counts.Length} letters and spaces");
    }
}
