using System;
using System.Numerics.Tensors;
using Digits.Input;

namespace Digits.Model;

/// <summary>Mean cross-entropy + l2/2 · Σ W². The bias is not penalised.</summary>
internal sealed class Objective(DigitSet data, double l2)
{
    private readonly float[] logits = new float[data.Rows * DigitSet.Classes];
    private readonly float[] logitGradient = new float[data.Rows * DigitSet.Classes];

    /// <summary>The cross-entropy alone, at the point that was evaluated last.</summary>
    public double DataTerm { get; private set; }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        LinearLayer.Forward(parameters, data.Pixels, logits);
        DataTerm = DigitLoss.LossAndGradient(logits, data.Labels, logitGradient);

        ReadOnlySpan<double> weights = parameters[..LinearLayer.Weights];
        TensorPrimitives.Multiply(weights, l2, gradient[..LinearLayer.Weights]);
        gradient[LinearLayer.Weights..].Clear();
        LinearLayer.Backward(logitGradient, data.Pixels, gradient);
        return DataTerm + (l2 / 2 * TensorPrimitives.SumOfSquares(weights));
    }
}
