using System.Linq;
using ScottPlot;
using SoftmaxRegressionSample.Sections;

namespace SoftmaxRegressionSample.Pictures;

/// <summary>The perplexity over the number of characters that the model sees.</summary>
internal static class PerplexityPanel
{
    public static Plot Of(CharacterModel text)
    {
        var plot = new Plot();
        double[] contexts = [.. text.Perplexities.Select(perplexity => (double)perplexity.Context)];
        plot.Add.Scatter(contexts, text.Perplexities.Select(perplexity => perplexity.Training).ToArray(), Color.FromHex("#0b6e4f")).LegendText = "fitted to";
        plot.Add.Scatter(contexts, text.Perplexities.Select(perplexity => perplexity.Test).ToArray(), Color.FromHex("#3f86c9")).LegendText = "the rest";
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.Title("README.md: perplexity of the next character");
        plot.XLabel("characters before");
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }
}
