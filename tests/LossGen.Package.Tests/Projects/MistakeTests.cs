using System;
using System.Linq;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

/// <summary>Wrong declarations in a real build, where generator and analyzers run together.</summary>
[Collection(PackageCollection.Name)]
public class MistakeTests(PackedPackage package)
{
    [Fact]
    public void Every_mistake_is_one_error_at_its_line_and_spares_the_other_kernels()
    {
        FreshProject project = new FreshProject(package, "Mistakes", "WithTensors.csproj.txt").With("Mistakes.cs");
        string[] lines = project.Read("Mistakes.cs").Split('\n');
        string[] expected = [.. lines.Select((line, i) => (line, number: i + 1)).Where(at => at.line.Contains("// LG", StringComparison.Ordinal)).Select(at => $"Mistakes.cs({at.number}) {at.line.Split("// ")[1].Trim()}")];

        CommandResult build = project.Build();

        build.ExitCode.ShouldNotBe(0, build.Transcript);
        BuildDiagnostics.In(build).ShouldBe(expected, ignoreOrder: true, build.Transcript);
        build.Output.ShouldNotContain("error CS", customMessage: build.Transcript);
        build.Output.ShouldNotContain("CS8785", customMessage: build.Transcript);
    }

    [Fact]
    public void A_project_of_an_older_language_sees_no_error_in_a_generated_file()
    {
        var project = new FreshProject(package, "OldLanguage", "Standard.csproj.txt");
        project.Write("OldLanguage.csproj", project.Read("OldLanguage.csproj").Replace("<LangVersion>latest</LangVersion>", "<LangVersion>7.3</LangVersion>", StringComparison.Ordinal).Replace("<Nullable>enable</Nullable>", string.Empty, StringComparison.Ordinal));
        project.Write("Kernel.cs", """
            using System;

            public static partial class Kernel
            {
                [LossGen.CrossEntropy(10)] // LG0004
                public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
            """);

        CommandResult build = project.Build();

        build.ExitCode.ShouldNotBe(0, build.Transcript);
        BuildDiagnostics.In(build).ShouldBe(["Kernel.cs(5) LG0004", "Kernel.cs(6) CS8370", "Kernel.cs(6) CS8795"], build.Transcript);
    }
}
