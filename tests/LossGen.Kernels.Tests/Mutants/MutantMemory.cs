using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>A span in the middle of an array, where a mutant may write without harm and is seen; or between protected pages, where it ends the process.</summary>
public sealed class Surrounded<T> : IDisposable
    where T : unmanaged
{
    private readonly T[] memory = [];
    private readonly T around;
    private readonly int length;
    private readonly int margin;
    private readonly GuardedMemory<T>? guarded;

    internal Surrounded(T[] content, T around, int margin, Around place)
    {
        this.around = around;
        this.margin = margin;
        length = content.Length;
        if (place != Around.Array)
        {
            guarded = new GuardedMemory<T>(content, place == Around.PageAfter);
            return;
        }

        memory = new T[length + (2 * margin)];
        memory.AsSpan().Fill(around);
        content.CopyTo(Span);
    }

    public Span<T> Span => guarded is null ? memory.AsSpan(margin, length) : guarded.Span;

    /// <summary>As many elements, from the second one on.</summary>
    public Span<T> Beside(int count) => memory.AsSpan(margin + (length > 1 ? 1 : 0), count);

    public bool IsIntact => guarded is not null
        || (memory.AsSpan(0, margin).IndexOfAnyExcept(around) < 0 && memory.AsSpan(margin + length).IndexOfAnyExcept(around) < 0);

    public void Dispose() => guarded?.Dispose();
}

/// <summary>What lies around the memory of a kernel.</summary>
internal enum Around
{
    Array,
    PageBefore,
    PageAfter,
}

/// <summary>The parameters of a kernel that are spans, by name.</summary>
public sealed class SurroundedInputs<T>
    where T : unmanaged
{
    internal Dictionary<string, Surrounded<T>> All { get; } = new(StringComparer.Ordinal);

    public Span<T> this[string name] => All[name].Span;
}

/// <summary>What a kernel and its mutants are called with; members as the call of <see cref="LossSignature"/> names them.</summary>
public sealed class MutantMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly Surrounded<T> logits;
    private readonly Surrounded<int> indices;
    private readonly Surrounded<T> gradient;
    private readonly Surrounded<T> losses;
    private readonly Surrounded<T> hessian;
    private (string Output, string Over) placed;

    internal MutantMemory(LossArguments<T> arguments, T nan, T poison, bool inPlace, Around around)
    {
        Classes = arguments.Classes;
        Inner = arguments.Inner;

        // A block of rows and more on either side.
        int margin = 8192 + (70 * arguments.Classes);
        logits = new(arguments.Logits, nan, margin, around);
        indices = new(arguments.Targets as int[] ?? [], 0, margin, around);
        foreach (var (name, values) in arguments.Inputs)
        {
            Inputs.All.Add(name, new(values, nan, margin, around));
        }

        gradient = inPlace ? logits : new([.. arguments.Gradient.Select(_ => poison)], nan, margin, around);
        losses = new([.. arguments.Losses.Select(_ => poison)], nan, margin, around);
        hessian = new([.. arguments.Hessian.Select(_ => poison)], nan, margin, around);
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

    public void Dispose()
    {
        logits.Dispose();
        indices.Dispose();
        gradient.Dispose();
        losses.Dispose();
        hessian.Dispose();
        foreach (var input in Inputs.All.Values)
        {
            input.Dispose();
        }
    }

    internal bool IsIntact => logits.IsIntact && gradient.IsIntact && losses.IsIntact && hessian.IsIntact;
}

/// <summary>A kernel, called with memory for everything.</summary>
public delegate void MutatedKernel<T>(MutantMemory<T> memory)
    where T : unmanaged;
