using System;
using MathNet.Numerics.LinearAlgebra;

namespace MathNetTraining;

/// <summary>Two linear layers with a ReLU between them, trained by gradient descent with momentum.</summary>
internal sealed class Network(int features, int hidden, int classes, int seed)
{
    private readonly Layer first = new(features, hidden, new Random(seed));
    private readonly Layer second = new(hidden, classes, new Random(seed + 1));

    public Matrix<float> Logits(Matrix<float> inputs) => second.Forward(Activate(first.Forward(inputs)));

    /// <summary>The loss before the step.</summary>
    public float Step(Matrix<float> inputs, int[] targets, float rate, float momentum)
    {
        Matrix<float> sums = first.Forward(inputs);
        Matrix<float> activations = Activate(sums);
        Matrix<float> logits = second.Forward(activations);

        // The gradient takes the place of the logits.
        float[] memory = logits.AsColumnMajorArray();
        float loss = Losses.Loss(memory, targets, inner: logits.RowCount, gradient: memory);

        Matrix<float> behind = second.Backward(logits);
        behind.MapIndexedInplace((row, column, value) => sums[row, column] > 0 ? value : 0, Zeros.Include);
        second.Move(activations, logits, rate, momentum);
        first.Move(inputs, behind, rate, momentum);
        return loss;
    }

    private static Matrix<float> Activate(Matrix<float> sums) => sums.PointwiseMaximum(0);
}
