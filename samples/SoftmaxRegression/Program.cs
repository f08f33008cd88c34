using System;
using System.Linq;
using LossGen;
using LossGen.Models;
using SoftmaxRegressionSample;
using Spectre.Console;

var console = AnsiConsole.Console;
console.WriteLine("Softmax regression: mean cross-entropy + 0.0005·Σ W², in double. Shape is rows × features, classes.");
console.WriteLine();

var table = new Table().AddColumns("data", "shape", "reference", "found", "steps", "accuracy");
foreach (var data in DataSet.All())
{
    var model = Fit(data, new() { Standardize = data.Standardize, Tolerance = 1e-8 });
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
var wine = DataSet.All()[1];
console.WriteLine();
console.WriteLine("Wine, class by class:");
console.WriteLine();
console.WriteLine(Report(Fit(wine, new() { Standardize = true }), wine).ToText("Barolo", "Grignolino", "Barbera"));
DrawPath(wine);
CompareSteps(DataSet.All()[0]);

static SoftmaxRegression Fit(DataSet data, SoftmaxRegressionOptions options) => SoftmaxRegression.Fit(data.Features, data.FeatureCount, data.Labels, options);

static ClassificationReport Report(SoftmaxRegression model, DataSet data)
{
    double[] probabilities = new double[data.Labels.Length * model.Classes];
    model.PredictProbabilities(data.Features, probabilities);
    return ClassificationReport.Of(probabilities, data.Labels, model.Classes);
}

// An L1 penalty switches features off, one after another: a row per penalty, a column per coefficient.
static void DrawPath(DataSet data)
{
    AnsiConsole.WriteLine("Wine with an L1 penalty: ■ large, ▪ small, · exactly 0; 13 for each class");
    AnsiConsole.WriteLine();
    for (double penalty = 1e-3; penalty < 1; penalty *= 2)
    {
        var model = Fit(data, new() { L1 = penalty, L2 = 0, Standardize = true });
        var marks = model.Coefficients.ToArray().Select((w, i) => (i > 0 && i % data.FeatureCount == 0 ? "  " : "") + (w == 0 ? "·" : Math.Abs(w) > 0.2 ? "■" : "▪"));
        AnsiConsole.WriteLine($"{penalty,6:F3}  {string.Concat(marks)}   loss {model.Report!.Objective:F3}");
    }

    AnsiConsole.WriteLine();
}

// Where a fixed rate creeps, the best step along the gradient takes fewer iterations, and curvature fewer still.
static void CompareSteps(DataSet data)
{
    AnsiConsole.WriteLine("Iris, iterations to a gradient below 1e-4:");
    AnsiConsole.WriteLine();
    foreach (var solver in new[] { Solver.GradientDescent, Solver.Lbfgs })
    {
        var report = Fit(data, new() { Solver = solver, Standardize = true, Tolerance = 1e-4, MaxIterations = 10_000 }).Report!;
        AnsiConsole.WriteLine($"  {solver,-16}{report.Iterations,6} iterations, {report.Evaluations,6} passes over the data");
    }
}
