using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Numerics;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>The memory that a kernel is called with: an array for each parameter, made when the kernel asks for it.</summary>
/// <param name="create">The array of a parameter.</param>
/// <param name="classes">The number of classes of a call.</param>
/// <param name="inner">The positions of a plane.</param>
public sealed class CallArguments(Func<string, Type, Array> create, int classes, int inner)
{
    private readonly Dictionary<string, Array> arrays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action> copies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Array> matrices = new(StringComparer.Ordinal);

    public int Correct;

    public double Returned { get; set; }

    public double Scale { get; init; } = 1.5;

    public double Number { get; init; } = 0.75;

    public int Classes => classes;

    public int Inner => inner;

    /// <summary>A parameter that is passed as an empty span.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Whether the gradient is written where the logits are.</summary>
    public bool InPlace { get; init; }

    public T[] Of<T>(string role)
    {
        if (role == LeftOut)
        {
            return [];
        }

        string name = Name(role);
        if (!arrays.TryGetValue(name, out var array))
        {
            arrays.Add(name, array = create(name, typeof(T)));
        }

        return (T[])array;
    }

    public T[,] Matrix<T>(string role)
    {
        string name = Name(role);
        T[] flat = Of<T>(name);
        if (matrices.TryGetValue(name, out var known))
        {
            return (T[,])known;
        }

        var matrix = new T[flat.Length / classes, classes];
        for (int i = 0; i < flat.Length; i++)
        {
            matrix[i / classes, i % classes] = flat[i];
        }

        matrices.Add(name, matrix);
        copies.Add(name, () =>
        {
            for (int i = 0; i < flat.Length; i++)
            {
                flat[i] = matrix[i / classes, i % classes];
            }
        });
        return matrix;
    }

    /// <summary>The numbers of a parameter after the call; none if the kernel did not ask for it.</summary>
    public double[]? Result(string role)
    {
        string name = Name(role);
        if (copies.TryGetValue(name, out var copy))
        {
            copy();
        }

        return arrays.TryGetValue(name, out var array) ? [.. array.Cast<object>().Select(ToDouble)] : null;
    }

    /// <summary>The element type of a parameter that the kernel asked for.</summary>
    public Type? TypeOf(string role) => arrays.TryGetValue(Name(role), out var array) ? array.GetType().GetElementType() : null;

    public static double ToDouble(object value) => value switch
    {
        Half half => (double)half,
        BFloat16 narrow => (float)narrow,
        bool flag => flag ? 1 : 0,
        _ => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Numbers as an array of any type of elements.</summary>
    public static Array ToArray(IEnumerable<double> values, Type type)
    {
        double[] numbers = [.. values];
        var array = Array.CreateInstance(type, numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            double x = numbers[i];
            object value = type == typeof(Half) ? (Half)x
                : type == typeof(BFloat16) ? (BFloat16)(float)x
                : type == typeof(float) ? (float)x
                : type == typeof(bool) ? x != 0
                : Convert.ChangeType(x, type, System.Globalization.CultureInfo.InvariantCulture);
            array.SetValue(value, i);
        }

        return array;
    }

    private string Name(string role) => InPlace && role == "gradient" ? "logits" : role;
}
