using System;
using System.Linq;
using ScottPlot;
using ScottPlot.TickGenerators;
using SoftmaxRegressionSample.Sections;

namespace SoftmaxRegressionSample.Pictures;

/// <summary>How far each method is above the best objective, both axes logarithmic.</summary>
internal static class DescentPanel
{
    private const int Shown = 2000;
    private const double Least = 1e-9;

    public static Plot Of(Descents descents)
    {
        var plot = new Plot();
        double best = descents.All.Min(descent => descent.Objectives.Min());
        foreach (var descent in descents.All)
        {
            double[] above = [.. descent.Objectives.Take(Shown).Select(objective => Math.Log10(Math.Max(objective - best, Least)))];
            double[] iterations = [.. Enumerable.Range(1, above.Length).Select(iteration => Math.Log10(iteration))];
            plot.Add.ScatterLine(iterations, above).LegendText = descent.Name;
        }

        plot.Title("Iris: objective above the minimum");
        plot.XLabel("iteration");
        plot.Axes.Bottom.TickGenerator = Decades();
        plot.Axes.Left.TickGenerator = Decades();
        plot.ShowLegend(Alignment.LowerLeft);
        return plot;
    }

    private static NumericAutomatic Decades() => new() { IntegerTicksOnly = true, LabelFormatter = exponent => $"1e{exponent:0}" };
}
