using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>
/// A change of a kernel's text that makes it wrong is found by the checks of kernels. Each run tries some of the mutants; <c>LOSSGEN_MUTANTS=all</c> tries all,
/// and prints the table of docs/testing.md. Survivors are proven harmless in <see cref="HarmlessMutants"/>.
/// </summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    /// <summary>A prime: the sample has mutants of every kind and place.</summary>
    private const int Stride = 23;

    public static TheoryData<int> Kernels => [.. Enumerable.Range(0, MutantKernels.All.Count)];

    private static bool IsComplete => Environment.GetEnvironmentVariable("LOSSGEN_MUTANTS") is "all";

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Mutants_are_found_by_the_checks(int index)
    {
        var kernel = MutantKernels.All[index];
        var assembly = MutatedAssembly.Of(kernel);
        var check = MutantCheck.Of(kernel, assembly.Assembly);
        var reached = MutantSwitch.ReachedBy(() => check.Fault().ShouldBeNull("the kernel itself"));

        // Bodies for other vectors are tried where they run.
        Mutant[] all = [.. assembly.Mutants.Where(mutant => reached.Contains(mutant.Id))];
        Mutant[] tried = [.. all.Where((_, i) => IsComplete || i % Stride == index % Stride)];
        tried.ShouldNotBeEmpty();
        var survivors = new List<Mutant>();
        var scores = new SortedDictionary<string, (int Killed, int Harmless, int Alive)>(StringComparer.Ordinal);
        foreach (var mutant in tried)
        {
            bool isKilled = MutantSwitch.With(mutant.Id, () => IsKilled(check));
            bool isHarmless = !isKilled && HarmlessMutants.Reason(kernel, mutant) is not null;
            if (!isKilled && !isHarmless)
            {
                survivors.Add(mutant);
            }

            var (killed, harmless, alive) = scores.GetValueOrDefault(mutant.Kind);
            scores[mutant.Kind] = (killed + (isKilled ? 1 : 0), harmless + (isHarmless ? 1 : 0), alive + (isKilled || isHarmless ? 0 : 1));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kernel.Name}: {tried.Length} of {all.Length} that run here, {assembly.Mutants.Count} in all, {assembly.NotCompiled} that do not compile"));
        foreach (var (kind, (killed, harmless, alive)) in scores)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SCORE\t{kind}\t{killed}\t{harmless}\t{alive}"));
        }

        string.Join("\n", survivors).ShouldBeEmpty(kernel.Name);
    }

    /// <summary>Whether a check fails, or the mutant throws.</summary>
    private static bool IsKilled(MutantCheck check)
    {
        try
        {
            return check.Fault() is not null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return true;
        }
    }
}
