using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace LossGen.ProcessTesting;

/// <summary>Runs the .NET command line and built programs, as a user's shell would: nothing of the test host's environment gets through.</summary>
internal static class Dotnet
{
    private static readonly string[] HostPrefixes = ["MSBUILD", "DOTNET_", "VSTEST", "CORECLR_", "COMPLUS_", "TESTINGPLATFORM"];

    // Where .NET is installed, and what a restore needs, is the machine's and not the test host's.
    private static readonly string[] Kept = ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_CLI_HOME"];

    /// <summary>The command that runs this very test.</summary>
    public static string Host { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>A command that builds: no server may outlive it, or it would keep the assemblies of one test open in the next.</summary>
    public static CommandResult Build(string directory, IReadOnlyDictionary<string, string> environment, string command, params string[] arguments) =>
        Run(Host, directory, TimeSpan.FromMinutes(4), environment, [command, .. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false"]);

    public static CommandResult Run(string file, string directory, TimeSpan timeout, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Start(file, directory, environment, arguments);
        string line = file + " " + string.Join(' ', arguments);
        using Process process = Process.Start(start) ?? throw new CommandFailedException(line + " did not start");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new CommandFailedException($"{line} did not end within {timeout}\n{output.GetAwaiter().GetResult()}\n{errors.GetAwaiter().GetResult()}");
        }

        return new CommandResult(line, process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>A command whose streams belong to the caller: for a process that is talked to.</summary>
    public static ProcessStartInfo Start(string file, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Clean(start.Environment);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.ToArray())
        {
            if (HostPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && !Kept.Contains(name))
            {
                environment.Remove(name);
            }
        }

        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
    }
}
