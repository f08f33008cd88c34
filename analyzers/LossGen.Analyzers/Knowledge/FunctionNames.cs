using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Values;

namespace LossGen.Analyzers.Knowledge;

/// <summary>Names that people give to a function of which there is but one: <c>ApplySoftmax</c> and <c>ParallelSoftMax</c> are softmax.</summary>
internal static class FunctionNames
{
    private static readonly string[] Functions = { "Softmax", "Sigmoid" };

    // Whatever is not listed may change what is computed: LogSoftmax, SoftmaxDerivative, HardSigmoid.
    private static readonly string[] Decorations = { "apply", "compute", "calculate", "calc", "get", "do", "parallel", "fast", "stable", "safe", "row", "rows", "by", "per", "span", "array", "vector", "matrix", "slice", "batch", "column", "columns", "f" };

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
    public static string Plain(string name)
    {
        foreach (string function in Functions)
        {
            if (name.Length > function.Length && name.IndexOf(function, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && AreDecorations(name.Remove(at, function.Length).Insert(at, "_")))
            {
                return function;
            }
        }

        return name;
    }

    private static bool AreDecorations(string rest)
    {
        IEnumerable<string> words = Words.Of(rest);
        return words.All(word => Array.IndexOf(Decorations, word) >= 0);
    }
}
