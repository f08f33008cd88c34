using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Platforms.Losses;
using LossGen.Platforms.Numerics;
using LossGen.Platforms.Outputs;

namespace LossGen.Platforms;

/// <summary>All checks, and how many of them passed.</summary>
internal sealed class Checks(TextWriter output, bool isQuick)
{
    private int passed;
    private int failed;

    /// <summary>Whether to be content with fewer rows and values.</summary>
    public bool IsQuick { get; } = isQuick;

    /// <summary>Runs everything and prints the sum as the last line.</summary>
    /// <returns>Whether all checks passed, and there were some of every kind.</returns>
    public static bool Run(TextWriter output, bool isQuick)
    {
        var checks = new Checks(output, isQuick);
        output.WriteLine(FormattableString.Invariant(
            $"{RuntimeInformation.RuntimeIdentifier}, vectors of {Widest()} bits, code {(System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled ? "compiled at run time" : "compiled before or interpreted")}"));
        (string Kind, Action<Checks> Run)[] kinds =
        [
            ("numerics", NumericChecks.Run),
            ("losses", checks => AllLosses.Sets.ToList().ForEach(set => set.Check(checks))),
            ("outputs", OutputChecks.Run),
            ("masks", MaskChecks.Run),
            ("linear heads", LinearChecks.Run),
            ("memory", MemoryChecks.Run),
        ];
        foreach (var (kind, run) in kinds)
        {
            int before = checks.passed + checks.failed;
            run(checks);
            int count = checks.passed + checks.failed - before;
            output.WriteLine(FormattableString.Invariant($"{kind}: {count} checks"));
            checks.That(count > 0, kind, "nothing was checked");
        }

        output.WriteLine(FormattableString.Invariant($"{checks.passed} checks passed, {checks.failed} failed"));
        return checks.failed == 0;
    }

    /// <summary>One check.</summary>
    public void That(bool holds, string what, string detail)
    {
        if (holds)
        {
            passed++;
            return;
        }

        failed++;
        if (failed <= 50)
        {
            output.WriteLine($"FAILED {what}: {detail}");
        }
    }

    /// <summary>Every element has the same value; NaN is itself.</summary>
    public void Same<T>(ReadOnlySpan<T> actual, ReadOnlySpan<T> expected, string what)
    {
        int at = -1;
        for (int i = 0; i < actual.Length && at < 0 && actual.Length == expected.Length; i++)
        {
            at = EqualityComparer<T>.Default.Equals(actual[i], expected[i]) ? at : i;
        }

        That(
            actual.Length == expected.Length && at < 0,
            what,
            at < 0 ? FormattableString.Invariant($"{actual.Length} elements instead of {expected.Length}") : FormattableString.Invariant($"[{at}] is {actual[at]} instead of {expected[at]}"));
    }

    public void Near(double actual, double expected, double tolerance, string what) =>
        That(Math.Abs(actual - expected) <= tolerance, what, FormattableString.Invariant($"{actual:R} instead of {expected:R}, at most {tolerance:G3} off"));

    public void Print(string line) => output.WriteLine(line);

    private static int Widest() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
