using Digits.Input;
using LossGen.Models;

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

    public static Evaluation Of(SoftmaxRegression model, DigitSet data)
    {
        int[] predictions = new int[data.Rows];
        model.Predict(data.Pixels, predictions);
        var evaluation = new Evaluation(data.Rows);
        for (int row = 0; row < data.Rows; row++)
        {
            int truth = data.Labels[row];
            evaluation.counts[truth, predictions[row]]++;
            evaluation.Correct += predictions[row] == truth ? 1 : 0;
        }

        return evaluation;
    }
}
