using System;
using System.Linq;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

[Collection(PackageCollection.Name)]
public class WarningTests(PackedPackage package)
{
    [Fact]
    public void Warnings_are_reported_and_one_is_fixed_from_the_command_line()
    {
        FreshProject project = new FreshProject(package, "Warnings", "WithTensors.csproj.txt").With("Unstable.cs");

        BuildDiagnostics.In(project.Build().ShouldSucceed()).ShouldBe(["Unstable.cs(13) LG1001", "Unstable.cs(20) LG2001"]);

        CommandResult format = project.Format("analyzers", "--severity", "warn", "--diagnostics", "LG1001", "--no-restore", "--verbosity", "diagnostic").ShouldSucceed();
        string source = project.Read("Unstable.cs");
        source.ShouldContain("StableMath.LogSoftmax(logits, result);", customMessage: format.Transcript);
        source.ShouldNotContain("TensorPrimitives.Log(");

        // The cure of LG2001 changes results, so that nobody applies it unasked; here a person does.
        project.Write("Unstable.cs", source.Replace("Loss(probabilities, targets)", "Loss(logits, targets)", StringComparison.Ordinal));
        CommandResult clean = project.Build("-warnaserror").ShouldSucceed();
        BuildDiagnostics.In(clean).ShouldBeEmpty(clean.Transcript);
    }

    [Fact]
    public void A_preset_of_the_package_sets_the_severities()
    {
        FreshProject project = new FreshProject(package, "Preset", "WithTensors.csproj.txt").With("Unstable.cs");

        CommandResult strict = project.Build("-p:LossGenPreset=strict");
        strict.ExitCode.ShouldNotBe(0, strict.Transcript);
        strict.Output.ShouldContain("error LG1001");

        CommandResult unknown = project.Build("-p:LossGenPreset=harsh");
        unknown.ExitCode.ShouldNotBe(0, unknown.Transcript);
        unknown.Output.ShouldContain("LossGenPreset is 'harsh'");

        project.Build("-p:LossGenPreset=default").ShouldSucceed().Output.ShouldContain("warning LG1001");
    }

    [Fact]
    public void The_log_of_a_build_is_SARIF_that_a_reader_understands()
    {
        FreshProject project = new FreshProject(package, "Sarif", "WithTensors.csproj.txt").With("Unstable.cs");
        project.Build("-p:ErrorLog=out.sarif%2Cversion=2.1").ShouldSucceed();

        var log = SarifLog.Read(System.IO.Path.Combine(project.Folder, "out.sarif"));

        log.Results.Where(result => result.Id.StartsWith("LG", StringComparison.Ordinal)).Select(result => (result.Id, result.Level, result.File, result.Line))
            .ShouldBe([("LG1001", "warning", "Unstable.cs", 13), ("LG2001", "warning", "Unstable.cs", 20)], ignoreOrder: true);
        log.Results.ShouldEach(result => result.Message.Length > 0);
        log.Rules["LG1001"].ShouldEndWith("docs/rules/LG1001.md");
    }
}
