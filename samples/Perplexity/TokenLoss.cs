using System;
using LossGen;

namespace Perplexity;

/// <summary>The kernel: its body is generated when this project is built.</summary>
internal static partial class TokenLoss
{
    /// <summary>What a token costs that is left out of the sum, as in PyTorch: a prompt, or padding.</summary>
    public const int Ignored = -100;

    /// <summary>One loss per token, in nats; 0 for a token that is left out. The logits are read as they lie in the file.</summary>
    [CrossEntropy(IgnoreIndex = Ignored)]
    public static partial void Losses(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, int classes, Span<float> losses, Span<int> predictions);
}
