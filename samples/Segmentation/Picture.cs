using System;
using System.Text;

namespace Segmentation;

/// <summary>Labels and predictions side by side, every second row: a character is about twice as high as wide.</summary>
internal static class Picture
{
    private const string Signs = ".^~#";

    public static string Of(ReadOnlySpan<byte> labels, ReadOnlySpan<int> predictions)
    {
        var text = new StringBuilder();
        text.Append("labels (+ is left out)".PadRight(Scene.Width + 2)).Append("predictions");
        for (int y = 0; y < Scene.Height; y += 2)
        {
            text.Append('\n');
            foreach (byte label in labels.Slice(y * Scene.Width, Scene.Width))
            {
                text.Append(label == Scene.Unlabelled ? '+' : Signs[label]);
            }

            text.Append("  ");
            foreach (int prediction in predictions.Slice(y * Scene.Width, Scene.Width))
            {
                text.Append(Signs[prediction]);
            }
        }

        return text.ToString();
    }
}
