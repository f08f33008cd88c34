using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Runtime.CompilerServices;
using Shouldly;

namespace LossGen.Generators.Tests.Snapshots;

/// <summary>Compares generated text with an approved file beside the tests. The one place that knows which library does it.</summary>
internal static class Snapshot
{
    /// <summary>A generated file.</summary>
    public static void Matches(string text, string hint, [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Matches(text, $"#{hint}.g.", "cs", file, test);

    /// <summary>Any other text.</summary>
    public static void MatchesText(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Matches(text, ".", "txt", file, test);

    private static void Matches(string text, string separator, string extension, string file, string test)
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "..", "_snapshots");
        string type = Path.GetFileNameWithoutExtension(file);
        text.ShouldMatchApproved(options => options
            .WithFilenameGenerator((_, _, kind, _) => $"{type}.{test}{separator}{(kind == "approved" ? "verified" : kind)}.{extension}")
            .SubFolder(Path.GetFullPath(folder))
            .WithStringCompareOptions(StringCompareShould.IgnoreLineEndings)
            .NoDiff());
    }
}
