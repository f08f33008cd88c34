using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>
/// A change of a kernel's text that makes it wrong is found by the checks of kernels. Each run tries some of the mutants; <c>LOSSGEN_MUTANTS=all</c> tries all, a number one of so many,
/// and <c>tools/mutants.sh</c> adds up what is printed. Those that live are explained in <see cref="HarmlessMutants"/>.
/// </summary>
[Trait("Width", "Any")]
public sealed class MutantTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-mutants-").FullName;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <summary>All kernels where one asks for them, and else one of three: to compile a kernel's mutants takes seconds.</summary>
    public static TheoryData<int> Kernels =>
        [.. Enumerable.Range(0, MutantKernels.All.Count).Where(index => index % 3 == 0 || MutantSample.IsAsked)];

    [MutantTheory]
    [MemberData(nameof(Kernels))]
    public void Mutants_are_found_by_the_checks(int index)
    {
        var scores = new SortedDictionary<string, (int Killed, int Harmless, int Alive)>(StringComparer.Ordinal);
        var survivors = new List<string>();
        for (int from = 1; from > 0;)
        {
            var run = Run(index, from);
            string[][] lines = [.. run.Lines.Select(line => line.Split('\t'))];
            foreach (string[] result in lines.Where(line => line[0] == "RESULT"))
            {
                Count(result[2], result[3]);
                if (result[3] == "alive")
                {
                    survivors.Add(result[4]);
                }
            }

            string[] last = lines.Last(line => line[0].Length > 0);
            (last[0] is "TRY" or "END").ShouldBeTrue(run.Transcript);
            from = last[0] == "END" ? 0 : int.Parse(last[1], CultureInfo.InvariantCulture) + 1;
            if (from > 0)
            {
                // It ended the process: it touched a protected page, or the memory of others.
                run.ExitCode.ShouldNotBe(0);
                Count(last[2], "killed");
            }
        }

        foreach (var (kind, (killed, harmless, alive)) in scores)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SCORE\t{kind}\t{killed}\t{harmless}\t{alive}"));
        }

        scores.Values.Sum(score => score.Killed).ShouldBeGreaterThan(0);

        // An ordinary run's sample is another one after every change of the kernels' text, and may hold one that nobody has looked at yet.
        if (MutantSample.IsAsked || survivors.Count > 1)
        {
            string.Join("\n", survivors).ShouldBeEmpty(MutantKernels.All[index].Name);
        }

        void Count(string kind, string verdict)
        {
            var (killed, harmless, alive) = scores.GetValueOrDefault(kind);
            scores[kind] = (killed + (verdict == "killed" ? 1 : 0), harmless + (verdict == "harmless" ? 1 : 0), alive + (verdict == "alive" ? 1 : 0));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The switches of vectors' widths hold for the child, too.
    private CommandResult Run(int index, int from)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_TieredPGO"] = "0", ["DOTNET_DbgEnableMiniDump"] = "0" };
        foreach (string name in (string[])["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return Dotnet.Run(
            Dotnet.Host,
            AppContext.BaseDirectory,
            Timeout,
            environment,
            "exec",
            typeof(MutantTests).Assembly.Location,
            MutantProcess.Command,
            Path.Combine(folder, "kernel.dll"),
            index.ToString(CultureInfo.InvariantCulture),
            from.ToString(CultureInfo.InvariantCulture),
            MutantSample.Stride.ToString(CultureInfo.InvariantCulture));
    }
}
