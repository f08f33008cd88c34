using System;
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
}
