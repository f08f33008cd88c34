using System;

namespace LossGen.Kernels.Tests.Formulas;

/// <summary>Draws formulas from everything that one can hold, tame enough to be compared: no pole and no overflow at ordinary logits.</summary>
internal sealed class RandomFormula(Random random)
{
    /// <summary>A number of the row.</summary>
    public string Row(int depth) => depth <= 0 ? Pick("row.NegLogP(row.Target)", "row.P(row.Target)", "row.Q(row.Target)", "a", "0.5", "2.0", "1.0")
        : random.Next(12) switch
        {
            0 or 1 => $"({Row(depth - 1)} + {Row(depth - 1)})",
            2 => $"({Row(depth - 1)} - {Row(depth - 1)})",
            3 or 4 => $"{Row(depth - 1)} * {Row(depth - 1)}",
            5 => $"({Row(depth - 1)} / (1.5 + Math.Abs({Row(depth - 1)})))",
            6 => $"row.Sum(k => {Class(depth - 1)}) / row.Classes",
            7 => $"({Row(depth - 1)} > {Row(depth - 1)} ? {Row(depth - 1)} : {Row(depth - 1)})",
            8 => $"Math.Log({Pick("row.P(row.Target)", "row.Q(row.Target)", "1 + Math.Abs(" + Row(depth - 1) + ")")})",
            9 => $"Math.Pow({Pick("row.P(row.Target)", "row.Q(row.Target)", "1 - row.P(row.Target)")}, {Pick("0.5", "1.5", "2", "3")})",
            10 => Pick("Math.Tanh", "StableMath.Softplus", "StableMath.Sigmoid", "StableMath.LogSigmoid") + $"({Row(depth - 1)})",
            _ => Pick("Math.Max", "Math.Min") + $"({Row(depth - 1)}, {Row(depth - 1)})",
        };

    /// <summary>A number of class k.</summary>
    private string Class(int depth) => depth <= 0 ? Pick("row.P(k)", "row.Q(k)", "row.NegLogP(k)", "row.Label(k)", "0.1 * row.Logit(k)", "w(k)", "(k == row.Target ? row.P(k) : row.Q(k))")
        : random.Next(8) switch
        {
            0 => $"({Class(depth - 1)} + {Class(depth - 1)})",
            1 => $"({Class(depth - 1)} - {Class(depth - 1)})",
            2 or 3 => $"{Class(depth - 1)} * {Class(depth - 1)}",
            4 => $"Math.Abs({Class(depth - 1)})",
            5 => $"(k == row.Target ? {Class(depth - 1)} : {Class(depth - 1)})",
            6 => $"{Row(depth - 1)} * {Class(depth - 1)}",
            _ => $"Math.Log({Pick("row.P(k)", "1 - row.P(k)", "1.5 + Math.Abs(" + Class(depth - 1) + ")")})",
        };

    private string Pick(params string[] values) => values[random.Next(values.Length)];
}
