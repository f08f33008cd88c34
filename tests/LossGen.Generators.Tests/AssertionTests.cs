using System;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests;

/// <summary>No test may pass because it looked at nothing.</summary>
public sealed class AssertionTests
{
    private static readonly string Tests = Path.Combine(Checkout.Root, "tests");

    private static string[] Files { get; } =
    [
        .. Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Tests, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Shared" or "_snapshots")),
    ];

    /// <summary>Of an empty list everything is true: ShouldEach of tests/Shared says so, and a theory without data fails by itself.</summary>
    [Fact]
    public void What_is_said_of_each_element_is_said_of_some()
    {
        string banned = ".ShouldAll" + "Be(";
        Files.Length.ShouldBeGreaterThan(300);
        Files.Where(file => File.ReadAllText(file).Contains(banned, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void An_assertion_about_nothing_fails()
    {
        Should.Throw<ShouldAssertException>(() => Array.Empty<int>().ShouldEach(x => x == 0));
        Should.Throw<ShouldAssertException>(() => new[] { 1, 2 }.ShouldPair([1], pair => pair.First == pair.Second));
        Should.Throw<ShouldAssertException>(() => new[] { 1, 2 }.ShouldEach(x => x == 1));
        new[] { 1, 2 }.ShouldPair([1, 2], pair => pair.First == pair.Second);
    }

    /// <summary>A test that is never run is skipped with a reason, which the runner prints.</summary>
    [Fact]
    public void Nothing_is_skipped_without_a_reason() =>
        Files.SelectMany(file => File.ReadLines(file).Where(line => line.Contains("Skip = \"\"", StringComparison.Ordinal) || line.Contains("#if " + "false", StringComparison.Ordinal)))
            .ShouldBeEmpty();
}
