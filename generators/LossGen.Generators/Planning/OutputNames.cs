using System;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Planning;

/// <summary>What outputs are called in the generated code.</summary>
internal static class OutputNames
{
    /// <summary>The span, by its role's name.</summary>
    public static string Buffer(OutputKind output) => char.ToLowerInvariant(output.ToString()[0]) + output.ToString().Substring(1);

    /// <summary>The prefix of one class's value.</summary>
    public static string Short(OutputKind output) => output switch
    {
        OutputKind.Gradient => "g",
        OutputKind.Probabilities => "p",
        OutputKind.LogProbabilities => "logP",
        OutputKind.HessianDiagonal => "h",
        OutputKind.ElementLosses => "l",
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "It has no value per class."),
    };

    public static string Describe(OutputKind output, RowProgram program) => output switch
    {
        OutputKind.Gradient => "gradient: " + program.Gradient,
        OutputKind.Probabilities => "probabilities",
        OutputKind.LogProbabilities => "logarithms of the probabilities",
        OutputKind.HessianDiagonal => "diagonal of the Hessian",
        OutputKind.ElementLosses => "the labels' losses",
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "It has no value per class."),
    };
}
