using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>Kernels of some uses of a loss, for several class counts and both element types, compiled in one assembly.</summary>
/// <param name="written">Which outputs they write.</param>
/// <param name="narrow">Types in memory beside float, for the same counts.</param>
internal sealed class LossKernels(
    IReadOnlyList<LossCase> cases,
    Func<int, IReadOnlyList<int>> floatCounts,
    Func<int, IReadOnlyList<int>> doubleCounts,
    string? schedule = null,
    LossOutputs written = LossOutputs.All,
    params string[] narrow)
{
    private KernelAssembly Assembly => KernelAssembly.FromSource(Source.Value, schedule, Widths.Here);

    public LossKernel<float> Float(int index, int classes) => Assembly.Method<LossKernel<float>>(TypeName(index, classes, "float"), "Call");

    public LossKernel<double> Double(int index, int classes) => Assembly.Method<LossKernel<double>>(TypeName(index, classes, "double"), "Call");

    /// <summary>A kernel whose numbers in memory are narrower than float.</summary>
    public LossKernel<T> Narrow<T>(int index, int classes, Numbers<T> numbers)
        where T : unmanaged => Assembly.Method<LossKernel<T>>(TypeName(index, classes, numbers.Name), "Call");

    /// <summary>What the reader makes of a kernel: the interpreter and the formulas start from it.</summary>
    public KernelSpec Spec(int index, int classes)
    {
        var method = Read.Value.GetTypeByMetadataName(TypeName(index, classes, "float"))!.GetMembers("Loss").OfType<IMethodSymbol>().Single();
        var reading = KernelReader.Read(method, method.GetAttributes()[0], LossFormulas.Of(cases[index].Attribute), new CompilationFacts(HasVectorMath: true, HasFileTypes: true), default);
        return reading.Spec ?? throw new InvalidOperationException(string.Join("; ", reading.Problems.Select(problem => problem.Id + " " + string.Join(", ", problem.Arguments))));
    }

    private Lazy<Compilation> Read { get; } = new(() => GeneratorHost.Compilation(SourceOf(cases, floatCounts, doubleCounts, written, narrow)));

    private Lazy<string> Source { get; } = new(() => SourceOf(cases, floatCounts, doubleCounts, written, narrow));

    private static string SourceOf(IReadOnlyList<LossCase> cases, Func<int, IReadOnlyList<int>> floatCounts, Func<int, IReadOnlyList<int>> doubleCounts, LossOutputs written, string[] narrow)
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        for (int i = 0; i < cases.Count; i++)
        {
            foreach (int classes in floatCounts(i))
            {
                foreach (string element in narrow.Prepend("float"))
                {
                    source.Append(Kernel(cases[i], i, classes, element, written));
                }
            }

            foreach (int classes in doubleCounts(i))
            {
                source.Append(Kernel(cases[i], i, classes, "double", written));
            }
        }

        return source.ToString();
    }

    private static string TypeName(int index, int classes, string element) => string.Create(CultureInfo.InvariantCulture, $"K{index}_{classes}_{element.Replace('.', '_')}");

    private static string Kernel(LossCase loss, int index, int classes, string element, LossOutputs written)
    {
        var signature = LossSignature.Of(loss, classes, element, written);
        return $$"""
            public static partial class {{TypeName(index, classes, element)}}
            {
                [{{signature.Attribute}}]
                public static partial void Loss({{signature.Parameters}});

                public static void Call(LossGen.Kernels.Tests.Harness.Losses.LossArguments<{{element}}> a) => Loss({{signature.Arguments}});
            }

            """;
    }
}
