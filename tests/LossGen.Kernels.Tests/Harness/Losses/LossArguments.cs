using System;
using System.Collections.Generic;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>The memory that a kernel is called with.</summary>
public sealed class LossArguments<T>
{
    public T[] Logits { get; set; } = [];

    public Array Targets { get; set; } = Array.Empty<int>();

    public Dictionary<string, T[]> Inputs { get; } = new(StringComparer.Ordinal);

    public T[] Gradient { get; set; } = [];

    public T[] Losses { get; set; } = [];

    public T[] Hessian { get; set; } = [];

    public double Returned { get; set; }

    /// <summary>For a kernel that takes the number of classes.</summary>
    public int Classes { get; set; }

    /// <summary>For the layout N × classes × inner.</summary>
    public int Inner { get; set; }

    public int Correct;
}

/// <summary>A kernel, called with memory for everything.</summary>
public delegate void LossKernel<T>(LossArguments<T> arguments);
