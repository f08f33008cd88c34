using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Labels;

/// <summary>Weights from counts.</summary>
public sealed class ClassWeightsTests
{
    [Fact]
    public void Balanced_weights_give_every_class_the_same_share()
    {
        int[] counts = [10, 30, 60];
        double[] weights = ClassWeights.Balanced(counts);
        weights.ShouldBe([100 / 30.0, 100 / 90.0, 100 / 180.0], 1e-15);
        weights.Zip(counts, (weight, count) => weight * count).ShouldEach(share => Math.Abs(share - (100 / 3.0)) < 1e-12);
    }

    [Fact]
    public void The_effective_number_is_that_of_the_formula_scaled_to_the_number_of_classes()
    {
        int[] counts = [1, 50, 5000];
        double[] raw = [.. counts.Select(n => (1 - 0.999) / (1 - Math.Pow(0.999, n)))];
        double[] expected = [.. raw.Select(weight => weight * 3 / raw.Sum())];
        ClassWeights.EffectiveNumber(counts, 0.999).ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void Without_beta_all_classes_weigh_the_same_and_towards_one_as_their_inverse_frequency()
    {
        int[] counts = [10, 30, 60];
        ClassWeights.EffectiveNumber(counts, 0).ShouldBe([1, 1, 1], 1e-15);
        double[] inverse = [.. counts.Select(n => 1.0 / n)];
        double[] limit = [.. inverse.Select(weight => weight * 3 / inverse.Sum())];

        // Here 1 − β^n in plain arithmetic has no digit left.
        ClassWeights.EffectiveNumber(counts, 1 - 1e-15).ShouldBe(limit, 1e-12);
    }

    [Fact]
    public void A_class_without_examples_weighs_nothing()
    {
        ClassWeights.Balanced([4, 0, 4]).ShouldBe([8 / 12.0, 0, 8 / 12.0], 1e-15);
        double[] weights = ClassWeights.EffectiveNumber([4, 0, 4], 0.9);
        weights[1].ShouldBe(0);
        weights.Sum().ShouldBe(3, 1e-15);
        ClassWeights.EffectiveNumber([0, 0], 0.5).ShouldBe([0, 0]);
        ClassWeights.Balanced([]).ShouldBeEmpty();
    }

    [Fact]
    public void Bad_input_names_the_class_and_the_numbers()
    {
        var negative = Should.Throw<ArgumentOutOfRangeException>(() => ClassWeights.Balanced([1, -2]));
        negative.ParamName.ShouldBe("counts");
        negative.Message.ShouldContain("Class 1");
        negative.Message.ShouldContain("-2");
        foreach (double beta in new[] { -0.1, 1, 1.5, double.NaN })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => ClassWeights.EffectiveNumber([1, 2], beta)).ParamName.ShouldBe("beta");
        }
    }
}
