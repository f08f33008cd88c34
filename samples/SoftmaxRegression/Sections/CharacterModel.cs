using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.Models;
using Spectre.Console;

namespace SoftmaxRegressionSample.Sections;

/// <summary>How well the next character is predicted from some characters before it.</summary>
/// <param name="Context">How many.</param>
/// <param name="Training">The perplexity of the text that the model was fitted to: e to the mean cross-entropy.</param>
/// <param name="Test">That of the rest.</param>
internal sealed record Perplexity(int Context, double Training, double Test);

/// <summary>
/// A model of text: the features are the characters before, each as 27 zeros and ones, and the class is the next one. Letters count without case,
/// and everything else between them is one space. A perplexity of n is as much doubt as between n characters that are equally likely.
/// </summary>
internal sealed class CharacterModel
{
    private const string Alphabet = " abcdefghijklmnopqrstuvwxyz";
    private const int LongestContext = 3;
    private const double TrainingShare = 0.8;

    private CharacterModel(int length, IReadOnlyList<Perplexity> perplexities)
    {
        Length = length;
        Perplexities = perplexities;
    }

    public int Length { get; }

    public IReadOnlyList<Perplexity> Perplexities { get; }

    public static CharacterModel OfReadme()
    {
        using var stream = typeof(CharacterModel).Assembly.GetManifestResourceStream("README.md") ?? throw new FileNotFoundException("README.md");
        using var reader = new StreamReader(stream);
        int[] text = Indices(reader.ReadToEnd());
        return new CharacterModel(text.Length, [.. Enumerable.Range(0, LongestContext + 1).Select(context => Of(text, context))]);
    }

    public void Print()
    {
        AnsiConsole.WriteLine($"Perplexity of the next of {Length} letters and spaces of README.md:");
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("  characters before  fitted to 80 %  the other 20 %");
        AnsiConsole.WriteLine($"  {"all equally likely",17}{(double)Alphabet.Length,15:F4}{(double)Alphabet.Length,16:F4}");
        foreach (var perplexity in Perplexities)
        {
            AnsiConsole.WriteLine($"  {perplexity.Context,17}{perplexity.Training,16:F4}{perplexity.Test,16:F4}");
        }

        AnsiConsole.WriteLine();
    }

    private static int[] Indices(string text)
    {
        var indices = new List<int>();
        foreach (char character in text)
        {
            int index = Math.Max(0, Alphabet.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal));
            if (index > 0 || indices is not [.., 0])
            {
                indices.Add(index);
            }
        }

        return [.. indices];
    }

    private static Perplexity Of(int[] text, int context)
    {
        int split = (int)(text.Length * TrainingShare);
        var (features, labels) = Rows(text[..split], context);
        var model = SoftmaxRegression.Fit(
            features, context * Alphabet.Length, labels, new() { Classes = Alphabet.Length, L2 = 1e-6, Tolerance = 1e-5 });
        return new Perplexity(context, Of(model, features, labels), Of(model, Rows(text[split..], context)));
    }

    private static double Of(SoftmaxRegression model, (float[] Features, int[] Labels) rows) => Of(model, rows.Features, rows.Labels);

    private static double Of(SoftmaxRegression model, float[] features, int[] labels)
    {
        double[] logits = new double[labels.Length * Alphabet.Length];
        model.DecisionFunction(features, logits);
        return Math.Exp(TextLoss.Mean(logits, labels));
    }

    /// <summary>All characters with enough others before them.</summary>
    private static (float[] Features, int[] Labels) Rows(int[] text, int context)
    {
        int rows = text.Length - context;
        float[] features = new float[rows * context * Alphabet.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int back = 0; back < context; back++)
            {
                features[(((row * context) + back) * Alphabet.Length) + text[row + context - 1 - back]] = 1;
            }
        }

        return (features, text[context..]);
    }
}
