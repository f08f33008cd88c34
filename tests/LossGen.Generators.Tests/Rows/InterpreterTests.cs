using System.Collections.Generic;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Rows;

// The runtime library has enums of the same names.
using KernelRole = LossGen.Generators.Specs.KernelRole;

public sealed class InterpreterTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 0)]
    public void A_class_weight_of_0_takes_the_loss_away_and_not_the_right_prediction_as_a_row_weight_does(double classWeight,
        double rowWeight, double correct)
    {
        KernelParameter[] parameters =
        [
            new(KernelRole.Logits, "logits", "double", false),
            new(KernelRole.Targets, "targets", "int", false),
            new(KernelRole.ClassWeights, "classWeights", "double", false),
            new(KernelRole.SampleWeights, "sampleWeights", "double", false),
            new(KernelRole.Losses, "losses", "double", true),
            new(KernelRole.Correct, "correct", "int", true),
        ];
        var method = new MethodShape(string.Empty, EquatableArray<string>.Empty, "void M", EquatableArray<string>.Empty, "M", "M.g.cs",
            false);
        var spec = new KernelSpec(method, LossFormulas.Of("CrossEntropy").Traits, 2, ElementType.Double, parameters.ToEquatableArray(),
            ReturnKind.Void, new KernelOptions());
        var outputs = Interpreter.Run(KernelProgram.Build(spec), new RowInputs([3, 1])
        {
            Target = 0,
            Roles = new Dictionary<KernelRole,
                double[]> { [KernelRole.ClassWeights] = [classWeight, 1], [KernelRole.SampleWeights] = [rowWeight] },
        });
        outputs.Loss.ShouldBe(0);
        outputs.All[OutputKind.Correct][0].ShouldBe(correct);
    }
}
