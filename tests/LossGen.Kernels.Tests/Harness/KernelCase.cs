using System;
using System.Globalization;
using System.Text;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>A kernel as the tests call it; spans that it does not have are empty.</summary>
public delegate double Kernel<T, TTarget>(
    ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient, Span<T> losses, ReadOnlySpan<T> classWeights, ReadOnlySpan<T> sampleWeights);

/// <summary>A kernel to generate and call.</summary>
public sealed record KernelCase(int Classes)
{
    public string Element { get; init; } = "float";

    /// <summary>An integer type, or the element type for probabilities.</summary>
    public string Target { get; init; } = "int";

    /// <summary>float, double or void.</summary>
    public string Returns { get; init; } = "double";

    public bool Gradient { get; init; } = true;

    public bool Losses { get; init; } = true;

    public bool ClassWeights { get; init; }

    public bool SampleWeights { get; init; }

    public double Smoothing { get; init; }

    public long? IgnoreIndex { get; init; }

    public bool Sum { get; init; }

    public bool EmptyIsZero { get; init; }

    public bool HasProbabilities => Target == Element;

    /// <summary>The name of the class that holds the kernel and its caller. A method: a record prints its properties, and this prints the record.</summary>
    public string TypeName()
    {
        var name = new StringBuilder("K");
        foreach (char c in ToString())
        {
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return name.ToString();
    }

    /// <summary>The attributed method, and a method of the delegate's shape that calls it.</summary>
    public string Source()
    {
        var options = new StringBuilder(Classes.ToString(CultureInfo.InvariantCulture));
        Option(Smoothing != 0, "LabelSmoothing = " + Smoothing.ToString("R", CultureInfo.InvariantCulture));
        Option(IgnoreIndex is not null, "IgnoreIndex = " + IgnoreIndex?.ToString(CultureInfo.InvariantCulture));
        Option(Sum, "Reduction = LossGen.Reduction.Sum");
        Option(EmptyIsZero, "EmptyMean = LossGen.EmptyMean.Zero");

        var parameters = new StringBuilder($"System.ReadOnlySpan<{Element}> logits, System.ReadOnlySpan<{Target}> targets");
        var arguments = new StringBuilder("logits, targets");
        Parameter(Gradient, "Span", "gradient");
        Parameter(Losses, "Span", "losses");
        Parameter(ClassWeights, "ReadOnlySpan", "classWeights");
        Parameter(SampleWeights, "ReadOnlySpan", "sampleWeights");
        string call = Returns == "void" ? $"Loss({arguments}); return 0;" : $"return Loss({arguments});";
        return $$"""
            public static partial class {{TypeName()}}
            {
                [LossGen.CrossEntropy({{options}})]
                public static partial {{Returns}} Loss({{parameters}});

                public static double Call(System.ReadOnlySpan<{{Element}}> logits, System.ReadOnlySpan<{{Target}}> targets, System.Span<{{Element}}> gradient, System.Span<{{Element}}> losses, System.ReadOnlySpan<{{Element}}> classWeights, System.ReadOnlySpan<{{Element}}> sampleWeights)
                {
                    {{call}}
                }
            }

            """;

        void Option(bool present, string text) => options.Append(present ? ", " + text : string.Empty);

        void Parameter(bool present, string span, string name)
        {
            parameters.Append(present ? $", System.{span}<{Element}> {name}" : string.Empty);
            arguments.Append(present ? ", " + name : string.Empty);
        }
    }
}
