using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Runtime.CompilerServices;
using Shouldly;

namespace LossGen.Generators.Tests.Snapshots;

/// <summary>Compares generated text with an approved file beside the tests. The one place that knows which library does it.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string hint, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "..", "_snapshots");
        string type = Path.GetFileNameWithoutExtension(file);
        text.ShouldMatchApproved(options => options
            .WithFilenameGenerator((_, _, kind, _) => $"{type}.{test}#{hint}.g.{(kind == "approved" ? "verified" : kind)}.cs")
            .SubFolder(Path.GetFullPath(folder))
            .WithStringCompareOptions(StringCompareShould.IgnoreLineEndings)
            .NoDiff());
    }
}
