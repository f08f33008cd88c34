using System;
using System.Numerics.Tensors;
using Digits.Input;

namespace Digits.Model;

/// <summary>How often each digit is taken for each.</summary>
internal sealed class Evaluation
{
    private readonly int[,] counts = new int[DigitSet.Classes, DigitSet.Classes];

    private Evaluation(int rows) => Rows = rows;

    public int Rows { get; }

    public int Correct { get; private set; }

    public double Accuracy => (double)Correct / Rows;

    public int this[int truth, int prediction] => counts[truth, prediction];

    public static Evaluation Of(ReadOnlySpan<double> parameters, DigitSet data)
    {
        var logits = new float[data.Rows * DigitSet.Classes];
        LinearLayer.Forward(parameters, data.Pixels, logits);
        var evaluation = new Evaluation(data.Rows);
        for (int row = 0; row < data.Rows; row++)
        {
            int prediction = TensorPrimitives.IndexOfMax<float>(logits.AsSpan(row * DigitSet.Classes, DigitSet.Classes));
            int truth = data.Labels[row];
            evaluation.counts[truth, prediction]++;
            evaluation.Correct += prediction == truth ? 1 : 0;
        }

        return evaluation;
    }
}
