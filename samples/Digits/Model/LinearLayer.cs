using System;
using System.Numerics.Tensors;
using Digits.Input;

namespace Digits.Model;

/// <summary>
/// Logits from pixels, and back. Parameters are kept in double: ten weights per pixel, then ten biases. The float kernel sees each logit
/// rounded once, so that the objective is smooth to some 8 digits, which the line search of a quasi-Newton method needs.
/// </summary>
internal static class LinearLayer
{
    public const int Weights = DigitSet.Classes * DigitSet.Features;

    public const int Parameters = Weights + DigitSet.Classes;

    public static void Forward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> pixels, Span<float> logits)
    {
        ReadOnlySpan<double> bias = parameters[Weights..];
        int rows = logits.Length / DigitSet.Classes;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> image = pixels.Slice(row * DigitSet.Features, DigitSet.Features);
            for (int k = 0; k < DigitSet.Classes; k++)
            {
                ReadOnlySpan<double> weights = parameters.Slice(k * DigitSet.Features, DigitSet.Features);
                logits[(row * DigitSet.Classes) + k] = (float)(bias[k] + TensorPrimitives.Dot(image, weights));
            }
        }
    }

    /// <summary>Adds the derivative by the parameters to <paramref name="result"/>.</summary>
    public static void Backward(ReadOnlySpan<float> gradient, ReadOnlySpan<double> pixels, Span<double> result)
    {
        Span<double> bias = result[Weights..];
        int rows = gradient.Length / DigitSet.Classes;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> image = pixels.Slice(row * DigitSet.Features, DigitSet.Features);
            for (int k = 0; k < DigitSet.Classes; k++)
            {
                double g = gradient[(row * DigitSet.Classes) + k];
                Span<double> weights = result.Slice(k * DigitSet.Features, DigitSet.Features);
                TensorPrimitives.MultiplyAdd(image, g, weights, weights);
                bias[k] += g;
            }
        }
    }
}
