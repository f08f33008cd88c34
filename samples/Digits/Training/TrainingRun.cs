using System;
using System.Diagnostics;
using Digits.Display;
using Digits.Input;
using Digits.Model;

namespace Digits.Training;

/// <summary>From data to a trained classifier, with a display that is told of every step.</summary>
internal static class TrainingRun
{
    public const double L2 = 1e-3;

    public static Outcome Of(DigitSet data, IDisplay display)
    {
        var (training, test) = data.Split();
        var objective = new Objective(training, L2);
        var watch = Stopwatch.StartNew();
        Step? last = null;
        display.Train(new Lbfgs(objective.Evaluate).Minimise(new double[LinearLayer.Parameters]), step => last = step);
        TimeSpan time = watch.Elapsed;

        var parameters = last!.Parameters;
        objective.Evaluate(parameters, new double[parameters.Length]);
        return new Outcome(
            last,
            objective.DataTerm,
            Evaluation.Of(parameters, training),
            test.Rows > 0 ? Evaluation.Of(parameters, test) : null,
            time,
            KernelSpeed.Measure(parameters, training));
    }
}
