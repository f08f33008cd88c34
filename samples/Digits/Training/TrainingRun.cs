using Digits.Display;
using Digits.Input;
using Digits.Model;
using LossGen.Models;

namespace Digits.Training;

/// <summary>From data to a trained classifier, with a display that is told of every iteration.</summary>
internal static class TrainingRun
{
    public const double L2 = 1e-3;

    public static Outcome Of(DigitSet data, IDisplay display)
    {
        var (training, test) = data.Split();
        var model = display.Train(progress => SoftmaxRegression.Fit(
            training.Pixels,
            DigitSet.Features,
            training.Labels,
            new() { Classes = DigitSet.Classes, L2 = L2, Tolerance = 1e-8, Progress = progress }));

        float[] logits = DigitLoss.Logits(model, training.Pixels);
        return new Outcome(
            model.Report!,
            DigitLoss.LossAndGradient(logits, training.Labels, new float[logits.Length]),
            Evaluation.Of(model, training),
            test.Rows > 0 ? Evaluation.Of(model, test) : null,
            KernelSpeed.Measure(logits, training.Labels));
    }
}
