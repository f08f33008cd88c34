using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Playground.Analysis;
using LossGen.Playground.Examples;
using Shouldly;
using Xunit;

namespace LossGen.Playground.Tests;

public sealed class WorkbenchTests
{
    [Fact]
    public async Task The_first_program_has_one_finding_whose_fix_leaves_none()
    {
        string text = ExampleList.First.Code();
        var workbench = new Workbench();
        Report report = await workbench.Analyze(text, CancellationToken.None);

        Finding finding = report.Findings.ShouldHaveSingleItem();
        finding.Id.ShouldBe("LG1001");
        text.Split('\n')[finding.Line - 1][(finding.Column - 1)..(finding.EndColumn - 1)].ShouldBe("MathF.Log(p[label])");

        Fix fix = (await Workbench.Fixes(report, finding, CancellationToken.None)).First();
        string after = Samples.Apply(text, fix);
        after.ShouldContain("StableMath.LogSoftmax(z, p);");
        (await workbench.Analyze(after, CancellationToken.None)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_kernels_file_is_there_and_changes_with_the_attribute()
    {
        var workbench = new Workbench();
        string text = ExampleList.First.Code();
        Report ten = await workbench.Analyze(text, CancellationToken.None);
        Report three = await workbench.Analyze(text.Replace("(10)", "(3)"), CancellationToken.None);
        ten.Files.ShouldHaveSingleItem().Text.ShouldContain("Cross-entropy of 10 classes");
        three.Files.ShouldHaveSingleItem().Text.ShouldContain("Cross-entropy of 3 classes");
    }

    [Fact]
    public async Task Errors_of_the_compiler_and_of_the_kernels_declaration_are_findings()
    {
        Report report = await Samples.Analyze("""
            static partial class C
            {
                [CrossEntropy(10)]
                public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> target);
                static int Wrong() => "text";
            }
            """);
        report.Findings.Select(finding => finding.Id).ShouldContain("LG0005");
        report.Findings.Select(finding => finding.Id).ShouldContain("CS0029");
    }

    [Fact]
    public async Task Statements_are_a_program_and_types_alone_a_library()
    {
        (await Samples.Analyze("Console.WriteLine(StableMath.Sigmoid(1.0));\n")).Findings.ShouldBeEmpty();
        (await Samples.Analyze("public class C { }\n")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_text_cancels()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<System.OperationCanceledException>(() => new Workbench().Analyze("class C { }", source.Token));
    }
}
