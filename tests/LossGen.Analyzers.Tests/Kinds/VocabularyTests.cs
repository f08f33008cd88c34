using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Analyzers.Evidence;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>What names say, as <c>Evidence/Vocabulary.txt</c> has it.</summary>
public class VocabularyTests
{
    private static readonly string Analyzers = Path.Combine(
        typeof(VocabularyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!, "analyzers/LossGen.Analyzers");

    [Theory]
    [InlineData("Target", "yTrue", "Sure")]
    [InlineData("Target", "targets", "Certain")]
    [InlineData("Target", "ideal", "Likely")]
    [InlineData("Target", "query", "None")]
    [InlineData("Prediction", "y_pred", "Certain")]
    [InlineData("Prediction", "outputs", "Sure")]
    [InlineData("Prediction", "p", "Likely")]
    [InlineData("Prediction", "outputCount", "None")]
    [InlineData("Probability", "probs", "Likely")]
    [InlineData("Probability", "logProb", "None")]
    [InlineData("ProbabilityItself", "softmax", "Likely")]
    [InlineData("ProbabilityItself", "logSoftmax", "None")]
    [InlineData("Epsilon", "_logEps", "Likely")]
    [InlineData("Epsilon", "steps", "None")]
    [InlineData("Loss", "NegativeLogLikelihood", "Sure")]
    [InlineData("Loss", "PathCost", "Likely")]
    [InlineData("Loss", "PoissonLoss", "None")]
    [InlineData("Reversal", "ReverseCrossEntropy", "Likely")]
    [InlineData("Reversal", "RCE", "Likely")]
    [InlineData("Reversal", "RCELoss", "Likely")]
    [InlineData("Reversal", "SourceLoss", "None")]
    [InlineData("Reversal", "PercentageOfForce", "None")]
    [InlineData("Content", "values", "Likely")]
    [InlineData("Content", "targetValues", "None")]
    [InlineData("Softmax", "ApplySoftmax", "Likely")]
    [InlineData("Softmax", "GumbelSoftmax", "None")]
    public void A_name_says_how_sure_it_is(string meaning, string name, string degree) =>
        Vocabulary.Default.Weigh(name, Enum.Parse<Meaning>(meaning)).ShouldBe(Enum.Parse<Degree>(degree));

    [Fact]
    public void A_softmax_is_no_maximum()
    {
        Names.IsMaximum("softmax", Degree.Likely).ShouldBeFalse();
        Names.IsMaximum("softmaxMax", Degree.Certain).ShouldBeTrue();
        Names.IsMaximum("center", Degree.Certain).ShouldBeFalse();
        Names.IsMaximum("center", Degree.Sure).ShouldBeTrue();
    }

    [Fact]
    public void Every_meaning_has_a_section_and_no_word_stands_in_it_twice()
    {
        var words = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        string section = string.Empty;
        foreach (string line in File.ReadLines(Path.Combine(Analyzers, "Evidence/Vocabulary.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                words.Add(section = line.Trim('[', ']').Replace("-", string.Empty, StringComparison.Ordinal), []);
                continue;
            }

            words[section].AddRange(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        words.Keys.ShouldBe(Enum.GetNames<Meaning>(), StringComparer.OrdinalIgnoreCase, ignoreOrder: true);
        foreach ((string meaning, List<string> all) in words)
        {
            all.Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Count, meaning);
        }
    }

    /// <summary>A rule asks what a name says; it never looks at its words.</summary>
    [Fact]
    public void Rules_hold_no_words() => Directory.EnumerateFiles(Path.Combine(Analyzers, "Rules"), "*.cs", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file) is var text && (text.Contains("Words.", StringComparison.Ordinal) || text.Contains("Vocabulary.", StringComparison.Ordinal)))
        .Select(Path.GetFileName).ShouldBeEmpty();
}
