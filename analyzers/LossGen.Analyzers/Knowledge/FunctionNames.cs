using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Evidence;

namespace LossGen.Analyzers.Knowledge;

/// <summary>Names that people give to a function of which there is but one: <c>ApplySoftmax</c> and <c>ParallelSoftMax</c> are softmax.</summary>
internal static class FunctionNames
{
    private static readonly string[] Functions = { "Softmax", "Sigmoid" };

    // Another name of one of them, of an object that is nothing else.
    private const string Logistic = "Logistic";
    private static readonly string[] Holders = { "function", "func", "activation", "layer", "unit" };
    private static readonly string[] Uses = { "compute", "calculate", "calc", "apply", "evaluate", "eval", "forward", "activate",
        "invoke", "call", "run", "execute", "value", "function", "at" };

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

    /// <summary>Whether a method's name says no more than that something is used: <c>Forward</c>, <c>Compute</c>.</summary>
    public static bool IsUse(string method) => Words.Of(method).All(word => Array.IndexOf(Uses, word) >= 0);

    /// <summary>The function that an object is, where its method only says that it is used: <c>logisticFunction.Compute(x)</c>.</summary>
    public static string? OfHolder(string? holder, string method)
    {
        if (holder is null || !IsUse(method))
        {
            return null;
        }

        int at = holder.IndexOf(Logistic, StringComparison.OrdinalIgnoreCase);
        holder = at < 0 ? holder : holder.Remove(at, Logistic.Length).Insert(at, "_" + Functions[1] + "_");
        return Functions.FirstOrDefault(function => string.Equals(holder.Trim('_'), function, StringComparison.OrdinalIgnoreCase))
            ?? Plain(holder, Functions, Holders);
    }

    private static string? Plain(string name, string[] functions, string[] decorations) => functions.FirstOrDefault(function =>
        name.Length > function.Length && name.IndexOf(function, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && Words.Of(name.Remove(at, function.Length).Insert(at, "_")).All(word => Array.IndexOf(decorations, word) >= 0));
}
