using System;
using System.Numerics.Tensors;

namespace Segmentation;

/// <summary>A convolution of 1 × 1 pixel: the same linear layer at every pixel, written plane by plane.</summary>
internal sealed class PointwiseLayer
{
    private readonly float[] weights = new float[Scene.Classes * (Features.Planes + 1)];
    private readonly float[] velocity = new float[Scene.Classes * (Features.Planes + 1)];

    /// <summary>Images × classes × pixels from images × planes × pixels.</summary>
    public float[] Logits(float[][] images)
    {
        float[] logits = new float[images.Length * Scene.Classes * Scene.Pixels];
        for (int n = 0; n < images.Length; n++)
        {
            for (int k = 0; k < Scene.Classes; k++)
            {
                var plane = logits.AsSpan(((n * Scene.Classes) + k) * Scene.Pixels, Scene.Pixels);
                plane.Fill(weights[Bias(k)]);
                for (int c = 0; c < Features.Planes; c++)
                {
                    TensorPrimitives.MultiplyAdd(Plane(images[n], c), weights[Weight(k, c)], plane, plane);
                }
            }
        }

        return logits;
    }

    /// <summary>One step of gradient descent with momentum, from the gradient with respect to the logits.</summary>
    public void Step(float[][] images, float[] gradient, float rate, float momentum)
    {
        for (int k = 0; k < Scene.Classes; k++)
        {
            float[] sums = new float[Features.Planes + 1];
            for (int n = 0; n < images.Length; n++)
            {
                var plane = gradient.AsSpan(((n * Scene.Classes) + k) * Scene.Pixels, Scene.Pixels);
                sums[Features.Planes] += TensorPrimitives.Sum<float>(plane);
                for (int c = 0; c < Features.Planes; c++)
                {
                    sums[c] += TensorPrimitives.Dot<float>(Plane(images[n], c), plane);
                }
            }

            for (int c = 0; c <= Features.Planes; c++)
            {
                int at = Weight(k, c);
                velocity[at] = (momentum * velocity[at]) - (rate * sums[c]);
                weights[at] += velocity[at];
            }
        }
    }

    private static Span<float> Plane(float[] image, int c) => image.AsSpan(c * Scene.Pixels, Scene.Pixels);

    private static int Weight(int k, int c) => (k * (Features.Planes + 1)) + c;

    private static int Bias(int k) => Weight(k, Features.Planes);
}
