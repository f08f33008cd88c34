using System;
using System.Globalization;
using System.Text;

namespace LossGen;

/// <summary>How good a classifier is on labelled rows, as numbers and as a table of text.</summary>
public sealed class ClassificationReport
{
    private ClassificationReport(ConfusionMatrix matrix, double logLoss, double top, int topK, double calibrationError)
    {
        Matrix = matrix;
        LogLoss = logLoss;
        TopKAccuracy = top;
        K = topK;
        CalibrationError = calibrationError;
    }

    /// <summary>The number of classes.</summary>
    public int Classes => Matrix.Classes;

    /// <summary>How often each class was predicted as each, and the scores that follow from it.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>Classes × classes counts: at [i, j] the rows of class i that were predicted as class j.</summary>
    public ReadOnlySpan<int> Confusion => Matrix.Counts;

    /// <summary>The mean of −log of the target's probability, in nats; ∞ where one is 0.</summary>
    public double LogLoss { get; }

    /// <summary>The share of right predictions, 0 … 1.</summary>
    public double Accuracy => Matrix.Accuracy;

    /// <summary>The share of rows whose target is among the <see cref="K"/> most probable classes.</summary>
    public double TopKAccuracy { get; }

    /// <summary>How many classes <see cref="TopKAccuracy"/> looks at.</summary>
    public int K { get; }

    /// <summary>The expected calibration error over 15 bins, 0 … 1.</summary>
    public double CalibrationError { get; }

    /// <summary>The mean F1 score of the classes that occur, as label or as prediction.</summary>
    public double MacroF1 => Matrix.MacroF1;

    /// <summary>Of the rows that were predicted as the class, the share that is of it; 0 where none was.</summary>
    public double Precision(int label) => Matrix.Precision(label);

    /// <summary>Of the rows of the class, the share that was predicted as it; 0 where there is none.</summary>
    public double Recall(int label) => Matrix.Recall(label);

    /// <summary>The harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1(int label) => Matrix.F1(label);

    /// <summary>The number of rows of the class.</summary>
    public int Support(int label) => Matrix.Support(label);

    /// <summary>Compares probabilities with labels.</summary>
    /// <param name="probabilities">Rows × classes, each 0 … 1.</param>
    /// <param name="labels">One class index per row, at least one row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="k">For the top-k accuracy: 1 … the number of classes; by default the smaller of 5 and half of the classes.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or there are no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label, a probability or k is out of range.</exception>
    public static ClassificationReport Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> labels, int classes, int? k = null)
    {
        int rows = EvaluationRows.Check(probabilities.Length, nameof(probabilities), labels, classes, null);
        if (rows == 0)
        {
            throw new ArgumentException("There are no rows to report on.", nameof(labels));
        }

        int top = k ?? Math.Max(1, Math.Min(5, classes / 2));
        double best = Metrics.TopK(probabilities, labels, classes, top);
        double calibration = Metrics.ExpectedCalibrationError(probabilities, labels, classes);
        double loss = Metrics.LogLoss(probabilities, labels, classes);
        int[] predictions = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            var p = probabilities.Slice(row * classes, classes);
            int predicted = 0;
            for (int j = 1; j < classes; j++)
            {
                predicted = p[j] > p[predicted] ? j : predicted;
            }

            predictions[row] = predicted;
        }

        return new ClassificationReport(Metrics.ConfusionMatrix(predictions, labels, classes), loss, best, top, calibration);
    }

    /// <summary>A table of precision, recall, F1 and support of each class, and the numbers of all rows below.</summary>
    /// <param name="names">The classes' names; by default their indices.</param>
    /// <exception cref="ArgumentException">There is not one name per class.</exception>
    public string ToText(params ReadOnlySpan<string> names)
    {
        if (!names.IsEmpty && names.Length != Classes)
        {
            throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "There are {0} names for {1} classes.", names.Length, Classes), nameof(names));
        }

        int width = 9;
        foreach (string name in names)
        {
            width = Math.Max(width, name.Length);
        }

        var text = new StringBuilder();
        Line(text, width, "class", "precision", "recall", "F1", "support");
        for (int label = 0; label < Classes; label++)
        {
            string name = names.IsEmpty ? label.ToString(CultureInfo.InvariantCulture) : names[label];
            Line(text, width, name, Number(Precision(label)), Number(Recall(label)), Number(F1(label)), Support(label).ToString(CultureInfo.InvariantCulture));
        }

        text.Append('\n');
        text.Append(FormattableString.Invariant($"accuracy {Number(Accuracy)} · top-{K} {Number(TopKAccuracy)} · macro F1 {Number(MacroF1)}\n"));
        text.Append(FormattableString.Invariant($"log loss {Number(LogLoss)} nats · calibration error {Number(CalibrationError)}\n"));
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static void Line(StringBuilder text, int width, string name, string precision, string recall, string f1, string support) => text
        .Append(name.PadRight(width)).Append(precision.PadLeft(11)).Append(recall.PadLeft(9)).Append(f1.PadLeft(9)).Append(support.PadLeft(9)).Append('\n');

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);}
