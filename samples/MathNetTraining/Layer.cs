using System;
using MathNet.Numerics.LinearAlgebra;

namespace MathNetTraining;

/// <summary>A linear layer: inputs · weights + bias.</summary>
internal sealed class Layer
{
    private readonly Matrix<float> weightsVelocity;
    private readonly Vector<float> biasVelocity;
    private readonly Matrix<float> weights;
    private readonly Vector<float> bias;

    public Layer(int inputs, int outputs, Random random)
    {
        // Numbers of the size that keeps the spread of what comes in (He's initialisation), as a uniform distribution.
        double most = Math.Sqrt(6.0 / inputs);
        weights = Matrix<float>.Build.Dense(inputs, outputs, (_, _) => (float)(((2 * random.NextDouble()) - 1) * most));
        bias = Vector<float>.Build.Dense(outputs);
        weightsVelocity = Matrix<float>.Build.Dense(inputs, outputs);
        biasVelocity = Vector<float>.Build.Dense(outputs);
    }

    public Matrix<float> Forward(Matrix<float> inputs)
    {
        Matrix<float> outputs = inputs * weights;
        outputs.MapIndexedInplace((_, column, value) => value + bias[column], Zeros.Include);
        return outputs;
    }

    /// <summary>The gradient of the inputs.</summary>
    public Matrix<float> Backward(Matrix<float> gradient) => gradient.TransposeAndMultiply(weights);

    public void Move(Matrix<float> inputs, Matrix<float> gradient, float rate, float momentum)
    {
        weightsVelocity.Multiply(momentum, weightsVelocity);
        weightsVelocity.Subtract(inputs.TransposeThisAndMultiply(gradient) * rate, weightsVelocity);
        biasVelocity.Multiply(momentum, biasVelocity);
        biasVelocity.Subtract(gradient.ColumnSums() * rate, biasVelocity);
        weights.Add(weightsVelocity, weights);
        bias.Add(biasVelocity, bias);
    }
}
