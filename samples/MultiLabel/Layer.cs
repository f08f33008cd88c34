using System;

namespace MultiLabel;

/// <summary>A linear layer, and gradient descent with momentum.</summary>
internal sealed class Layer(int features)
{
    private readonly float[] weightsGradient = new float[LabelLoss.Count * features];
    private readonly float[] biasGradient = new float[LabelLoss.Count];
    private readonly float[] weightsVelocity = new float[LabelLoss.Count * features];
    private readonly float[] biasVelocity = new float[LabelLoss.Count];

    public float[] Weights { get; } = new float[LabelLoss.Count * features];

    public float[] Bias { get; } = new float[LabelLoss.Count];

    /// <summary>The loss before the step.</summary>
    public float Step(float[] images, ulong[] targets, float[] posWeights, float rate, float momentum)
    {
        float loss = LabelLoss.Loss(images, Weights, Bias, targets, posWeights, weightsGradient, biasGradient);
        Move(Weights, weightsVelocity, weightsGradient, rate, momentum);
        Move(Bias, biasVelocity, biasGradient, rate, momentum);
        return loss;
    }

    private static void Move(float[] values, float[] velocity, float[] gradient, float rate, float momentum)
    {
        for (int i = 0; i < values.Length; i++)
        {
            velocity[i] = (momentum * velocity[i]) - (rate * gradient[i]);
            values[i] += velocity[i];
        }
    }
}
