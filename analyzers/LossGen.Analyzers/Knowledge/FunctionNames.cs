using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Evidence;

namespace LossGen.Analyzers.Knowledge;

/// <summary>Names that people give to a function of which there is but one: <c>ApplySoftmax</c> and <c>ParallelSoftMax</c> are softmax.</summary>
internal static class FunctionNames
{
    private static readonly string[] Functions = { "Softmax", "Sigmoid" };

    // Whatever is not listed may change what is computed: LogSoftmax, SoftmaxDerivative, HardSigmoid.
    private static readonly string[] Decorations = { "apply", "compute", "calculate", "calc", "get", "do", "parallel", "fast", "stable", "safe", "row", "rows", "by", "per", "span", "array", "vector", "matrix", "slice", "batch", "column", "columns", "f" };

    // ElementLog, PointwiseMultiply, ScalarSubtract: on vectors and matrices as on numbers.
    private static readonly string[] Arithmetic = { "Add", "Subtract", "Multiply", "Divide", "Exp", "Log" };
    private static readonly string[] OfElements =
    {
        "element", "elements", "elementwise", "wise", "pointwise", "point", "hadamard", "scalar",
    };

    private static readonly string[] Writers =
    {
        "read*", "fill*", "copy*", "clip*", "clamp*", "norm*", "apply*", "update*", "place", "inplace", "write*", "set*", "load*", "store*", "exp*", "softmax*", "mask*", "filter*", "top*", "penal*", "scale*", "smooth*",
        "add*", "sub*", "mul*", "div*", "map*", "process*", "transform*", "forward", "backward", "try*", "into", "swap*", "sort*", "shuffle*", "reset*", "clear*", "init*", "adjust*", "temper*", "correct*", "fix*", "ensure*", "safe*",
    };

    /// <summary>Whether a function without arguments gives what it is called on in another form: <c>ToHost</c>, <c>AsMatrix</c>.</summary>
    public static bool IsConversion(string name) => Words.Of(name).FirstOrDefault() is "to" or "as" && name is not ("ToString" or "AsString");

    /// <summary>Whether a function of which only the name is known may write what it is given, although it returns something.</summary>
    public static bool MayWrite(string name) => Words.HasAny(name, Writers);

    /// <summary>The function's own name, or the name as it is.</summary>
    public static string Plain(string name) => Plain(name, Functions, Decorations) ?? Plain(name, Arithmetic, OfElements) ?? name;

    private static string? Plain(string name, string[] functions, string[] decorations) => functions.FirstOrDefault(function =>
        name.Length > function.Length && name.IndexOf(function, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && Words.Of(name.Remove(at, function.Length).Insert(at, "_")).All(word => Array.IndexOf(decorations, word) >= 0));
}
