using BenchmarkDotNet.Attributes;

namespace LossGen.Benchmarks.Suites;

/// <summary>Loss, and loss with gradient, beside what one writes by hand.</summary>
[MemoryDiagnoser]
public class CrossEntropySuite
{
    private Batch batch = null!;
    private Forward forward = null!;
    private ForwardAndGradient gradient = null!;

    [Params(2, 10, 100, 1000)]
    public int Classes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        batch = new Batch(Classes);
        (forward, gradient) = Kernels.ByClassCount[Classes];
    }

    [Benchmark(Baseline = true)]
    public float LossGenForward() => forward(batch.X, batch.Targets);

    [Benchmark]
    public float ScalarForward() => Scalar.Forward(batch.X, batch.Targets, Classes);

    [Benchmark]
    public float TensorPrimitivesForward() => Tensors.Forward(batch.X, batch.Targets, batch.Gradient, Classes);

    [Benchmark]
    public float LossGenGradient() => gradient(batch.X, batch.Targets, batch.Gradient);

    [Benchmark]
    public float ScalarGradient() => Scalar.Gradient(batch.X, batch.Targets, batch.Gradient, Classes);

    [Benchmark]
    public float TensorPrimitivesGradient() => Tensors.Gradient(batch.X, batch.Targets, batch.Gradient, Classes);
}
