using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Xunit;

namespace LossGen.Package.Tests.Publishing;

/// <summary>A test that needs the packs of NativeAOT: where they cannot be restored it is skipped, and the runner prints which is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeAotFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Probe);

    public NativeAotFactAttribute()
    {
        Skip = Missing.Value;
        if (Skip is not null)
        {
            // A short log shows the names of skipped tests, but no reasons.
            DisplayName = "A_native_program_runs: " + Skip;
        }
    }

    private static string? Probe()
    {
        string folder = Directory.CreateTempSubdirectory("lossgen-aot-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
            File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
            File.WriteAllText(Path.Combine(folder, "Probe.csproj"), """
                <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><PublishAot>true</PublishAot></PropertyGroup></Project>
                """);
            CommandResult restore = Dotnet.Build(folder, new Dictionary<string, string>(StringComparer.Ordinal), "restore", "-r", Rid.Current);
            string? error = restore.Lines.FirstOrDefault(line => line.Contains("error NU", StringComparison.Ordinal));
            return restore.ExitCode == 0 ? null : "NativeAOT cannot be published here: " + (error is null ? restore.Transcript : error[error.IndexOf("NU", StringComparison.Ordinal)..]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
