using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;
using LossGen.Playground.Examples;
using Shouldly;
using Xunit;

namespace LossGen.Playground.Tests;

public sealed class ExampleTests
{
    private static readonly Workbench Workbench = Samples.WithTorch();

    public static TheoryData<string> Titles => new(ExampleList.All.Select(example => example.Group + ": " + example.Title));

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task An_example_compiles_and_shows_its_rule(string title)
    {
        Example example = ExampleList.All.Single(candidate => candidate.Group + ": " + candidate.Title == title);
        Report report = await Workbench.Analyze(example.Code(), CancellationToken.None);
        report.Findings.Where(finding => finding.Severity == "Error" && finding.Id != example.Rule)
            .Select(finding => $"{finding.Line}: {finding.Id} {finding.Message}").ShouldBeEmpty(example.Code());
        if (example.Rule is { } rule)
        {
            report.Findings.Select(finding => finding.Id).ShouldContain(rule, example.Code());
        }
    }

    [Theory]
    [InlineData("no activation, then cross_entropy", "")]
    [InlineData("softmax, then cross_entropy", "LG2001")]
    [InlineData("log_softmax, then nll_loss", "")]
    [InlineData("softmax, then nll_loss", "LG2003")]
    [InlineData("sigmoid, then binary_cross_entropy_with_logits", "LG2001")]
    [InlineData("no activation, then binary_cross_entropy", "LG2008")]
    public async Task A_pair_has_its_verdict(string title, string verdict)
    {
        Example example = ExampleList.All.Single(candidate => candidate.Title == title);
        Report report = await Workbench.Analyze(example.Code(), CancellationToken.None);
        string.Join(' ', report.Findings.Select(finding => finding.Id)).ShouldBe(verdict);
    }

    [Fact]
    public void Every_group_is_there() => ExampleList.All.Select(example => example.Group).Distinct().ShouldBe(
        ["Start here", "Kernels of the documentation", "Quiz: one label of several", "Quiz: yes or no", "One per rule"]);
}
