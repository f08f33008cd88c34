using System;
using System.IO;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

[Collection(PackageCollection.Name)]
public class ConsoleProjectTests(PackedPackage package)
{
    [Fact]
    public void A_kernel_builds_with_every_warning_an_error_and_runs()
    {
        FreshProject project = new FreshProject(package, "Console", "Console.csproj.txt").With("Kernels.cs").With("Program.cs");

        project.Build().ShouldSucceed().Output.ShouldContain("0 Warning(s)");

        ExpectedLosses.ShouldBePrinted(Dotnet.Run(Dotnet.Host, project.Folder, TimeSpan.FromMinutes(1), package.Environment, "bin/Release/net10.0/Console.dll"));
        ShouldHoldWhatWasBuilt(project);
    }

    [Fact]
    public void A_public_class_may_be_called_Kernels()
    {
        var project = new FreshProject(package, "Names", "Console.csproj.txt");
        project.Write("Names.csproj", project.Read("Names.csproj").Replace("<OutputType>Exe</OutputType>", string.Empty, StringComparison.Ordinal));
        project.Write("Kernels.cs", """
            using System;
            using LossGen;

            [assembly: CLSCompliant(false)]
            [assembly: System.Runtime.InteropServices.ComVisible(false)]

            namespace Fresh;

            public static partial class Kernels
            {
                [CrossEntropy(10, Sum = true)]
                public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            }
            """);

        project.Build().ShouldSucceed().Output.ShouldContain("0 Warning(s)");
    }

    // The package under test, and not one of the same version from elsewhere.
    private static void ShouldHoldWhatWasBuilt(FreshProject project) =>
        File.ReadAllBytes(Path.Combine(project.Folder, "bin/Release/net10.0/LossGen.dll")).AsSpan()
            .SequenceEqual(File.ReadAllBytes(Path.Combine(Checkout.Root, $"src/LossGen/bin/{Checkout.Configuration}/net10.0/LossGen.dll")))
            .ShouldBeTrue();
}
