using System;

namespace Segmentation;

/// <summary>
/// Made aerial pictures: fields with a wood, a river and a road. Colours are noisy, so that a pixel alone does not tell its class.
/// Where two classes meet, the label is 255, as annotators mark what they cannot decide.
/// </summary>
internal sealed class Scene
{
    public const int Classes = 4;
    public const byte Unlabelled = 255;
    public const int Width = 48;
    public const int Height = 48;
    public const int Pixels = Width * Height;
    public const int Colours = 3;

    private const float Noise = 0.22f;

    // Red, green and blue of field, wood, river and road.
    private static readonly float[][] Means = [[0.7f, 0.7f, 0.3f], [0.3f, 0.5f, 0.3f], [0.3f, 0.4f, 0.7f], [0.6f, 0.6f, 0.6f]];

    private Scene(float[] colours, byte[] labels)
    {
        ColourPlanes = colours;
        Labels = labels;
    }

    public static string[] Names { get; } = ["field", "wood", "river", "road"];

    /// <summary>Colours × pixels.</summary>
    public float[] ColourPlanes { get; }

    /// <summary>One class per pixel, or 255.</summary>
    public byte[] Labels { get; }

    public static Scene Of(int seed)
    {
        var random = new Random(seed);
        byte[] classes = Draw(random);
        float[] colours = new float[Colours * Pixels];
        for (int i = 0; i < colours.Length; i++)
        {
            colours[i] = Means[classes[i % Pixels]][i / Pixels] + (Noise * Normal(random));
        }

        byte[] labels = new byte[Pixels];
        for (int i = 0; i < Pixels; i++)
        {
            labels[i] = IsBorder(classes, i) ? Unlabelled : classes[i];
        }

        return new Scene(colours, labels);
    }

    private static byte[] Draw(Random random)
    {
        double woodX = random.Next(8, 40), woodY = random.Next(8, 24), radius = random.Next(8, 13);
        double river = random.Next(30, 40), phase = random.NextDouble() * 6;
        double road = random.Next(4, 44), slope = random.NextDouble() - 0.5;
        byte[] classes = new byte[Pixels];
        for (int i = 0; i < Pixels; i++)
        {
            int x = i % Width, y = i / Width;
            bool isWood = Math.Pow(x - woodX, 2) + Math.Pow(y - woodY, 2) < radius * radius;
            bool isRiver = Math.Abs(y - river - (3 * Math.Sin((x / 7.0) + phase))) < 4;
            bool isRoad = Math.Abs(x - road - (slope * y)) < 2.5;
            classes[i] = (byte)(isRoad ? 3 : isRiver ? 2 : isWood ? 1 : 0);
        }

        return classes;
    }

    private static bool IsBorder(byte[] classes, int i)
    {
        int x = i % Width, y = i / Width;
        return (x > 0 && classes[i - 1] != classes[i])
            || (x < Width - 1 && classes[i + 1] != classes[i])
            || (y > 0 && classes[i - Width] != classes[i])
            || (y < Height - 1 && classes[i + Width] != classes[i]);
    }

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
