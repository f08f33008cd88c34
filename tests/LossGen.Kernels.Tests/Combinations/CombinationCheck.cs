using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Kernels.Tests.Combinations;

// The runtime library has enums of the same names.
using InvalidTarget = LossGen.Generators.Specs.InvalidTarget;
using KernelRole = LossGen.Generators.Specs.KernelRole;

/// <summary>Calls one kernel with rows of every kind, and holds what it writes against the interpreter.</summary>
internal sealed class CombinationCheck(Declaration declaration, KernelSpec spec, Action<CallArguments> kernel)
{
    private const int Rows = 35;

    /// <summary>So many numbers that a parallel kernel has work for several threads.</summary>
    private const int ParallelNumbers = 140_000;

    private readonly List<string> problems = [];

    public int Calls { get; private set; }

    public IReadOnlyList<string> Problems()
    {
        try
        {
            Check();
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or InvalidOperationException
            or KeyNotFoundException or ArithmeticException)
        {
            problems.Add($"{declaration}: {exception}");
        }

        return problems;
    }

    private void Check()
    {
        var ordinary = Compare("ordinary rows", spec, new RowData(declaration, spec, Rows, Content.Ordinary));
        Compare("one row", spec, new RowData(declaration, spec, 1, Content.Ordinary));
        Compare("no rows", spec, new RowData(declaration, spec, 0, Content.Ordinary));
        if (spec.Has(KernelRole.SampleWeights)
            || (spec.HasIndexTargets && (spec.Options.IgnoreIndex is not null || spec.Options.InvalidTarget == InvalidTarget.Ignore)))
        {
            Compare("nothing that counts", spec, new RowData(declaration, spec, Rows, Content.NothingCounts));
        }

        if (declaration.LeftOut is { } role)
        {
            var others = spec.Parameters.Where(parameter => RoleTable.Of(parameter.Role).Name != role);
            var without = spec with { Parameters = others.ToEquatableArray() };
            Compare(role + " left out", without, new RowData(declaration, without, Rows, Content.Ordinary), role);
        }

        NaNStaysInItsRow(ordinary);
        if (!spec.IsLinear && ordinary.TypeOf("gradient") == ordinary.TypeOf("logits"))
        {
            SameInPlace(ordinary);
        }

        if (declaration.IsParallel)
        {
            int rows = ParallelNumbers / declaration.Count / 7 * 7;
            Compare("many rows", spec, new RowData(declaration, spec, rows, Content.Ordinary));
        }
    }

    private CallArguments Call(RowData data, string? leftOut = null, bool inPlace = false)
    {
        var arguments = new CallArguments(data.Create, data.Classes, data.Inner) { LeftOut = leftOut, InPlace = inPlace };
        kernel(arguments);
        Calls++;
        return arguments;
    }

    private CallArguments Compare(string what, KernelSpec called, RowData data, string? leftOut = null)
    {
        var actual = Call(data, leftOut);
        var expected = new Expected(called, data, actual.Scale);
        bool isDouble = spec.Element == ElementType.Double;
        double relative = isDouble ? 1e-10 : 4e-5;
        foreach (var (name, numbers) in expected.Outputs)
        {
            if (name == leftOut || actual.Result(name) is not { } result)
            {
                continue;
            }

            double[] written = name is "weightsGradient" or "biasGradient" or "featuresGradient" ? result : data.InRows(result);
            double rounding = actual.TypeOf(name) is var type && type == typeof(Half) ? 1e-3 : type == typeof(Numerics.BFloat16) ? 8e-3 : 0;
            int perRow = Math.Max(1, numbers.Length / Math.Max(1, data.Rows));

            // The margin is that of a target, and an ignored row has none; the interpreter always has one.
            bool isOfLogits = spec.Loss.Name == "LargeMarginCrossEntropy"
                && (name is "probabilities" or "logProbabilities" or "logSumExp" or "predictions");
            for (int i = 0; i < numbers.Length; i++)
            {
                if (isOfLogits && perRow * data.Rows == numbers.Length && data.IsIgnored(i / perRow))
                {
                    continue;
                }

                double size = expected.Sizes.TryGetValue(name, out double[]? sizes) ? sizes[i]
                    : Largest(numbers, i / perRow * perRow, perRow);
                double allowed = (relative * (Math.Abs(numbers[i]) + size)) + (rounding * Math.Abs(numbers[i]))
                    + (isDouble ? 1e-13 : rounding > 0 ? 1e-6 : 1e-7);
                if (!Same(written[i], numbers[i], allowed))
                {
                    Report($"{name}[{i}] is {written[i]:R} instead of {numbers[i]:R}, {what}");
                    break;
                }
            }
        }

        if (called.Returns != ReturnKind.Void
            && !Same(actual.Returned, expected.Returned,
            ((isDouble && called.Returns != ReturnKind.Float ? 1e-10 : 4e-5) * expected.ReturnedSize) + 1e-12))
        {
            Report($"{actual.Returned:R} is returned instead of {expected.Returned:R}, {what}");
        }

        if (actual.Correct != expected.Correct)
        {
            Report($"{actual.Correct} are right instead of {expected.Correct}, {what}");
        }

        return actual;
    }

    private void NaNStaysInItsRow(CallArguments ordinary)
    {
        var data = new RowData(declaration, spec, Rows, Content.WithNaN);
        var actual = Call(data);
        foreach (var parameter in spec.Parameters.Where(parameter =>
            parameter.IsWritten && parameter.Role is not (KernelRole.Correct or KernelRole.WeightsGradient or KernelRole.BiasGradient)))
        {
            string name = RoleTable.Of(parameter.Role).Name;
            double[] before = InRows(ordinary, name);
            double[] after = InRows(actual, name);
            int perRow = before.Length / Rows;
            for (int i = 0; i < before.Length; i++)
            {
                if (i / perRow != RowData.NaNRow && BitConverter.DoubleToInt64Bits(before[i]) != BitConverter.DoubleToInt64Bits(after[i])
                    && !(double.IsNaN(before[i]) && double.IsNaN(after[i])))
                {
                    Report($"{name}[{i}] is {after[i]:R} instead of {before[i]:R} beside a row with NaN");
                    break;
                }
            }

            if (name == "losses" && !double.IsNaN(after[RowData.NaNRow]) && CountsNaN(ordinary))
            {
                Report($"the loss of a row with NaN is {after[RowData.NaNRow]:R}");
            }
        }

        double[] InRows(CallArguments arguments, string name) =>
            arguments.Result(name) is { } values ? name == "featuresGradient" ? values : data.InRows(values) : [];
    }

    /// <summary>Whether the row counts at all, by the loss that it has without the NaN; a label of weight 0 hides it as well.</summary>
    private bool CountsNaN(CallArguments ordinary) =>
        ordinary.Result("losses") is { } losses && losses[RowData.NaNRow] != 0 && !spec.Loss.IsBinary;

    private void SameInPlace(CallArguments ordinary)
    {
        var data = new RowData(declaration, spec, Rows, Content.Ordinary);
        var inPlace = Call(data, inPlace: true);
        if (!ordinary.Result("gradient")!.SequenceEqual(inPlace.Result("gradient")!))
        {
            Report("the gradient in place is another one");
        }
    }

    private static double Largest(double[] numbers, int start, int count)
    {
        double largest = 0;
        for (int i = start; i < start + count; i++)
        {
            largest = double.IsFinite(numbers[i]) ? Math.Max(largest, Math.Abs(numbers[i])) : largest;
        }

        return largest;
    }

    private static bool Same(double actual, double expected, double allowed) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : double.IsInfinity(expected) ? actual == expected
            : Math.Abs(actual - expected) <= allowed;

    private void Report(string problem) => problems.Add($"{declaration}: {problem}");
}
