using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed partial class UnstableCodeTests : IDisposable
{
    private readonly string output = Directory.CreateTempSubdirectory("lossgen-unstable-").FullName;

    [Fact]
    public void The_warnings_are_those_in_the_comments()
    {
        // Only the compiler, and into a folder of its own: the real outputs may be in use. What it refers to is read from where it was built;
        // a reference assembly would be looked for in the folder.
        CommandResult build = Dotnet.Build(
            Checkout.Root,
            new Dictionary<string, string>(StringComparer.Ordinal),
            "msbuild",
            "samples/UnstableCode/UnstableCode.csproj",
            "-t:Compile",
            "-p:Configuration=" + Checkout.Configuration,
            "-p:BuildProjectReferences=false",
            "-p:ProduceReferenceAssembly=false",
            "-p:IntermediateOutputPath=" + output + Path.DirectorySeparatorChar).ShouldSucceed();

        string[] expected = Directory.GetFiles(Path.Combine(Checkout.Root, "samples/UnstableCode"), "*.cs").SelectMany(Commented).Order(StringComparer.Ordinal).ToArray();
        expected.Length.ShouldBeGreaterThan(10);
        BuildDiagnostics.In(build).ShouldBe(expected, build.Transcript);
    }

    public void Dispose() => Directory.Delete(output, recursive: true);

    private static IEnumerable<string> Commented(string file) => File.ReadLines(file)
        .SelectMany((line, index) => Comment().Match(line).Groups["id"].Captures.Select(id => $"{Path.GetFileName(file)}({index + 1}) {id.Value}"));

    [GeneratedRegex(@"//(?: (?<id>LG\d{4}))+$")]
    private static partial Regex Comment();
}
