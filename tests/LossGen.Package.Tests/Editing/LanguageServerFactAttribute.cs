using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Xunit;

namespace LossGen.Package.Tests.Editing;

/// <summary>A test that talks to csharp-ls: where that tool cannot be installed it is skipped, and the runner prints why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LanguageServerFactAttribute : FactAttribute
{
    // The version whose answers the tests know.
    private const string Version = "0.28.0";

    private static readonly Lazy<(string? Program, string? Missing)> Tool = new(Install);

    public LanguageServerFactAttribute()
    {
        Skip = Tool.Value.Missing;
        if (Skip is not null)
        {
            // A short log shows the names of skipped tests, but no reasons.
            DisplayName = "A_language_server: " + Skip;
        }
    }

    /// <summary>The installed program.</summary>
    internal static string Program => Tool.Value.Program ?? throw new InvalidOperationException(Tool.Value.Missing);

    private static (string? Program, string? Missing) Install()
    {
        string folder = Directory.CreateTempSubdirectory("lossgen-csharp-ls-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        CommandResult install = Dotnet.Run(
            Dotnet.Host,
            folder,
            TimeSpan.FromMinutes(2),
            new Dictionary<string, string>(StringComparer.Ordinal),
            "tool",
            "install",
            "csharp-ls",
            "--version",
            Version,
            "--tool-path",
            folder);
        return install.ExitCode == 0
            ? (Path.Combine(folder, OperatingSystem.IsWindows() ? "csharp-ls.exe" : "csharp-ls"), null)
            : (null, $"csharp-ls {Version} cannot be installed here: {install.Errors.Split('\n').FirstOrDefault(line => line.Length > 0)}");
    }
}
