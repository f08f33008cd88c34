using System;
using System.Linq;
using Spectre.Console;

namespace SoftmaxRegressionSample.Sections;

/// <summary>An L1 penalty switches features off, one after another: a row per penalty, a column per coefficient.</summary>
internal static class L1Path
{
    public static void Print(DataSet data)
    {
        AnsiConsole.WriteLine("Wine with an L1 penalty: ■ large, ▪ small, · exactly 0; 13 for each class");
        AnsiConsole.WriteLine();
        for (double penalty = 1e-3; penalty < 1; penalty *= 2)
        {
            var model = data.Fit(new() { L1 = penalty, L2 = 0, Standardize = true });
            var marks = model.Coefficients.ToArray().Select((w, i) => (i > 0 && i % data.FeatureCount == 0 ? "  " : "") + (w == 0 ? "·" : Math.Abs(w) > 0.2 ? "■" : "▪"));
            AnsiConsole.WriteLine($"{penalty,6:F3}  {string.Concat(marks)}   loss {model.Report!.Objective:F3}");
        }

        AnsiConsole.WriteLine();
    }
}
