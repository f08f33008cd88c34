using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Generators.Tests.Declarations;

/// <summary>
/// Every declaration becomes a kernel that compiles without a warning, or is refused with an error at its place: never neither, never both.
/// Each run draws others. All are generated and explained; every <see cref="CompiledBatch"/>th batch is compiled as well. <c>LOSSGEN_SWEEP</c> sets
/// how many, <c>LOSSGEN_SEED</c> repeats a run.
/// </summary>
public sealed class DeclarationSweepTests(ITestOutputHelper output)
{
    private const int BatchSize = 40;
    private const int CompiledBatch = 8;

    [Fact]
    public async Task Every_declaration_becomes_a_kernel_that_compiles_or_is_explained()
    {
        int count = FromEnvironment("LOSSGEN_SWEEP") ?? 2000;
        int seed = FromEnvironment("LOSSGEN_SEED") ?? Environment.TickCount;
        var draws = new RandomDeclaration(new Random(seed));
        int kernels = 0, refused = 0;
        var problems = new List<string>();
        for (int start = 0; start < count; start += BatchSize)
        {
            string[] batch = [.. Enumerable.Range(start, Math.Min(BatchSize, count - start)).Select(i => draws.Next("M" + i.ToString(CultureInfo.InvariantCulture)))];
            var result = await DeclarationBatch.Of(batch, compiles: start / BatchSize % CompiledBatch == 0);
            kernels += result.Kernels;
            refused += result.Refused;
            problems.AddRange(result.Problems);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {kernels} kernels, {refused} refused and explained"));
        string.Join("\n", problems).ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"LOSSGEN_SWEEP={count} LOSSGEN_SEED={seed}"));

        // A sweep of refusals alone would be no sweep.
        kernels.ShouldBeGreaterThan(count / 3);
        refused.ShouldBeGreaterThan(0);
    }

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
