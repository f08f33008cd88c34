using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>How a batch is cut into parts, which depends on its shape alone. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernelSplit
{
    /// <summary>Runs all parts, on whichever threads, and adds their sums in the order of the parts.</summary>
    /// <param name="chunk">Runs one part.</param>
    /// <param name="correct">The number of right predictions, to be added to.</param>
    /// <param name="batch">Where the batch's spans begin.</param>
    /// <returns>The sum of the losses.</returns>
    double Run(KernelChunk chunk, ref int correct, KernelBatch batch);
}
