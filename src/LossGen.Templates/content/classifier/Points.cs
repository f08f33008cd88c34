using System;

namespace Classifier;

/// <summary>Made data: three clouds of points in the plane, one for each class.</summary>
internal static class Points
{
    public static (float[] Features, int[] Targets) Draw(int rows, int seed)
    {
        var random = new Random(seed);
        float[] features = new float[rows * 2];
        int[] targets = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            targets[row] = row % 3;
            double angle = 2 * Math.PI * targets[row] / 3;
            features[2 * row] = (float)(Math.Cos(angle) + random.NextDouble() - 0.5);
            features[(2 * row) + 1] = (float)(Math.Sin(angle) + random.NextDouble() - 0.5);
        }

        return (features, targets);
    }
}
