using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>The kernels whose mutants are made: each schedule, with whole vectors and without, each layout, each type of numbers, and each kind of formula.</summary>
internal static class MutantKernels
{
    public static IReadOnlyList<MutantKernel> All { get; } =
    [
        new("rows across lanes", Use(new CrossEntropyTests(null!), 0), 5) { Schedule = "LanePerRow" },
        new("rows across lanes, the mean", Use(new CrossEntropyTests(null!), 0), 10) { Schedule = "LanePerRow", IsMean = true, Outputs = LossOutputs.Gradient | LossOutputs.Losses },
        new("blocks of rows", Use(new CrossEntropyTests(null!), 0), 40) { Schedule = "RowBlock" },
        new("blocks of rows, the losses alone", Use(new CrossEntropyTests(null!), 0), 71) { Schedule = "RowBlock", Outputs = LossOutputs.Losses },
        new("one row at a time", Use(new CrossEntropyTests(null!), 0), 150) { Schedule = "RowStream" },
        new("one row at a time, the losses alone", Use(new CrossEntropyTests(null!), 0), 150) { Schedule = "RowStream", Outputs = LossOutputs.Losses },
        new("positions across lanes", Use(new CrossEntropyTests(null!), 0), 7) { Form = LossForm.Strided },
        new("classes at run time", Use(new CrossEntropyTests(null!), 0), 150) { Form = LossForm.AtRunTime },
        new("smoothing and weights", WithoutSome(Use(new CrossEntropyTests(null!), 1)), 40) { Schedule = "RowBlock" },
        new("a square of the log-sum-exp", Use(new CrossEntropyTests(null!), 2), 5),
        new("a temperature", Use(new CrossEntropyTests(null!), 3), 40),
        new("probabilities", Use(new CrossEntropyTests(null!), 4), 19) { Schedule = "RowBlock" },
        // Its second derivative is a sum of both signs without a stated bound.
        new("a focal loss", Use(new FocalCrossEntropyTests(null!), 0), 5) { Outputs = LossOutputs.Gradient | LossOutputs.Losses },
        new("a divergence from a teacher", WithFarTeacher(Use(new DistillationTests(null!), 1)), 40),
        new("labels", Use(new BinaryCrossEntropyTests(null!), 1), 19),
        new("a margin", Use(new HingeLossTests(null!), 0), 19),
        new("a squared error", Use(new BrierLossTests(null!), 0), 40),
        new("doubles", Use(new CrossEntropyTests(null!), 0), 21) { Element = "double" },
        new("halves", Use(new CrossEntropyTests(null!), 0), 40) { Element = "Half" },
    ];

    // Some classes are none for the teacher, and some of these none for the student: 0 · ∞.
    private static LossCase WithFarTeacher(LossCase use) =>
        use with { Inputs = [use.Inputs[0] with { Draw = random => random.Next(4) == 0 ? -500 : (random.NextDouble() * 12) - 6 }] };

    // Rows and classes that do not count, next to logits of −∞.
    private static LossCase WithoutSome(LossCase use) =>
        use with { Inputs = [.. use.Inputs.Select(input => input with { Draw = random => random.Next(4) == 0 ? 0 : input.Draw(random) })] };

    private static LossCase Use(LossTests tests, int index) => tests.Uses[index];
}
