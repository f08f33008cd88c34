using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

[Collection(PackageCollection.Name)]
public class NetStandardTests(PackedPackage package)
{
    [Fact]
    public void The_analyzers_work_alone()
    {
        FreshProject project = new FreshProject(package, "Standard", "Standard.csproj.txt").With("OnStandard.cs");

        BuildDiagnostics.In(project.Build().ShouldSucceed()).ShouldBe(["OnStandard.cs(13) LG1001", "OnStandard.cs(7) LG1002"]);
    }

    [Fact]
    public void A_kernel_is_refused_with_the_framework_it_needs()
    {
        FreshProject project = new FreshProject(package, "StandardKernel", "Standard.csproj.txt").With("KernelOnStandard.cs");

        CommandResult build = project.Build();

        build.ExitCode.ShouldNotBe(0, build.Transcript);
        BuildDiagnostics.In(build).ShouldBe(["KernelOnStandard.cs(7) LG0004"], build.Transcript);
        build.Output.ShouldContain("net10.0");
    }
}
