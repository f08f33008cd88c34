using System;
using System.IO;
using System.Linq;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Publishing;

[Collection(PackageCollection.Name)]
public class TrimmedTests(PackedPackage package)
{
    [Fact]
    public void A_trimmed_self_contained_program_runs()
    {
        FreshProject project = new FreshProject(package, "Trimmed", "Console.csproj.txt").With("Kernels.cs").With("Program.cs");
        string output = Path.Combine(project.Folder, "published");

        CommandResult publish = project.Command("publish", "-c", "Release", "-r", Rid.Current, "-p:PublishTrimmed=true", "--self-contained", "-o", output);
        if (publish.Output.Contains("NU1101", StringComparison.Ordinal))
        {
            throw new CommandFailedException("The runtime pack of a self-contained program cannot be restored from the package sources of this machine:\n" + publish.Transcript);
        }

        publish.ShouldSucceed();
        BuildDiagnostics.In(publish).ShouldBeEmpty();
        publish.Output.ShouldNotContain("warning IL");

        // Only a trimmed program has that few assemblies.
        Directory.GetFiles(output, "*.dll").Count().ShouldBeLessThan(40);
        ExpectedLosses.ShouldBePrinted(Dotnet.Run(Path.Combine(output, "Trimmed"), output, TimeSpan.FromMinutes(1), package.Environment));
    }
}
