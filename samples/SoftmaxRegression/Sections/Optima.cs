using System;
using System.Collections.Generic;
using LossGen;
using LossGen.Models;
using Spectre.Console;

namespace SoftmaxRegressionSample.Sections;

/// <summary>Every data set to its minimum, and one of them class by class.</summary>
internal static class Optima
{
    public static void Print(IReadOnlyList<DataSet> sets)
    {
        var console = AnsiConsole.Console;
        console.WriteLine("Softmax regression: mean cross-entropy + 0.0005·Σ W², in double. Shape is rows × features, classes.");
        console.WriteLine();
        var table = new Table().AddColumns("data", "shape", "reference", "found", "steps", "accuracy");
        foreach (var data in sets)
        {
            var model = data.Fit(new() { Standardize = data.Standardize, Tolerance = 1e-8 });
            table.AddRow(
                data.Name,
                $"{data.Labels.Length} × {data.FeatureCount}, {data.Classes}",
                $"{data.Optimum:F10}",
                $"{model.Report!.Objective:F10}",
                $"{model.Report.Iterations}",
                $"{Report(model, data).Accuracy:F5}");
        }

        foreach (var column in table.Columns)
        {
            column.NoWrap();
        }

        console.Write(table);
        console.WriteLine();
        console.WriteLine("Wine, class by class:");
        console.WriteLine();
        console.WriteLine(Report(sets[1].Fit(new() { Standardize = true }), sets[1]).ToText("Barolo", "Grignolino", "Barbera"));
    }

    private static ClassificationReport Report(SoftmaxRegression model, DataSet data)
    {
        double[] probabilities = new double[data.Labels.Length * model.Classes];
        model.PredictProbabilities(data.Features, probabilities);
        return ClassificationReport.Of(probabilities, data.Labels, model.Classes);
    }
}
