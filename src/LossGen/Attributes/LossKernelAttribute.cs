using System;

namespace LossGen;

/// <summary>
/// Base of the attributes that turn a <c>partial</c> method into a vectorised kernel at compile time. What is computed is read from the
/// method's signature: see <see cref="KernelRole"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class LossKernelAttribute : Attribute
{
    private protected LossKernelAttribute()
    {
    }

    private protected LossKernelAttribute(int classes) => Classes = classes;

    /// <summary>The number of classes, fixed at compile time; 0 where the method takes it as <c>int classes</c>.</summary>
    public int Classes { get; }

    /// <summary>How the rows' losses become the returned value. Default: <see cref="LossGen.Reduction.Mean"/>.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>
    /// The same as <c>Reduction = Reduction.Sum</c>, where another library has a type <c>Reduction</c> too, as TorchSharp's
    /// <c>torch.nn</c> has. Default false.
    /// </summary>
    public bool Sum
    {
        get => Reduction == Reduction.Sum;
        set => Reduction = value ? Reduction.Sum : Reduction.Mean;
    }

    /// <summary>Divides the logits, after their maximum was subtracted. Greater than 0; default 1.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>Replaces a logit z by c·tanh(z/c). At least 0; default 0, which is off.</summary>
    public double Softcap { get; set; }

    /// <summary>What the mean of no rows is. Default: <see cref="LossGen.EmptyMean.NaN"/>.</summary>
    public EmptyMean EmptyMean { get; set; }

    /// <summary>What an index outside the classes does. Default: <see cref="LossGen.InvalidTarget.Throw"/>.</summary>
    public InvalidTarget InvalidTarget { get; set; }

    /// <summary>Where the classes of a row lie. Default: <see cref="LossGen.Layout.RowMajor"/>.</summary>
    public Layout Layout { get; set; }

    /// <summary>Whether large batches are split over the thread pool. The results have the same bits for every thread count. Default: false.</summary>
    public bool Parallel { get; set; }

    /// <summary>Which Hessian a <c>hessianDiagonal</c> parameter receives. Default: <see cref="HessianConvention.Exact"/>.</summary>
    public HessianConvention Hessian { get; set; }

    /// <summary>One constant weight per class, at least 0, folded into the code. Default: none.</summary>
    public double[]? ClassWeights { get; set; }
}
