using System;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Rows;

// The runtime library has enums of the same names.
using KernelRole = LossGen.Generators.Specs.KernelRole;
using Reduction = LossGen.Generators.Specs.Reduction;

/// <summary>Row programs and their derived gradients, run by the interpreter.</summary>
public sealed class DifferentiatorTests
{
    private static readonly double[] Logits = [0.3, -1.2, 2.1, 0.9, -0.4];
    private static readonly double[] Weights = [0.5, 2, 1, 0.1, 3];
    private static readonly double[] Probabilities = [0.1, 0.2, 0.3, 0, 0.35];

    private static KernelSpec Spec(bool probabilities, double smoothing, bool classWeights, bool sampleWeights)
    {
        var parameters = new System.Collections.Generic.List<KernelParameter>
        {
            new(KernelRole.Logits, "logits", "double", false),
            new(KernelRole.Targets, "targets", probabilities ? "double" : "int", false),
            new(KernelRole.Gradient, "gradient", "double", true),
            new(KernelRole.Losses, "losses", "double", true),
        };
        if (classWeights)
        {
            parameters.Add(new KernelParameter(KernelRole.ClassWeights, "classWeights", "double", false));
        }

        if (sampleWeights)
        {
            parameters.Add(new KernelParameter(KernelRole.SampleWeights, "sampleWeights", "double", false));
        }

        var method = new MethodShape(string.Empty, EquatableArray<string>.Empty, "void M", EquatableArray<string>.Empty, "M", "M.g.cs", false);
        return new KernelSpec(method, LossFormulas.Of("CrossEntropy").Traits, 5, ElementType.Double, parameters.ToEquatableArray(), ReturnKind.Void, new KernelOptions { Reduction = Reduction.Sum, LabelSmoothing = smoothing });
    }

    private static RowOutputs Run(RowProgram program, double[] logits) => Interpreter.Run(program, new RowInputs(logits)
    {
        Target = 3,
        Roles = new System.Collections.Generic.Dictionary<KernelRole, double[]>
        {
            [KernelRole.Targets] = Probabilities,
            [KernelRole.ClassWeights] = Weights,
            [KernelRole.SampleWeights] = [1.5],
        },
    });

    [Theory]
    [InlineData(false, 0, false, false)]
    [InlineData(false, 0, true, true)]
    [InlineData(false, 0.1, false, false)]
    [InlineData(false, 0.1, true, true)]
    [InlineData(false, 1, true, false)]
    [InlineData(true, 0, false, false)]
    [InlineData(true, 0.2, true, true)]
    public void The_derived_gradient_is_the_derivative(bool probabilities, double smoothing, bool classWeights, bool sampleWeights)
    {
        var program = KernelProgram.Build(Spec(probabilities, smoothing, classWeights, sampleWeights));
        double[] gradient = Run(program, Logits).Gradient;
        for (int k = 0; k < Logits.Length; k++)
        {
            double Shifted(double by) => Run(program, [.. Logits.Select((x, j) => j == k ? x + by : x)]).Loss;

            // Fourth-order central differences.
            const double H = 1e-3;
            double numeric = ((8 * (Shifted(H) - Shifted(-H))) - (Shifted(2 * H) - Shifted(-2 * H))) / (12 * H);
            gradient[k].ShouldBe(numeric, 1e-9);
        }
    }

    [Fact]
    public void A_one_hot_probability_target_gives_the_gradient_of_the_index()
    {
        var byIndex = Interpreter.Run(KernelProgram.Build(Spec(false, 0, false, false)), new RowInputs([40, 0, -1, 2, 1]) { Target = 0 });
        var byProbability = Interpreter.Run(KernelProgram.Build(Spec(true, 0, false, false)), new RowInputs([40, 0, -1, 2, 1]) { Roles = new System.Collections.Generic.Dictionary<KernelRole, double[]> { [KernelRole.Targets] = [1, 0, 0, 0, 0] } });
        byProbability.Loss.ShouldBe(byIndex.Loss);
        byProbability.Gradient.ShouldPair(byIndex.Gradient, pair => Math.Abs(pair.First - pair.Second) <= 1e-15 * Math.Abs(pair.Second));
        byIndex.Loss.ShouldBe(Math.Exp(-38) * (1 + Math.Exp(-1) + Math.Exp(-2) + Math.Exp(-3)), 1e-25);
    }

    [Fact]
    public void The_target_is_never_differentiated_into_p_minus_1()
    {
        string text = FormulaText.Of(Differentiator.Gradient(Primitives.TargetNegLogP));
        text.ShouldBe("[−q_y if k = y, else p_k]");
    }

    [Fact]
    public void A_function_of_the_targets_probability_is_differentiated_by_the_chain_rule()
    {
        // φ = q_y·n_y: φ′ = p_y·n_y + q_y.
        var gradient = Differentiator.Gradient(Primitives.TargetQ * Primitives.TargetNegLogP);
        FormulaText.Of(gradient).ShouldBe("[−(p_y·n_y + q_y)·q_y if k = y, else (p_y·n_y + q_y)·p_k]");
    }

    [Fact]
    public void A_squared_log_sum_exp_pulls_every_logit_up()
    {
        var gradient = Differentiator.Gradient(0.5 * Primitives.LogSumExp * Primitives.LogSumExp);
        FormulaText.Of(gradient).ShouldBe("logsumexp·p_k");
    }
}
