using System;
using LossGen.Generators.Losses;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.GeneratorTesting;
using LossGen.Kernels.Tests.Harness.Losses;
using Microsoft.CodeAnalysis;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>A kernel whose mutants are made: one of a schedule, a layout, a type of numbers or a kind of loss.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Use">The loss, its options and its formula.</param>
/// <param name="Classes">Its classes, also where they are an argument.</param>
internal sealed record MutantKernel(string Name, LossCase Use, int Classes)
{
    public string? Schedule { get; init; }

    public LossForm Form { get; init; }

    public string Element { get; init; } = "float";

    public LossOutputs Outputs { get; init; } = LossOutputs.All;

    /// <summary>Whether the loss is the mean, and the gradient the mean's.</summary>
    public bool IsMean { get; init; }

    public string Source()
    {
        var loss = Use with { Options = IsMean ? Use.Options : Use.Options.Length > 0 ? Use.Options + ", Sum = true" : "Sum = true" };
        var signature = LossSignature.Of(loss, Classes, Element, Outputs, Form);
        string arguments = signature.Arguments.Replace("(int[])a.Targets", "a.Indices", StringComparison.Ordinal).Replace($"({Element}[])a.Targets", "a.Numbers", StringComparison.Ordinal);
        return $$"""
            using System;
            using LossGen;
            public static partial class K
            {
                [{{signature.Attribute}}]
                public static partial double Loss({{signature.Parameters}});

                public static void Call(LossGen.Kernels.Tests.Mutants.MutantMemory<{{Element}}> a) => a.Returned = Loss({{arguments}});
            }
            """;
    }

    /// <summary>What the reader makes of it: the interpreter starts from it.</summary>
    public KernelSpec Spec()
    {
        // A batch's sum and mean are of the same rows; the interpreter knows rows only, and the number of classes.
        var source = this with { Form = LossForm.Rows, IsMean = true };
        var method = (IMethodSymbol)GeneratorHost.Compilation(source.Source()).GetTypeByMetadataName("K")!.GetMembers("Loss")[0];
        var reading = KernelReader.Read(method, method.GetAttributes()[0], LossFormulas.Of(Use.Attribute), CompilationFacts.Ideal, default);
        return reading.Spec ?? throw new InvalidOperationException(Name + ": the declaration is refused.");
    }
}
