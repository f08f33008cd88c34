using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace LossGen.ProcessTesting;

/// <summary>Reads the compiler's lines out of a build's output.</summary>
internal static partial class BuildDiagnostics
{
    /// <summary>What was reported, as <c>File.cs(line) id</c>, each once and in order.</summary>
    public static string[] In(CommandResult build) => Diagnostic().Matches(build.Output)
        .Select(match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}) {match.Groups["id"].Value}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToArray();

    [GeneratedRegex(@"(?<file>[^/\\\s]+\.cs)\((?<line>\d+),\d+\): (warning|error) (?<id>[A-Z]+\d+):")]
    private static partial Regex Diagnostic();
}
