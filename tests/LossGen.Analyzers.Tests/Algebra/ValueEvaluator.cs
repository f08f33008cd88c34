using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Tests.Algebra;

/// <summary>What a value is for given inputs: numbers are arrays of one element, and are repeated beside longer ones.</summary>
internal sealed class ValueEvaluator(IReadOnlyDictionary<Value, double[]> inputs)
{
    /// <summary>The largest magnitude that was met: what roundings are relative to.</summary>
    public double Scale { get; private set; }

    /// <summary>Whether a rounding may decide: something was divided by what may have cancelled, or compared with almost the same.</summary>
    public bool IsDelicate { get; private set; }

    public double Number(Value value) => Of(value)[0];

    public double[] Of(Value value)
    {
        double[] result = Computed(value);
        Scale = Math.Max(Scale, result.Max(Math.Abs));
        return result;
    }

    private double[] Computed(Value value)
    {
        double[] Each(Func<double, double> function) => [.. Of(value.Args[0]).Select(function)];
        return value.Op switch
        {
            Op.Leaf => inputs[value],
            Op.Const => [value.Number],
            Op.Tanh => Each(Math.Tanh),
            Op.Sigmoid => Each(x => 1 / (1 + Math.Exp(-x))),
            Op.LogSigmoid => Each(x => -Softplus(-x)),
            Op.Softplus => Each(Softplus),
            Op.Exp => Each(Math.Exp),
            Op.Expm1 => Each(x => Math.Exp(x) - 1),
            Op.Log => Each(Math.Log),
            Op.Abs => Each(Math.Abs),
            Op.Sqrt => Each(Math.Sqrt),
            Op.Neg => Each(x => -x),
            Op.Add => Both(value, (a, b) => a + b),
            Op.Sub => Both(value, (a, b) => a - b),
            Op.Mul => Both(value, (a, b) => a * b),
            Op.Div => Both(value, Quotient),
            Op.Pow => Both(value, Math.Pow),
            Op.LogBase => Both(value, Math.Log),
            Op.Max => Both(value, Math.Max),
            Op.Min => Both(value, Math.Min),
            Op.Clamp => [.. Of(value.Args[0]).Select(x => Math.Clamp(x, Number(value.Args[1]), Number(value.Args[2])))],
            Op.Greater => Both(value, value.Args[0].Equals(value.Args[1]) ? (_, _) => 0 : IsGreater),
            Op.Choose => Number(value.Args[0]) > 0 ? Of(value.Args[1]) : Of(value.Args[2]),
            Op.Sum => [Of(value.Args[0]).Sum()],
            Op.Norm => [Of(value.Args[0]).Sum(Math.Abs)],
            Op.MaxOf => [Of(value.Args[0]).Max()],
            Op.Softmax => Softmax(Of(value.Args[0])),
            Op.Tuple => [.. value.Args.SelectMany(Of)],
            Op.Element => [Of(value.Args[0])[(int)Number(value.Args[1])]],
            _ => throw new ArgumentOutOfRangeException(nameof(value), value.Op, "no value"),
        };
    }

    private double[] Both(Value value, Func<double, double, double> function)
    {
        double[] a = Of(value.Args[0]);
        double[] b = Of(value.Args[1]);
        return [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => function(a[i % a.Length], b[i % b.Length]))];
    }

    private double Quotient(double a, double b)
    {
        IsDelicate |= Math.Abs(b) < 1e-6;
        return a / b;
    }

    private double IsGreater(double a, double b)
    {
        IsDelicate |= Math.Abs(a - b) < 1e-9;
        return a > b ? 1 : 0;
    }

    private static double Softplus(double x) => x > 40 ? x : Math.Log(1 + Math.Exp(x));

    private static double[] Softmax(double[] x)
    {
        double max = x.Max();
        double sum = x.Sum(one => Math.Exp(one - max));
        return [.. x.Select(one => Math.Exp(one - max) / sum)];
    }
}
