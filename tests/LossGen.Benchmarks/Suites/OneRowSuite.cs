using BenchmarkDotNet.Attributes;

namespace LossGen.Benchmarks.Suites;

/// <summary>A batch of one row: what a call costs besides its work.</summary>
[MemoryDiagnoser]
public class OneRowSuite
{
    private readonly float[] logits = [0.1f, 1, -2, 3, 0.5f, 0, 0, 1, 2, -1];
    private readonly int[] targets = [3];
    private readonly float[] gradient = new float[10];

    [Benchmark]
    public float Forward() => Kernels.Forward10(logits, targets);

    [Benchmark]
    public float Gradient() => Kernels.Gradient10(logits, targets, gradient);
}
