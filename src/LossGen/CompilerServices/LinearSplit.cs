using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace LossGen.CompilerServices;

/// <summary>
/// Parts of a batch with a linear layer. Each sums the gradients of weights and bias in a memory of its own, and these are added in the order of
/// the parts. Called by generated code.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="rows">The rows of the batch.</param>
/// <param name="classes">Logits of a row.</param>
/// <param name="features">Features of a row.</param>
/// <param name="weightsGradient">Which of the spans is the gradient of the weights; −1 if none.</param>
/// <param name="biasGradient">Which of the spans is the gradient of the bias; −1 if none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LinearSplit<T>(int rows, int classes, int features, int weightsGradient, int biasGradient) : IKernelSplit
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A part takes some hundred microseconds or more.
    private const long ProductsPerPart = 4 << 20;
    private const int MostParts = 32;
    private const int MostBytes = 8 << 20;

    private int Weights => classes * features;

    /// <summary>The number of parts: 1 for small batches, and where the gradients of several parts would take too much memory.</summary>
    private int Parts
    {
        get
        {
            long ofPart = ((long)Weights + classes) * sizeof(T);
            long bySize = Math.Max(1, (long)rows * Math.Max(features, 1) * classes / ProductsPerPart);
            return (int)Math.Clamp(Math.Min(bySize, weightsGradient < 0 ? MostParts : MostBytes / ofPart), 1, Math.Min(MostParts, rows));
        }
    }

    /// <summary>Whether there are two parts at least.</summary>
    public bool IsWorthwhile => rows > 1 && Parts > 1;

    /// <inheritdoc/>
    public double Run(KernelChunk chunk, ref int correct, KernelBatch batch)
    {
        // A lambda in a struct captures locals only.
        (int all, int parts, int weights, int ofWeights, int ofBias) = (rows, Parts, Weights, weightsGradient, biasGradient);
        int length = weights + classes;
        double[] totals = new double[parts];
        int[] right = new int[parts];
        var sums = new T[parts][];
        Parallel.For(0, parts, part =>
        {
            int first = (int)((long)all * part / parts);
            int end = (int)((long)all * (part + 1) / parts);
            sums[part] = GC.AllocateArray<T>(length, pinned: true);
            nint start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(sums[part]));
            totals[part] = chunk(
                batch.With(ofWeights, start).With(ofBias, start + ((nint)weights * sizeof(T))), first, end - first, ref right[part]);
        });

        double total = 0;
        for (int part = 0; part < parts; part++)
        {
            total += totals[part];
            correct += right[part];
            Add(sums[part].AsSpan(0, Weights), batch, weightsGradient);
            Add(sums[part].AsSpan(Weights), batch, biasGradient);
        }

        return total;
    }

    private static void Add(ReadOnlySpan<T> part, KernelBatch batch, int place)
    {
        if (place < 0)
        {
            return;
        }

        var target = MemoryMarshal.CreateSpan(ref batch.Element<T>(place, 0), part.Length);
        for (int i = 0; i < part.Length; i++)
        {
            target[i] += part[i];
        }
    }
}
