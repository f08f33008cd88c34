using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Platforms;

/// <summary>The program that runs on every platform has the kernels of every loss that is tested here.</summary>
[Trait("Width", "Any")]
public sealed class PlatformKernelsTests
{
    private static string Folder => Path.Combine(Checkout.Root, "tests", "LossGen.Platforms", "Losses", "Kernels");

    private static Type[] Tests { get; } =
        [.. typeof(LossTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LossTests))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Fact]
    public void The_kernels_of_every_loss_are_declared_for_all_platforms()
    {
        var expected = Tests
            .Select((type, turn) => (File: type.Name[..^"Tests".Length] + "Kernels.cs", Text: PlatformKernels.Text(type, turn, Uses(type))))
            .ToDictionary(file => file.File, file => file.Text, StringComparer.Ordinal);
        expected.Add("AllLosses.cs", PlatformKernels.List(Tests));
        if (Environment.GetEnvironmentVariable("LOSSGEN_WRITE_DOCS") is "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var (file, text) in expected)
            {
                File.WriteAllText(Path.Combine(Folder, file), text);
            }
        }

        Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, text) in expected)
        {
            File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n").ShouldBe(text, file);
        }
    }

    private static IReadOnlyList<LossCase> Uses(Type tests) => ((LossTests)Activator.CreateInstance(tests, [null])!).Uses;
}
