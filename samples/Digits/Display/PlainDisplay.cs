using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Digits.Input;
using Digits.Model;
using Digits.Training;
using LossGen.Models;

namespace Digits.Display;

/// <summary>Lines of text and nothing else, for logs.</summary>
internal sealed class PlainDisplay(TextWriter output) : IDisplay
{
    private const int Every = 10;

    public void Start(string source, DigitSet data) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Softmax regression on {source}: {data.Rows} images of {DigitSet.Features} pixels"));

    public SoftmaxRegression Train(Func<IProgress<FitProgress>, SoftmaxRegression> fit)
    {
        FitProgress last = default;
        var model = fit(new StepProgress(step =>
        {
            last = step;
            if (step.Iteration % Every == 0)
            {
                Write(step);
            }
        }));
        if (last.Iteration % Every != 0)
        {
            Write(last);
        }

        return model;
    }

    public void Finish(Outcome outcome)
    {
        foreach (var (name, value) in Texts.Figures(outcome))
        {
            output.WriteLine(Texts.Line(name, value));
        }

        if (outcome.Test is { } test)
        {
            Write(test);
        }
    }

    private void Write(FitProgress step) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"iteration {step.Iteration,4}  objective {step.Objective:F10}  largest gradient {step.GradientNorm:0.0e-0}"));

    private void Write(Evaluation test)
    {
        output.WriteLine("confusion matrix of the test rows (a line per digit, a column per prediction)");
        output.WriteLine("      " + string.Concat(Enumerable.Range(0, DigitSet.Classes).Select(Cell)));
        for (int truth = 0; truth < DigitSet.Classes; truth++)
        {
            output.WriteLine(Cell(truth) + "  " + string.Concat(Enumerable.Range(0, DigitSet.Classes).Select(k => Cell(test[truth, k]))));
        }
    }

    private static string Cell(int number) => string.Create(CultureInfo.InvariantCulture, $"{number,4}");
}
