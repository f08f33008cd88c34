using System;

namespace Segmentation;

/// <summary>What the layer sees of a pixel: its colours, and their means over 5 × 5 pixels around it.</summary>
internal static class Features
{
    public const int Planes = 2 * Scene.Colours;

    private const int Reach = 2;

    /// <summary>Planes × pixels of one image.</summary>
    public static float[] Of(Scene scene)
    {
        float[] features = new float[Planes * Scene.Pixels];
        scene.ColourPlanes.CopyTo(features, 0);
        for (int plane = 0; plane < Scene.Colours; plane++)
        {
            var colour = scene.ColourPlanes.AsSpan(plane * Scene.Pixels, Scene.Pixels);
            for (int i = 0; i < Scene.Pixels; i++)
            {
                features[((Scene.Colours + plane) * Scene.Pixels) + i] = Mean(colour, i % Scene.Width, i / Scene.Width);
            }
        }

        return features;
    }

    private static float Mean(ReadOnlySpan<float> colour, int x, int y)
    {
        float sum = 0;
        int count = 0;
        for (int row = Math.Max(0, y - Reach); row <= Math.Min(Scene.Height - 1, y + Reach); row++)
        {
            for (int column = Math.Max(0, x - Reach); column <= Math.Min(Scene.Width - 1, x + Reach); column++)
            {
                sum += colour[(row * Scene.Width) + column];
                count++;
            }
        }

        return sum / count;
    }
}
