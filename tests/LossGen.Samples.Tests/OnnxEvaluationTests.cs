using System;
using System.Globalization;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class OnnxEvaluationTests
{
    private static readonly SampleProgram Sample = new("OnnxEvaluation");

    [Fact]
    public void A_model_in_ONNX_Runtime_is_evaluated_and_no_loss_is_lost()
    {
        CommandResult run = Sample.Run().ShouldSucceed();

        run.Number("accuracy").ShouldBeGreaterThan(0.9);
        run.Number("loss").ShouldBeInRange(0.3, 0.6);

        // Too sure of itself, as a model without a penalty to speak of is.
        run.Number("best temperature").ShouldBeGreaterThan(1.5);
        run.Number("least loss").ShouldBeGreaterThan(0);
        string[] zeros = run.Figure("losses of 0").Split(", by hand ");
        zeros[0].ShouldBe("0");
        int.Parse(zeros[1], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        Sample.ShouldPrintWhatItsPageShows(run, 0.02);
    }
}
