using System;
using System.IO;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Publishing;

[Collection(PackageCollection.Name)]
public class NativeAotTests(PackedPackage package)
{
    [NativeAotFact]
    public void A_native_program_runs()
    {
        FreshProject project = new FreshProject(package, "Native", "Console.csproj.txt").With("Kernels.cs").With("Program.cs");
        string output = Path.Combine(project.Folder, "published");

        CommandResult publish = project.Command("publish", "-c", "Release", "-r", Rid.Current, "-p:PublishAot=true", "-o", output).ShouldSucceed();

        publish.Output.ShouldNotContain("warning IL");
        ExpectedLosses.ShouldBePrinted(Dotnet.Run(Path.Combine(output, "Native"), output, TimeSpan.FromMinutes(1), package.Environment));
    }
}
