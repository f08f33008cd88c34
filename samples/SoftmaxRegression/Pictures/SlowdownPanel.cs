using System.Linq;
using ScottPlot;
using SoftmaxRegressionSample.Sections;

namespace SoftmaxRegressionSample.Pictures;

/// <summary>The neuron's output over the steps, for both losses.</summary>
internal static class SlowdownPanel
{
    public static Plot Of(Slowdown slowdown)
    {
        var plot = new Plot();
        double[] steps = [.. Enumerable.Range(0, slowdown.Quadratic.Length).Select(step => (double)step)];
        plot.Add.ScatterLine(steps, slowdown.Quadratic, Color.FromHex("#c2455e")).LegendText = "quadratic";
        plot.Add.ScatterLine(steps, slowdown.CrossEntropy, Color.FromHex("#0b6e4f")).LegendText = "cross-entropy";
        plot.Title("A neuron that should say 0");
        plot.XLabel("step");
        plot.YLabel("output");
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }
}
