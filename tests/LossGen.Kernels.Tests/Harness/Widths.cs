using System.Runtime.Intrinsics;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>
/// The width of the vectors that this process runs. A test whose batches are large calls no other body, and compiling the others would take
/// most of its time; .ci/run starts the tests once for every width.
/// </summary>
internal static class Widths
{
    public static int Here { get; } =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
