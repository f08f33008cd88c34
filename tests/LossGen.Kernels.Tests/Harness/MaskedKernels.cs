using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>The memory of a kernel with a mask and all outputs.</summary>
public sealed class MaskArguments<T>
{
    public T[] Logits = [];
    public int[] Targets = [];
    public T[] Numbers = [];
    public bool[] Flags = [];
    public ulong[] Words = [];
    public Dictionary<string, T[]> Inputs { get; } = new(StringComparer.Ordinal);
    public T[] Gradient = [];
    public T[] Losses = [];
    public T[] Probabilities = [];
    public T[] LogProbabilities = [];
    public T[] LogSumExp = [];
    public T[] Hessian = [];
    public int[] Predictions = [];
    public int Correct;
    public double Returned;
    public int Inner;
    public int Classes;

    /// <summary>Every output by its name.</summary>
    public IEnumerable<(string Name, Array Values)> Outputs =>
    [
        ("gradient", Gradient), ("losses", Losses), ("probabilities", Probabilities), ("logProbabilities", LogProbabilities), ("logSumExp", LogSumExp),
        ("hessianDiagonal", Hessian), ("predictions", Predictions), ("correct", new[] { Correct }), ("returned", new[] { Returned }),
    ];
}

/// <summary>A kernel, called with memory for everything.</summary>
public delegate void MaskedKernel<T>(MaskArguments<T> arguments);

/// <summary>A loss as the tests of masks use it.</summary>
/// <param name="Attribute">Its attribute.</param>
/// <param name="Options">Its options.</param>
public sealed record MaskCase(string Attribute, string Options = "")
{
    /// <summary>int, "number" for the logits' type, or nothing.</summary>
    public string Targets { get; init; } = "int";

    /// <summary>Its parameters: each a span of the logits' type under its name.</summary>
    public string[] Inputs { get; init; } = [];

    public string[] Outputs { get; init; } = ["gradient", "losses", "probabilities", "logProbabilities", "logSumExp", "predictions"];

    public bool IsLoss { get; init; } = true;

    /// <summary>A class of one kernel, with a mask of flags, of words, or without.</summary>
    public string Source(string name, int classes, string element, string mask, bool atRunTime = false, bool strided = false, bool parallel = false)
    {
        var options = new List<string>();
        options.AddRange(new[] { atRunTime ? "" : classes.ToString(CultureInfo.InvariantCulture), Options, strided ? "Layout = Layout.ClassStride" : "", parallel ? "Parallel = true" : "" }.Where(text => text.Length > 0));
        var parameters = new StringBuilder($"ReadOnlySpan<{element}> logits");
        var arguments = new StringBuilder("a.Logits");
        void Add(string type, string parameter, string argument)
        {
            parameters.Append($", {type} {parameter}");
            arguments.Append(", " + argument);
        }

        if (Targets.Length > 0)
        {
            Add($"ReadOnlySpan<{(Targets == "int" ? "int" : element)}>", "targets", Targets == "int" ? "a.Targets" : "a.Numbers");
        }

        if (mask.Length > 0)
        {
            Add($"ReadOnlySpan<{mask}>", "mask", mask == "bool" ? "a.Flags" : "a.Words");
        }

        foreach (string input in Inputs)
        {
            Add($"ReadOnlySpan<{element}>", input, $"a.Inputs[\"{input}\"]");
        }

        foreach (string output in Outputs)
        {
            string field = output == "hessianDiagonal" ? "Hessian" : char.ToUpperInvariant(output[0]) + output[1..];
            Add(output == "correct" ? "out int" : output == "predictions" ? "Span<int>" : $"Span<{element}>", output, (output == "correct" ? "out a." : "a.") + field);
        }

        if (atRunTime)
        {
            Add("int", "classes", "a.Classes");
        }

        if (strided)
        {
            Add("int", "inner", "a.Inner");
        }

        return $$"""
            public static partial class {{name}}
            {
                [{{Attribute}}({{string.Join(", ", options)}})]
                public static partial {{(IsLoss ? "double" : "void")}} Loss({{parameters}});
                public static void Call(LossGen.Kernels.Tests.Harness.MaskArguments<{{element}}> a) {{(IsLoss ? $"=> a.Returned = Loss({arguments})" : $"=> Loss({arguments})")}};
            }

            """;
    }
}
