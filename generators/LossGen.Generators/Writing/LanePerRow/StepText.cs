using System;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.LanePerRow;

/// <summary>What a step over all classes computes, in words.</summary>
internal static class StepText
{
    public static string Of(StepRole role) => role switch
    {
        StepRole.Other => "coefficients of the classes",
        StepRole.Exponential => "exponentials",
        StepRole.OtherExponential => "the other softmax's exponentials",
        StepRole.AllButOne => "for each class, the sum of all other exponentials",
        StepRole.Gap => "distances to the maximum",
        StepRole.PenalisedGap => "distances to the maximum, less what similarity takes away",
        StepRole.OtherGap => "the other softmax's distances to its maximum",
        StepRole.BiasedLogit => "add the bias",
        StepRole.TemperedLogit => "divide by the temperature",
        StepRole.CappedLogit => "cap the logits softly",
        StepRole.MarginLogit => "put the margin at the target",
        StepRole.CapSlope => "the softcap's slope",
        StepRole.SmallerOfTwo => "of x and 0, the larger has the exponential 1 and the smaller this one",
        StepRole.LogOfTwo => "the logarithm of both exponentials' sum",
        StepRole.OneOfTwo => "the exponential of x, and that of 0",
        StepRole.SumOfTwo => "both exponentials' sum",
        StepRole.OverSum => "what numerators are multiplied with",
        StepRole.Function => "logarithms and exponentials in the formula",
        _ => throw new NotSupportedException($"{role} has no title."),
    };
}
