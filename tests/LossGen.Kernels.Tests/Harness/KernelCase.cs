using System;
using System.Globalization;
using System.Text;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>A kernel as the tests call it; spans that it does not have are empty.</summary>
public delegate double Kernel<T, TTarget>(
    ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient, Span<T> losses, ReadOnlySpan<T> classWeights, ReadOnlySpan<T> sampleWeights);

/// <summary>The same of a kernel whose number of classes is an argument.</summary>
public delegate double SizedKernel<T, TTarget>(
    ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient, Span<T> losses, ReadOnlySpan<T> classWeights, ReadOnlySpan<T> sampleWeights, int classes);

/// <summary>A kernel to generate and call.</summary>
public sealed record KernelCase(int Classes)
{
    public string Element { get; init; } = "float";

    /// <summary>Whether the number of classes is an argument: then all counts share one kernel.</summary>
    public bool AtRunTime { get; init; }

    /// <summary>Whether the kernel has the layout N × classes × inner. The caller moves rows there and back, so tests need not know.</summary>
    public bool Strided { get; init; }

    /// <summary>An integer type, or the element type for probabilities.</summary>
    public string Target { get; init; } = "int";

    /// <summary>float, double or void.</summary>
    public string Returns { get; init; } = "double";

    public bool Gradient { get; init; } = true;

    public bool Losses { get; init; } = true;

    public bool ClassWeights { get; init; }

    public bool SampleWeights { get; init; }

    public double Smoothing { get; init; }

    public double ZLoss { get; init; }

    public long? IgnoreIndex { get; init; }

    public bool Sum { get; init; }

    public bool EmptyIsZero { get; init; }

    public bool HasProbabilities => Target == Element;

    /// <summary>The kernel in the form that a theory names: with a forced schedule, which remains in <paramref name="form"/>, or with a layout or a run-time count.</summary>
    public KernelCase InForm(ref string? form)
    {
        var kernel = this with
        {
            AtRunTime = form?.Contains("AtRunTime", StringComparison.Ordinal) == true,
            Strided = form?.Contains("Strided", StringComparison.Ordinal) == true,
        };
        form = kernel.AtRunTime || kernel.Strided || string.IsNullOrEmpty(form) ? null : form;
        return kernel;
    }

    /// <summary>The name of the class that holds the kernel and its caller. A method: a record prints its properties, and this prints the record.</summary>
    public string TypeName()
    {
        var name = new StringBuilder("K");
        foreach (char c in (AtRunTime ? this with { Classes = 0 } : this).ToString())
        {
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return name.ToString();
    }

    /// <summary>The attributed method, and a method of the delegate's shape that calls it.</summary>
    public string Source()
    {
        string classes = AtRunTime ? "classes" : Classes.ToString(CultureInfo.InvariantCulture);
        var options = new StringBuilder(AtRunTime ? string.Empty : classes);
        Option(Strided, "Layout = LossGen.Layout.ClassStride");
        Option(Smoothing != 0, "LabelSmoothing = " + Smoothing.ToString("R", CultureInfo.InvariantCulture));
        Option(ZLoss != 0, "ZLoss = " + ZLoss.ToString("R", CultureInfo.InvariantCulture));
        Option(IgnoreIndex is not null, "IgnoreIndex = " + IgnoreIndex?.ToString(CultureInfo.InvariantCulture));
        Option(Sum, "Reduction = LossGen.Reduction.Sum");
        Option(EmptyIsZero, "EmptyMean = LossGen.EmptyMean.Zero");

        var parameters = new StringBuilder($"System.ReadOnlySpan<{Element}> logits, System.ReadOnlySpan<{Target}> targets");
        var arguments = new StringBuilder("logits, targets");
        Parameter(Gradient, "Span", "gradient");
        Parameter(Losses, "Span", "losses");
        Parameter(ClassWeights, "ReadOnlySpan", "classWeights");
        Parameter(SampleWeights, "ReadOnlySpan", "sampleWeights");
        Number(AtRunTime, "classes", classes);
        Number(Strided, "inner", "inner");
        string call = Returns == "void" ? $"Loss({arguments}); double result = 0;" : $"double result = Loss({arguments});";
        return $$"""
            public static partial class {{TypeName()}}
            {
                [LossGen.CrossEntropy({{options}})]
                public static partial {{Returns}} Loss({{parameters}});

                public static double Call(System.ReadOnlySpan<{{Element}}> logits, System.ReadOnlySpan<{{Target}}> targets, System.Span<{{Element}}> gradient, System.Span<{{Element}}> losses, System.ReadOnlySpan<{{Element}}> classWeights, System.ReadOnlySpan<{{Element}}> sampleWeights{{(AtRunTime ? ", int classes" : string.Empty)}})
                {
                    {{(Strided ? StridedStart() : string.Empty)}}
                    {{call}}
                    {{(Strided ? StridedEnd() : string.Empty)}}
                    return result;
                }
            }

            """;

        void Option(bool present, string text) => options.Append(!present ? string.Empty : options.Length > 0 ? ", " + text : text);

        void Number(bool present, string name, string value)
        {
            parameters.Append(present ? $", int {name}" : string.Empty);
            arguments.Append(present ? ", " + value : string.Empty);
        }

        string StridedStart() => $$"""
            int inner = LossGen.Kernels.Tests.Harness.Strides.Inner(logits.Length / {{classes}});
                    var rowMajorGradient = gradient;
                    logits = LossGen.Kernels.Tests.Harness.Strides.To(logits, {{classes}}, inner);
                    {{(HasProbabilities ? $"targets = LossGen.Kernels.Tests.Harness.Strides.To(targets, {classes}, inner);" : string.Empty)}}
                    {{(Gradient ? $"gradient = new {Element}[logits.Length];" : string.Empty)}}
            """;

        string StridedEnd() => Gradient ? $"LossGen.Kernels.Tests.Harness.Strides.From(gradient, rowMajorGradient, {classes}, inner);" : string.Empty;

        void Parameter(bool present, string span, string name)
        {
            parameters.Append(present ? $", System.{span}<{Element}> {name}" : string.Empty);
            arguments.Append(present ? ", " + name : string.Empty);
        }
    }
}
