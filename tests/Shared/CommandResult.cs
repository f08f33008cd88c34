using System.Linq;

namespace LossGen.ProcessTesting;

/// <summary>What a child process printed and how it ended.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output, string Errors)
{
    /// <summary>All of it, for a failure message.</summary>
    public string Transcript => $"{CommandLine}\nexit code {ExitCode}\n{Output}\n{Errors}";

    public string[] Lines => Output.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    public CommandResult ShouldSucceed() => ExitCode == 0 ? this : throw new CommandFailedException(Transcript);
}
