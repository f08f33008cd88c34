using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle;

namespace LossGen.Platforms.Losses;

/// <summary>One kernel of float or double against the formula of the literature in 256 bits, and in place.</summary>
internal sealed class WideCheck(Checks checks, LossCase use, int classes, LossForm form)
{
    // All rows of short ones. Of long ones some: the first, one inside, and the last, which runs through the tail.
    private int Rows => classes <= 16 ? 11 : 7;

    private int[] Sampled => checks.IsQuick ? [Rows - 1] : classes <= 16 ? [.. Enumerable.Range(0, Rows)] : classes <= 64 ? [0, 3, 6] : [0, 6];

    public void Run(LossKernel<float> kernel) => Run(kernel, x => (float)x, (report, what, actual, expected, row, k) =>
        report.Ulps(what, actual, expected.ToDouble(), use, new Lazy<OracleRow>(row), k));

    public void Run(LossKernel<double> kernel) => Run(kernel, x => x, (report, what, actual, expected, row, k) =>
        report.Ulps(what, actual, expected, use.Ulps + (use.GapCounts ? LossReport.GapOf(row, k) : 0), use.Terms?.Invoke(row, k) ?? 0));

    private void Run<T>(LossKernel<T> kernel, Func<double, T> convert, Action<LossReport, string, T, BigFloat, OracleRow, int> measure)
        where T : unmanaged
    {
        foreach (var kind in (Rows[])[Kernels.Tests.Harness.Rows.Normal3, Kernels.Tests.Harness.Rows.Confident])
        {
            var batch = new LossBatch(use, Batch.Of(classes, Rows, kind));
            string what = $"{use} {typeof(T).Name} {form}, K = {classes}, {kind}";
            var arguments = Call(kernel, batch, convert, inPlace: false);
            foreach (int row in Sampled)
            {
                Check(what, batch.Oracle(row), arguments, row, measure);
            }

            var inPlace = Call(kernel, batch, convert, inPlace: true);
            checks.Same<T>(inPlace.Gradient, arguments.Gradient, what + ", gradient in place");
            checks.Same<T>(inPlace.Losses, arguments.Losses, what + ", losses with the gradient in place");
        }
    }

    private void Check<T>(string what, OracleRow row, LossArguments<T> arguments, int at, Action<LossReport, string, T, BigFloat, OracleRow, int> measure)
    {
        One("loss", arguments.Losses[at], use.Formula(row), -1);
        foreach (int k in (IEnumerable<int>)(checks.IsQuick ? [row.Y] : new HashSet<int> { row.Y, classes - 1, (row.Y + 1) % classes }))
        {
            var slope = Differences.First(x => use.Formula(row.With(x)), row.Logits, k);
            One($"gradient [{k}]", arguments.Gradient[(at * classes) + k], slope, k);
        }

        void One(string name, T actual, BigFloat expected, int k)
        {
            var report = new LossReport();
            measure(report, $"{what}, row {at}, {name}", actual, expected, row, k);
            checks.That(report.Problems.Count == 0 && report.Shares.Count == 1, "the oracle", string.Join("; ", report.Problems));
        }
    }

    private LossArguments<T> Call<T>(LossKernel<T> kernel, LossBatch batch, Func<double, T> convert, bool inPlace)
        where T : unmanaged
    {
        var arguments = batch.Arguments(convert);
        arguments.Inner = Strides.Inner(batch.Rows);
        if (form == LossForm.Strided)
        {
            // Planes of more than one position, where the rows allow it.
            arguments.Logits = Strides.To<T>(arguments.Logits, classes, arguments.Inner);
            arguments.Targets = arguments.Targets is T[] targets ? Strides.To<T>(targets, classes, arguments.Inner) : arguments.Targets;
            foreach (var input in use.Inputs.Where(input => input.Amount == Amount.PerElement))
            {
                arguments.Inputs[input.Name] = Strides.To<T>(arguments.Inputs[input.Name], classes, arguments.Inner);
            }
        }

        arguments.Gradient = inPlace ? arguments.Logits : arguments.Gradient;
        kernel(arguments);
        if (form == LossForm.Strided)
        {
            var rows = new T[arguments.Gradient.Length];
            Strides.From<T>(arguments.Gradient, rows, classes, arguments.Inner);
            arguments.Gradient = rows;
        }

        return arguments;
    }
}
