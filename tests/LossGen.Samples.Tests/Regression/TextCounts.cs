using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.ProcessTesting;

namespace LossGen.Samples.Tests.Regression;

/// <summary>What counting the characters of README.md says of a model's perplexity, without a model.</summary>
internal sealed class TextCounts
{
    private readonly string training;
    private readonly string rest;

    private TextCounts(string text)
    {
        Length = text.Length;
        training = text[..(int)(text.Length * 0.8)];
        rest = text[training.Length..];
    }

    public int Length { get; }

    /// <summary>e to the entropy of the characters.</summary>
    public double UnigramPerplexity => Math.Exp(-training.Average(character => Math.Log(Share(character))));

    public double UnigramPerplexityOfTheRest => Math.Exp(-rest.Average(character => Math.Log(Share(character))));

    /// <summary>e to the entropy of a character, given the one before.</summary>
    public double PairPerplexity
    {
        get
        {
            var pairs = training.Zip(training.Skip(1)).ToArray();
            var ofPair = pairs.CountBy(pair => pair).ToDictionary();
            var ofFirst = pairs.CountBy(pair => pair.First).ToDictionary();
            return Math.Exp(-pairs.Average(pair => Math.Log((double)ofPair[pair] / ofFirst[pair.First])));
        }
    }

    public static TextCounts OfReadme() =>
        new(Regex.Replace(File.ReadAllText(Path.Combine(Checkout.Root, "README.md")).ToLowerInvariant(), "[^a-z]+", " "));

    private double Share(char character) => (double)training.Count(other => other == character) / training.Length;
}
