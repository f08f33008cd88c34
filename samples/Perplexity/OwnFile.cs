using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Perplexity;

/// <summary>
/// Logits of a made model, so that the sample runs without one. A token's classes have ranks, and rank r has the logit 10 − log r:
/// a word's frequency falls with its rank (Zipf's law). Every fourth token is one that the model is sure of.
/// </summary>
internal static class OwnFile
{
    private const int Tokens = 48;
    private const int Prompt = 12;
    private const float Top = 10;

    // The sure logit is 24 above the second: what is left for all others rounds to 0 beside a 1 in float.
    private const float Sure = Top + 24;

    public static (string Logits, string Targets) Write(string folder, int classes)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(1);
        string logits = Path.Combine(folder, "logits.f16"), targets = Path.Combine(folder, "targets.i32");
        using var logitsFile = File.Create(logits);
        using var targetsFile = File.Create(targets);
        var row = new Half[classes];
        for (int token = 0; token < Tokens; token++)
        {
            // The classes in another order for every token: the best is 'first', the next ones follow it.
            int first = random.Next(classes);
            for (int rank = 1; rank <= classes; rank++)
            {
                row[(first + rank - 1) % classes] = (Half)(Top - MathF.Log(rank));
            }

            bool isSure = token % 4 == 3;
            row[first] = isSure ? (Half)Sure : row[first];
            int came = isSure ? first : (first + Drawn(random, classes) - 1) % classes;
            int target = token < Prompt ? TokenLoss.Ignored : came;
            logitsFile.Write(MemoryMarshal.AsBytes(row.AsSpan()));
            targetsFile.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in target)));
        }

        return (logits, targets);
    }

    /// <summary>A rank with a probability of about 1/rank.</summary>
    private static int Drawn(Random random, int classes) => (int)Math.Min(classes, Math.Exp(random.NextDouble() * Math.Log(classes + 1.0)));
}
