using System;
using System.Diagnostics;

namespace Perplexity;

/// <summary>Loss and perplexity over all tokens of a file that count.</summary>
internal sealed class Evaluation
{
    // 8 tokens of 151,936 classes are 2.4 MB: a block leaves room for others in a second-level cache or a share of the third.
    private const int TokensOfBlock = 8;

    private double sum;
    private int counted;
    private int right;
    private float least = float.PositiveInfinity;
    private float largest;
    private TimeSpan spent;
    private long blockBytes;

    public static Evaluation Of(LogitsFile file)
    {
        var result = new Evaluation();
        var block = new Half[Math.Min(TokensOfBlock, file.Tokens) * file.Classes];
        Span<float> losses = stackalloc float[TokensOfBlock];
        Span<int> predictions = stackalloc int[TokensOfBlock];
        result.blockBytes = (long)block.Length * sizeof(ushort);
        for (int first = 0; first < file.Tokens; first += TokensOfBlock)
        {
            int count = Math.Min(TokensOfBlock, file.Tokens - first);
            var logits = block.AsSpan(0, count * file.Classes);
            file.Read(first, logits);
            long start = Stopwatch.GetTimestamp();
            TokenLoss.Losses(logits, file.Targets(first, count), file.Classes, losses[..count], predictions[..count]);
            result.spent += Stopwatch.GetElapsedTime(start);
            result.Add(file.Targets(first, count), losses, predictions);
        }

        return result;
    }

    public void Print()
    {
        double mean = sum / counted;
        Console.WriteLine($"counted         {counted}");
        Console.WriteLine($"loss            {mean:f6} nats, {mean / Math.Log(2):f6} bits");
        Console.WriteLine($"perplexity      {Math.Exp(mean):f3}");
        Console.WriteLine($"first choice    {(double)right / counted:p1}");
        Console.WriteLine($"losses          {least:g4} to {largest:g4}");
        Console.WriteLine($"kernel          {spent.TotalMilliseconds / (counted == 0 ? 1 : counted):f3} ms a token that counts");
        Console.WriteLine($"in memory       {blockBytes / 1e6:f1} MB");
    }

    private void Add(ReadOnlySpan<int> targets, ReadOnlySpan<float> losses, ReadOnlySpan<int> predictions)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] != TokenLoss.Ignored)
            {
                counted++;
                sum += losses[i];
                right += predictions[i] == targets[i] ? 1 : 0;
                least = Math.Min(least, losses[i]);
                largest = Math.Max(largest, losses[i]);
            }
        }
    }
}
