using System;
using Xunit;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>One buffer of a little more than 2 GiB, which all tests of long spans share; they run one after the other, and alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LargeMemory : ICollectionFixture<LargeMemory>, IDisposable
{
    public const string Name = "Large memory";

    /// <summary>2 GiB of float and some more: whole fours of rows of 10, 40 and 1000 classes.</summary>
    public const int Length = 536_880_000;

    private float[]? buffer;

    public float[] Buffer => buffer ??= GC.AllocateUninitializedArray<float>(Length);

    public void Dispose()
    {
        buffer = null;
        GC.Collect();
    }

    /// <summary>Repeats what stands at the beginning of a span to its end.</summary>
    public static void Repeat<T>(Span<T> span, ReadOnlySpan<T> pattern)
    {
        pattern.CopyTo(span);
        for (long filled = pattern.Length; filled < span.Length; filled *= 2)
        {
            int count = (int)Math.Min(filled, span.Length - filled);
            span[..count].CopyTo(span[(int)filled..]);
        }
    }
}

/// <summary>A test that needs some GiB of memory.</summary>
internal sealed class LargeMemoryFactAttribute : FactAttribute
{
    private const long Needed = 6L << 30;

    public LargeMemoryFactAttribute()
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (!Environment.Is64BitProcess || available < Needed)
        {
            Skip = FormattableString.Invariant($"A span of 2 GiB needs a machine with {Needed >> 30} GiB of memory; this process has {available >> 30}.");
        }
    }
}
