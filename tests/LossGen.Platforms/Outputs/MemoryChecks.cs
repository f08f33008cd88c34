using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;

namespace LossGen.Platforms.Outputs;

/// <summary>
/// No kernel touches anything outside its spans: where the operating system can protect pages, one lies right before and one right after each; a read
/// there ends the program. Everywhere, what lies around the spans of one array stays as it was.
/// </summary>
internal static class MemoryChecks
{
    private const int Around = 40;

    private delegate double Kernel<T>(
        ReadOnlySpan<T> logits, ReadOnlySpan<int> targets, Span<T> gradient, Span<T> losses, ReadOnlySpan<T> classWeights, ReadOnlySpan<T> sampleWeights);

    public static void Run(Checks checks)
    {
        checks.Print(OperatingSystem.IsLinux() ? "memory: protected pages" : "memory: no protected pages here, only what is written is seen");
        Check(checks, MemoryKernels.Float5, 5, x => (float)x, "Float5");
        Check(checks, MemoryKernels.Double10, 10, x => x, "Double10");
        Check(checks, MemoryKernels.Float33, 33, x => (float)x, "Float33");
        Check(checks, MemoryKernels.Float257, 257, x => (float)x, "Float257");
        Check(checks, MemoryKernels.Half5, 5, x => (Half)x, "Half5");
        Check(checks, MemoryKernels.BFloat33, 33, x => (BFloat16)(float)x, "BFloat33");
        foreach (int classes in (int[])[1, 3, 4, 17, 65])
        {
            Check<float>(checks, (x, y, g, l, c, s) => MemoryKernels.FloatAny(x, y, g, l, c, s, classes), classes, x => (float)x, "FloatAny");
        }

        Check<float>(checks, (x, y, g, l, c, s) => MemoryKernels.FloatStrided(x, y, g, l, c, s, l.Length), 5, x => (float)x, "FloatStrided");
    }

    private static void Check<T>(Checks checks, Kernel<T> kernel, int classes, Func<double, T> convert, string name)
        where T : unmanaged
    {
        foreach (int rows in (int[])[1, 3, 4, 5, 8, 9, 17])
        {
            var batch = Batch.Of(classes, rows, Rows.Normal3);
            T[] logits = [.. batch.Logits.Select(convert)];
            T[] ones = [.. Enumerable.Repeat(convert(1), Math.Max(rows, classes))];
            T[] gradient = new T[logits.Length], losses = new T[rows];
            string what = $"{name}, {classes} classes, {rows} rows";
            double expected = kernel(logits, batch.Targets, gradient, losses, ones.AsSpan(0, classes), ones.AsSpan(0, rows));
            Surrounded(checks, kernel, batch, logits, ones, gradient, convert, what);
            foreach (bool atEnd in OperatingSystem.IsLinux() ? [false, true] : Array.Empty<bool>())
            {
                using var x = new GuardedMemory<T>(logits, atEnd);
                using var y = new GuardedMemory<int>(batch.Targets, atEnd);
                using var g = new GuardedMemory<T>(new T[logits.Length], atEnd);
                using var l = new GuardedMemory<T>(new T[rows], atEnd);
                using var c = new GuardedMemory<T>(ones.AsSpan(0, classes), atEnd);
                using var s = new GuardedMemory<T>(ones.AsSpan(0, rows), atEnd);
                checks.That(kernel(x.Span, y.Span, g.Span, l.Span, c.Span, s.Span).Equals(expected), what, "another loss between protected pages");
                checks.Same<T>(g.Span, gradient, what + ", between protected pages");
                kernel(x.Span, y.Span, x.Span, l.Span, c.Span, s.Span);
                checks.Same<T>(x.Span, gradient, what + ", in place between protected pages");
            }
        }
    }

    /// <summary>The outputs in the middle of an array whose other elements nobody may write.</summary>
    private static void Surrounded<T>(Checks checks, Kernel<T> kernel, Batch batch, T[] logits, T[] ones, T[] expected, Func<double, T> convert, string what)
        where T : unmanaged
    {
        T[] memory = [.. Enumerable.Repeat(convert(77), logits.Length + batch.Count + (3 * Around))];
        var gradient = memory.AsSpan(Around, logits.Length);
        var losses = memory.AsSpan((2 * Around) + logits.Length, batch.Count);
        kernel(logits, batch.Targets, gradient, losses, ones.AsSpan(0, batch.Classes), ones.AsSpan(0, batch.Count));
        checks.Same<T>(gradient, expected, what + ", inside an array");
        foreach (int start in (int[])[0, Around + logits.Length, memory.Length - Around])
        {
            checks.That(memory.AsSpan(start, Around).IndexOfAnyExcept(convert(77)) < 0, what, "memory around the spans was written");
        }
    }
}
