using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>
/// Every two choices of a declaration meet in a kernel that gives the interpreter's numbers, or in the table of refusals.
/// LOSSGEN_COMBINATIONS asks for more seeds, LOSSGEN_COMBINATION for one row, as a failure prints it.
/// </summary>
public sealed class CombinationTests(ITestOutputHelper output)
{
    /// <summary>Declarations in one compilation.</summary>
    private const int BatchSize = 24;

    private static bool Writes => Environment.GetEnvironmentVariable("LOSSGEN_WRITE_DOCS") == "1";

    [Fact]
    [Trait("Width", "Any")]
    public void The_table_has_every_refusal_with_its_reason()
    {
        var refusals = PairTable.Instance.Value.Refusals.ToList();
        if (Writes)
        {
            File.WriteAllText(RefusalTable.Path, RefusalTable.Write(refusals.Concat(LargerRefusals(refusals))));
        }

        var listed = RefusalTable.Read();
        var pairs = listed.Where(entry => entry.Levels.Count == 2).Select(entry => entry.Key);
        pairs.Order(StringComparer.Ordinal).ShouldBe(refusals.Select(entry => entry.Key).Order(StringComparer.Ordinal));

        // A refusal of three that is none any more must leave the table too.
        var larger = listed.Where(entry => entry.Levels.Count > 2).ToList();
        var readings = Reading.Of([.. larger.Select(entry => new Declaration(entry.Row()))]);
        readings.Select((reading, i) => reading.Id + " " + larger[i].Key).ShouldBe(larger.Select(entry => entry.Id + " " + entry.Key));
    }

    [Fact]
    public void Every_pair_of_choices_meets_in_a_kernel_that_is_right()
    {
        int seeds = int.TryParse(Environment.GetEnvironmentVariable("LOSSGEN_COMBINATIONS"), CultureInfo.InvariantCulture, out int asked)
            ? asked : 1;
        var listed = RefusalTable.Read();
        for (int seed = 1; seed <= seeds; seed++)
        {
            var rows = Environment.GetEnvironmentVariable("LOSSGEN_COMBINATION") is { } one ? [Choices.Parse(one)] : Rows(listed, seed);
            var declarations = rows.Select(row => new Declaration(row)).ToList();
            var readings = Reading.Of(declarations);
            var unlisted = declarations.Where((_, i) => readings[i].Spec is null).Select((declaration, i) => declaration.ToString());
            unlisted.ShouldBeEmpty("Refused, and not in the table: " + string.Join("\n",
                readings.Where(reading => reading.Spec is null).Select(reading => reading.Id + " " + reading.Reason).Distinct()));
            if (rows.Count > 1)
            {
                AssertCovered(rows);
            }

            Run(declarations, readings, seed);
        }
    }

    private void Run(List<Declaration> declarations, IReadOnlyList<Reading> readings, int seed)
    {
        var problems = new List<string>();
        int calls = 0;
        foreach (var group in Enumerable.Range(0, declarations.Count).GroupBy(i => declarations[i].Schedule))
        {
            foreach (int[] batch in group.Chunk(BatchSize))
            {
                string classes = string.Concat(batch.Select(i => declarations[i].Source("R" + i)));
                var kernels = KernelAssembly.FromSource("using System;\nusing LossGen;\n" + classes, group.Key, Widths.Here);
                foreach (int i in batch)
                {
                    var check = new CombinationCheck(declarations[i], readings[i].Spec!,
                        kernels.Method<Action<CallArguments>>("R" + i, "Call"));
                    problems.AddRange(check.Problems().Take(2));
                    calls += check.Calls;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {declarations.Count} declarations, {calls} calls"));
        string.Join("\n", problems.Take(40)).ShouldBeEmpty();
        calls.ShouldBeGreaterThan(3 * declarations.Count);
    }

    private static List<int[]> Rows(IReadOnlyList<Refused> listed, int seed)
    {
        var byLevel = listed.SelectMany(entry => entry.Levels.Select(level => (level, entry.Levels)))
            .ToLookup(pair => pair.level, pair => pair.Levels);
        bool IsAllowed(int[] row, int factor, int level) =>
            !byLevel[(factor, level)].Any(levels => levels.All(choice => choice.Factor == factor || row[choice.Factor] == choice.Level));
        return new CoveringArray(Choices.Sizes, PairTable.Instance.Value.IsPossible, IsAllowed,
            seed).Rows(PairTable.Instance.Value.Witness);
    }

    /// <summary>The array is not trusted: its pairs are counted anew.</summary>
    private static void AssertCovered(List<int[]> rows)
    {
        int[] first = [.. Choices.Sizes.Select((_, factor) => Choices.Sizes.Take(factor).Sum())];
        var met = new HashSet<(int, int)>();
        foreach (int[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                for (int j = i + 1; j < row.Length; j++)
                {
                    met.Add((first[i] + row[i], first[j] + row[j]));
                }
            }
        }

        CoveringArray.Pairs(Choices.Sizes).Where(pair => PairTable.Instance.Value.IsPossible(pair.A, pair.B)).Except(met).ShouldBeEmpty();
    }

    /// <summary>
    /// Refusals of more than two choices, found in arrays of many seeds: each refused row is made ordinary, choice by choice, as long as the
    /// refusal stays the same.
    /// </summary>
    private static List<Refused> LargerRefusals(IReadOnlyList<Refused> pairs)
    {
        var found = new List<Refused>();
        for (int seed = 1, quiet = 0; quiet < 12 && seed < 400; seed++)
        {
            int before = found.Count;
            var rows = Rows([.. pairs, .. found], seed);
            var readings = Reading.Of([.. rows.Select(row => new Declaration(row))]);
            for (int i = 0; i < rows.Count; i++)
            {
                if (readings[i].Spec is null && found.All(known => known.Levels.Any(choice => rows[i][choice.Factor] != choice.Level)))
                {
                    found.Add(Reduced(rows[i], readings[i]));
                }
            }

            quiet = found.Count == before ? quiet + 1 : 0;
        }

        return found;
    }

    private static Refused Reduced(int[] refused, Reading refusal)
    {
        int[] row = [.. refused];
        for (int factor = 1; factor < row.Length; factor++)
        {
            int level = row[factor];
            row[factor] = 0;
            if (level != 0 && Reading.Of([new Declaration(row)])[0] is var reading
                && (reading.Id != refusal.Id || reading.Reason != refusal.Reason))
            {
                row[factor] = level;
            }
        }

        return new Refused([(0, row[0]),
            .. Enumerable.Range(1, row.Length - 1).Where(factor => row[factor] != 0).Select(factor => (factor, row[factor]))], refusal.Id,
            refusal.Reason);
    }
}
