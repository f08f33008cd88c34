using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using LossGen.Kernels.Tests.Harness.Losses;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>A span in the middle of an array. A mutant may read and write around it without harm, and is seen to have written.</summary>
public sealed class Surrounded<T>
    where T : unmanaged
{
    private readonly T[] memory;
    private readonly T around;
    private readonly int length;
    private readonly int margin;

    public Surrounded(T[] content, T around, int margin)
    {
        this.around = around;
        this.margin = margin;
        length = content.Length;
        memory = new T[length + (2 * margin)];
        memory.AsSpan().Fill(around);
        content.CopyTo(Span);
    }

    public Span<T> Span => memory.AsSpan(margin, length);

    /// <summary>As many elements, from the second one on.</summary>
    public Span<T> Beside(int count) => memory.AsSpan(margin + (length > 1 ? 1 : 0), count);

    public bool IsIntact =>
        memory.AsSpan(0, margin).IndexOfAnyExcept(around) < 0 && memory.AsSpan(margin + length).IndexOfAnyExcept(around) < 0;
}

/// <summary>The parameters of a kernel that are spans, by name.</summary>
public sealed class SurroundedInputs<T>
    where T : unmanaged
{
    internal Dictionary<string, Surrounded<T>> All { get; } = new(StringComparer.Ordinal);

    public Span<T> this[string name] => All[name].Span;
}

/// <summary>What a kernel and its mutants are called with; members as the call of <see cref="LossSignature"/> names them.</summary>
public sealed class MutantMemory<T>
    where T : unmanaged
{
    private readonly Surrounded<T> logits;
    private readonly Surrounded<int> indices;
    private readonly Surrounded<T> gradient;
    private readonly Surrounded<T> losses;
    private readonly Surrounded<T> hessian;
    private (string Output, string Over) placed;

    internal MutantMemory(LossArguments<T> arguments, T nan, T poison, bool inPlace)
    {
        Classes = arguments.Classes;
        Inner = arguments.Inner;

        // A block of rows and more on either side.
        int margin = 8192 + (70 * arguments.Classes);
        logits = new(arguments.Logits, nan, margin);
        indices = new(arguments.Targets as int[] ?? [], 0, margin);
        foreach (var (name, values) in arguments.Inputs)
        {
            Inputs.All.Add(name, new(values, nan, margin));
        }

        gradient = inPlace ? logits : new([.. arguments.Gradient.Select(_ => poison)], nan, margin);
        losses = new([.. arguments.Losses.Select(_ => poison)], nan, margin);
        hessian = new([.. arguments.Hessian.Select(_ => poison)], nan, margin);
    }

    public Span<T> Logits => logits.Span;

    public Span<int> Indices => indices.Span;

    public Span<T> Numbers => Inputs["targets"];

    public SurroundedInputs<T> Inputs { get; } = new();

    public Span<T> Gradient => Placed("gradient", gradient);

    public Span<T> Losses => Placed("losses", losses);

    public Span<T> Hessian => Placed("hessian", hessian);

    public int Classes { get; }

    public int Inner { get; }

    public double Returned { get; set; }

    /// <summary>Puts an output over other memory, one element beside its beginning.</summary>
    internal void Place(string output, string over) => placed = (output, over);

    private Span<T> Placed(string output, Surrounded<T> own) => placed.Output != output ? own.Span : placed.Over switch
    {
        "logits" => logits.Beside(own.Span.Length),
        "gradient" => gradient.Beside(own.Span.Length),
        "losses" => losses.Beside(own.Span.Length),
        "hessian" => hessian.Beside(own.Span.Length),
        "targets" when indices.Span.Length > 0 => MemoryMarshal.Cast<int, T>(indices.Beside(2 * own.Span.Length))[..own.Span.Length],
        var input => Inputs.All[input].Beside(own.Span.Length),
    };

    internal bool IsIntact => logits.IsIntact && gradient.IsIntact && losses.IsIntact && hessian.IsIntact;
}

/// <summary>A kernel, called with memory for everything.</summary>
public delegate void MutatedKernel<T>(MutantMemory<T> memory)
    where T : unmanaged;
