using System.Collections.Generic;
using System.Globalization;
using Digits.Training;

namespace Digits.Display;

/// <summary>The figures as both displays print them.</summary>
internal static class Texts
{
    public static string Line(string name, string value) => string.Create(CultureInfo.InvariantCulture, $"{name,-22}{value}");

    public static IEnumerable<(string Name, string Value)> Figures(Outcome outcome)
    {
        yield return ("objective", Number(outcome.Fit.Objective, "F10"));
        yield return ("data term", Number(outcome.DataTerm, "F10"));
        yield return ("largest gradient", Number(outcome.Fit.GradientNorm, "0.0e-0"));
        yield return ("iterations", Number(outcome.Fit.Iterations, "F0"));
        yield return ("training accuracy", Accuracy(outcome.Training));
        yield return ("test accuracy", outcome.Test is { } test ? Accuracy(test) : "no rows to test");
        yield return ("training time", Number(outcome.Fit.Time.TotalSeconds, "F2") + " s");
        yield return ("loss kernel", Number(outcome.KernelRowsPerSecond / 1e6, "F1") + " million rows per second, loss and gradient");
    }

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Accuracy(Model.Evaluation evaluation) =>
        string.Create(CultureInfo.InvariantCulture, $"{evaluation.Accuracy:F5} ({evaluation.Correct} of {evaluation.Rows})");
}
