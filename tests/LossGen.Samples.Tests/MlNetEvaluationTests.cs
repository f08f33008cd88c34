using System;
using System.Globalization;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class MlNetEvaluationTests
{
    private static readonly SampleProgram Sample = new("MlNetEvaluation");

    [Fact]
    public void ML_NET_and_LossGen_agree_but_where_a_probability_rounds_to_0()
    {
        CommandResult run = Sample.Run().ShouldSucceed();

        (double mlNet, double ours) = Both("log loss");
        ours.ShouldBe(mlNet, 1e-5);
        (mlNet, ours) = Both("accuracy");
        ours.ShouldBe(mlNet, 1e-5);
        (mlNet, ours) = Both("hopeless image");
        mlNet.ShouldBe(-Math.Log(1e-15), 0.01);
        ours.ShouldBeGreaterThan(300);
        Sample.ShouldPrintWhatItsPageShows(run, 0.02);

        (double MlNet, double Ours) Both(string name)
        {
            double[] numbers =
            [
                .. run.Figure(name).Split(", ").Select(part => double.Parse(part.Split(' ')[1], CultureInfo.InvariantCulture)),
            ];
            return (numbers[0], numbers[1]);
        }
    }
}
