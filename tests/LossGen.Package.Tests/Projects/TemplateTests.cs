using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests.Projects;

/// <summary>The templates as a user has them: packed, installed, instantiated, built against the packed LossGen and run.</summary>
[Collection(PackageCollection.Name)]
public class TemplateTests(PackedPackage package)
{
    [Fact]
    public void A_classifier_is_made_built_and_learns_and_a_kernel_is_added()
    {
        string home = Directory.CreateDirectory(Path.Combine(package.Root, "home")).FullName;
        New(home, package.Root, "install", Packed());
        New(home, package.Root, "lossgen-classifier", "-n", "Trial");
        string folder = Path.Combine(package.Root, "Trial");
        New(home, folder, "lossgen-kernel", "-n", "Heads", "--classes", "7");

        File.ReadAllText(Path.Combine(folder, "Heads.cs")).ShouldContain("[CrossEntropy(7)]");
        File.ReadAllText(Path.Combine(folder, "Heads.cs")).ShouldContain("namespace Trial;");
        Dotnet.Build(folder, package.Environment, "build", "-c", "Release", "-warnaserror").ShouldSucceed();

        double[] losses = [.. Run(folder).Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture))];
        losses.Length.ShouldBe(5);
        losses[0].ShouldBe(Math.Log(3), 1e-4);
        losses.Zip(losses.Skip(1)).ShouldEach(pair => pair.Second < pair.First);
        Run(folder)[^1].ShouldEndWith("100 %", customMessage: "the three clouds lie apart");
    }

    /// <summary>Else a new project would ask for a package that this version does not bring.</summary>
    [Fact]
    public void The_templates_refer_to_the_packages_version() =>
        File.ReadAllText(Path.Combine(Checkout.Root, "src/LossGen.Templates/content/classifier/Classifier.csproj")).ShouldContain($"Include=\"LossGen\" Version=\"{package.Version}\"");

    private string Packed()
    {
        string output = Path.Combine(package.Root, "templates");
        Dotnet.Build(
            Checkout.Root, new Dictionary<string, string>(StringComparer.Ordinal), "pack", "src/LossGen.Templates/LossGen.Templates.csproj", "-c", Checkout.Configuration, "--no-build", "-o", output)
            .ShouldSucceed();
        return Directory.GetFiles(output).Single();
    }

    private string[] Run(string folder) =>
        [.. Dotnet.Run(Dotnet.Host, folder, TimeSpan.FromMinutes(1), package.Environment, "bin/Release/net10.0/Trial.dll").ShouldSucceed().Lines.Where(line => line.StartsWith("epoch", StringComparison.Ordinal))];

    // What is installed stays in a folder of the test, and what is restored in the package's own cache.
    private void New(string home, string folder, params string[] arguments) => Dotnet.Run(
        Dotnet.Host,
        folder,
        TimeSpan.FromMinutes(2),
        new Dictionary<string, string>(package.Environment, StringComparer.Ordinal) { ["DOTNET_CLI_HOME"] = home },
        ["new", .. arguments]).ShouldSucceed();
}
