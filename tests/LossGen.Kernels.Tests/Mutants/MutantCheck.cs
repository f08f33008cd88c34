using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>What the tests of kernels ask of one, in short: every output within its bound of the row program in double, and what does not depend on the loss.</summary>
internal abstract class MutantCheck
{
    public static MutantCheck Of(MutantKernel kernel, Assembly assembly) => kernel.Element switch
    {
        "float" => new MutantCheck<float>(kernel, assembly, x => (float)x, x => x, float.NaN, 77),
        "double" => new MutantCheck<double>(kernel, assembly, x => (float)x, x => x, double.NaN, 77),
        "Half" => new MutantCheck<Half>(kernel, assembly, x => (Half)(float)x, x => (float)x, Half.NaN, (Half)77),
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel.Element, "There are no numbers of this type."),
    };

    /// <summary>The first thing that is wrong, or nothing.</summary>
    public abstract string? Fault();

    /// <summary>The same between protected pages: what touches one ends the process.</summary>
    public abstract string? FaultBetweenPages();
}

/// <inheritdoc cref="MutantCheck"/>
internal sealed class MutantCheck<T> : MutantCheck
    where T : unmanaged
{
    private static readonly int[] RowCounts = [19, 1, 33, 6, 32, 7, 15];
    private static readonly Rows[] Kinds = [Rows.Normal3, Rows.Confident, Rows.Normal40, Rows.Masked, Rows.Tied, Rows.Offset, Rows.Leading];

    private readonly MutantKernel kernel;
    private readonly MutatedKernel<T> call;
    private readonly Func<double, T> narrow;
    private readonly Func<T, double> widen;
    private readonly T nan;
    private readonly T poison;
    private readonly List<MutantMemory<T>> mapped = [];
    private readonly List<(LossBatch Batch, RowOutputs[] Expected, string What)> batches = [];

    private Around around;

    public MutantCheck(MutantKernel kernel, Assembly assembly, Func<double, T> narrow, Func<T, double> widen, T nan, T poison)
    {
        (this.kernel, this.narrow, this.widen, this.nan, this.poison) = (kernel, narrow, widen, nan, poison);
        call = assembly.GetType("K", throwOnError: true)!.GetMethod("Call")!.CreateDelegate<MutatedKernel<T>>();
        var spec = kernel.Spec();
        var program = new Interpreter(KernelProgram.Build(spec));

        // One row and a few have bodies of their own, or take the one for narrower vectors. All their lanes and classes take several such batches.
        foreach (int rows in (int[])[1, 3, 4, 7, 8])
        {
            for (int seed = 2; seed < 6; seed++)
            {
                Add(Batch.Of(kernel.Classes, rows, seed % 2 == 0 ? Rows.Normal3 : Rows.Confident, 1, seed), $"{rows} rows, seed {seed}");
            }
        }

        foreach (var kind in Kinds.Where(kind => kind != Rows.Tied || !kernel.Use.HasCorners))
        {
            foreach (int rows in kind == Rows.Normal3 ? RowCounts : kind == Rows.Leading ? [Math.Max(kernel.Classes, 19)] : RowCounts[..1])
            {
                Add(Batch.Of(kernel.Classes, rows, kind), $"{kind}, {rows} rows");
            }
        }

        void Add(Batch drawn, string what)
        {
            var batch = new LossBatch(kernel.Use, drawn);
            batches.Add((batch, [.. Enumerable.Range(0, batch.Rows).Select(row => program.Run(Inputs(batch, row, spec)))], what));
        }
    }

    public override string? Fault()
    {
        foreach (var (batch, expected, what) in batches)
        {
            var memory = Run(batch, _ => { });
            if ((Compare(memory, batch, expected) ?? Alone(memory, batch) ?? InPlace(memory, batch)) is { } fault)
            {
                return what + ": " + fault;
            }
        }

        return NotANumber() ?? Refusals();
    }

    public override string? FaultBetweenPages()
    {
        try
        {
            foreach (var place in (Around[])[Around.PageAfter, Around.PageBefore])
            {
                around = place;
                foreach (var (batch, expected, what) in batches.Where(batch => batch.What.StartsWith(nameof(Rows.Normal3), StringComparison.Ordinal)))
                {
                    var memory = Run(batch, _ => { });
                    if (Compare(memory, batch, expected) is { } fault)
                    {
                        return what + ": " + fault;
                    }
                }
            }

            return null;
        }
        finally
        {
            around = Around.Array;
            mapped.ForEach(memory => memory.Dispose());
            mapped.Clear();
        }
    }

    private RowInputs Inputs(LossBatch batch, int row, KernelSpec spec)
    {
        // What the kernel sees: numbers in memory, widened.
        var inputs = batch.Inputs(row, spec) with { GradientScale = kernel.IsMean ? 1.0 / batch.Rows : 1 };
        double Seen(double x) => widen(narrow(x));
        return inputs with { Logits = [.. inputs.Logits.Select(Seen)], Roles = inputs.Roles.ToDictionary(pair => pair.Key, pair => (double[])[.. pair.Value.Select(Seen)]) };
    }

    private MutantMemory<T> Run(LossBatch batch, Action<LossArguments<T>> change, bool inPlace = false, Action<MutantMemory<T>>? place = null)
    {
        var arguments = batch.Arguments(narrow);
        arguments.Inner = kernel.Form == LossForm.Strided ? Strides.Inner(batch.Rows) : 1;
        change(arguments);
        if (kernel.Form == LossForm.Strided)
        {
            arguments.Logits = Strides.To<T>(arguments.Logits, kernel.Classes, arguments.Inner);
        }

        var memory = new MutantMemory<T>(arguments, nan, poison, inPlace, around);
        if (around != Around.Array)
        {
            mapped.Add(memory);
        }

        place?.Invoke(memory);
        call(memory);
        return memory;
    }

    private string? Compare(MutantMemory<T> memory, LossBatch batch, RowOutputs[] expected)
    {
        if (!memory.IsIntact)
        {
            return "memory around the spans was written";
        }

        double sum = expected.Sum(row => row.Loss), size = expected.Sum(row => Math.Abs(row.Loss));
        double returned = memory.Returned * (kernel.IsMean ? batch.Rows : 1);
        if (!(Math.Abs(returned - sum) <= (1e-5 * size) + 1e-30) && double.IsFinite(sum))
        {
            return string.Create(CultureInfo.InvariantCulture, $"the loss is {returned:R} instead of {sum:R}");
        }

        var gradient = Rowwise(memory.Gradient, batch);
        var hessian = Rowwise(memory.Hessian, batch);
        for (int row = 0; row < batch.Rows; row++)
        {
            string? fault = kernel.Outputs.HasFlag(LossOutputs.Losses) ? Differs("loss", memory.Losses[row], expected[row].Loss, batch, row, -1, 1) : null;
            for (int k = 0; k < batch.Classes && fault is null; k++)
            {
                int at = (row * batch.Classes) + k;
                fault = kernel.Outputs.HasFlag(LossOutputs.Gradient) ? Differs("gradient", gradient[at], expected[row].Gradient[k], batch, row, k, 1) : null;
                fault ??= kernel.Outputs.HasFlag(LossOutputs.Hessian) && kernel.Use.HasHessian
                    ? Differs("Hessian", hessian[at], expected[row].All[OutputKind.HessianDiagonal][k], batch, row, k, 4)
                    : null;
            }

            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private T[] Rowwise(Span<T> values, LossBatch batch)
    {
        if (kernel.Form != LossForm.Strided)
        {
            return values.ToArray();
        }

        var rows = new T[values.Length];
        Strides.From(values, rows, kernel.Classes, Strides.Inner(batch.Rows));
        return rows;
    }

    private string? Differs(string what, T actual, double expected, LossBatch batch, int row, int k, double factor)
    {
        double value = widen(actual);
        int bits = typeof(T) == typeof(double) ? 52 : typeof(T) == typeof(Half) ? 10 : 23;
        if (double.IsNaN(expected) || double.IsInfinity(expected) || double.IsNaN(value))
        {
            return value.Equals(expected) || (typeof(T) != typeof(double) && Math.Abs(expected) > 6e4 && double.IsInfinity(value)) ? null : Text();
        }

        // Half rounds to a step of its own, down to 2⁻²⁴.
        double unit = Math.ScaleB(1, Math.Max(expected == 0 ? -1000 : Math.ILogB(expected), typeof(T) == typeof(Half) ? -14 : typeof(T) == typeof(double) ? -1000 : -126) - bits);
        double allowed = (typeof(T) == typeof(Half) ? 0.6 : 1) * unit * kernel.Use.Ulps * factor;
        if (Math.Abs(value - expected) <= allowed + (typeof(T) == typeof(double) ? 0 : 256 * float.Epsilon))
        {
            return null;
        }

        // Only now the oracle: it says how much a gap and the terms allow.
        var oracle = batch.Oracle(row);
        double terms = kernel.Use.Terms?.Invoke(oracle, k) ?? 0;
        double gap = kernel.Use.GapCounts || what == "Hessian" ? LossReport.GapOf(oracle, k) : 0;
        double share = Math.Max((kernel.Use.Ulps + gap) * unit, 8 * Math.ScaleB(1, -bits - 1) * terms) * factor;
        return Math.Abs(value - expected) <= share ? null : Text();

        string Text() => string.Create(CultureInfo.InvariantCulture, $"{what} of row {row}, class {k}: {value:R} instead of {expected:R}");
    }

    private const int FewClasses = 64;

    /// <summary>A row alone has the bits that it has in a batch.</summary>
    private string? Alone(MutantMemory<T> memory, LossBatch batch)
    {
        if (kernel.Form == LossForm.Strided || kernel.IsMean || kernel.Use.Inputs.Any(input => input.Amount is Amount.PerElement or Amount.PerRow) || batch.Rows != 19)
        {
            return null;
        }

        var all = batch.Arguments(narrow);
        int classes = batch.Classes;

        // A few classes have a body for one row, of which each row shows what concerns its target.
        foreach (int row in classes <= FewClasses ? Enumerable.Range(0, batch.Rows) : [0, batch.Rows - 1])
        {
            var one = Run(batch, arguments =>
            {
                arguments.Logits = all.Logits[(row * classes)..((row + 1) * classes)];
                arguments.Targets = all.Targets is int[] indices ? indices[row..(row + 1)] : arguments.Targets;
                if (arguments.Inputs.TryGetValue("targets", out var numbers))
                {
                    arguments.Inputs["targets"] = numbers[(row * classes)..((row + 1) * classes)];
                }

                arguments.Gradient = new T[classes];
                arguments.Losses = new T[1];
                arguments.Hessian = new T[classes];
            });
            if (!one.Gradient.SequenceEqual(memory.Gradient.Slice(row * classes, classes), EqualityComparer<T>.Default) || !EqualityComparer<T>.Default.Equals(one.Losses[0], memory.Losses[row]))
            {
                return $"row {row} has other bits when it is alone";
            }
        }

        return null;
    }

    private string? InPlace(MutantMemory<T> memory, LossBatch batch)
    {
        if (!kernel.Outputs.HasFlag(LossOutputs.Gradient))
        {
            return null;
        }

        var inPlace = Run(batch, _ => { }, inPlace: true);
        return inPlace.Gradient.SequenceEqual(memory.Gradient, EqualityComparer<T>.Default) && inPlace.Losses.SequenceEqual(memory.Losses, EqualityComparer<T>.Default) && inPlace.IsIntact
            ? null
            : "in place it gives other numbers";
    }

    private string? NotANumber()
    {
        var batch = batches.First(batch => batch.Batch.Rows == 19).Batch;
        int classes = kernel.Classes;
        foreach (int k in classes <= 20 ? Enumerable.Range(0, classes) : [0, classes / 2, classes - 1])
        {
            var memory = Run(batch, arguments => arguments.Logits[(3 * classes) + k] = nan);
            for (int row = 0; row < batch.Rows && kernel.Outputs.HasFlag(LossOutputs.Losses); row++)
            {
                if (double.IsNaN(widen(memory.Losses[row])) != (row == 3))
                {
                    return $"NaN in row 3, class {k}, makes the loss of row {row} {widen(memory.Losses[row])}";
                }
            }
        }

        return null;
    }

    /// <summary>Spans that are too short, overlap, or name a class that there is not.</summary>
    private string? Refusals()
    {
        var batch = batches.First(batch => batch.Batch.Rows == 19).Batch;
        (string What, Action<LossArguments<T>> Change)[] mistakes =
        [
            ("logits", arguments => arguments.Logits = arguments.Logits[1..]),
            ("targets", arguments => Shorten(arguments, "targets", kernel.Use.Targets == TargetsAre.Indices)),
            .. kernel.Use.Inputs.Where(input => input.Amount != Amount.Once).Select(input => (input.Name, (Action<LossArguments<T>>)(arguments => Shorten(arguments, input.Name, false)))),
            .. kernel.Outputs.HasFlag(LossOutputs.Gradient) ? [("gradient", arguments => arguments.Gradient = arguments.Gradient[1..])] : Array.Empty<(string, Action<LossArguments<T>>)>(),
            .. kernel.Outputs.HasFlag(LossOutputs.Losses) ? [("losses", arguments => arguments.Losses = arguments.Losses[1..])] : Array.Empty<(string, Action<LossArguments<T>>)>(),
            .. kernel.Outputs.HasFlag(LossOutputs.Hessian) && kernel.Use.HasHessian ? [("hessian", arguments => arguments.Hessian = arguments.Hessian[1..])] : Array.Empty<(string, Action<LossArguments<T>>)>(),
            .. kernel.Use.Targets == TargetsAre.Indices
                ? [("the largest target", arguments => ((int[])arguments.Targets)[18] = kernel.Classes), ("the least target", arguments => ((int[])arguments.Targets)[0] = -1)]
                : Array.Empty<(string, Action<LossArguments<T>>)>(),
        ];
        foreach (var (what, change) in mistakes)
        {
            if (what == "targets" && kernel.Use.Targets == TargetsAre.None)
            {
                continue;
            }

            try
            {
                Run(batch, change);
            }
            catch (ArgumentException error) when (error is not ArgumentOutOfRangeException { ParamName: "length" or "start" })
            {
                continue;
            }

            return "nothing is said about " + what;
        }

        return Overlaps(batch);
    }

    /// <summary>What is written lies over something else, or one element beside the logits.</summary>
    private string? Overlaps(LossBatch batch)
    {
        foreach (string written in Written())
        {
            foreach (string other in (string[])["logits", "targets", .. kernel.Use.Inputs.Where(input => input.Amount != Amount.Once).Select(input => input.Name), .. Written()])
            {
                if (other == written || (other == "targets" && kernel.Use.Targets == TargetsAre.None))
                {
                    continue;
                }

                try
                {
                    Run(batch, arguments => { }, inPlace: false, memory => memory.Place(written, other));
                }
                catch (ArgumentException)
                {
                    continue;
                }

                return $"nothing is said about {written} over {other}";
            }
        }

        return null;
    }

    private IEnumerable<string> Written() =>
    [
        .. kernel.Outputs.HasFlag(LossOutputs.Gradient) ? ["gradient"] : Array.Empty<string>(),
        .. kernel.Outputs.HasFlag(LossOutputs.Losses) ? ["losses"] : Array.Empty<string>(),
        .. kernel.Outputs.HasFlag(LossOutputs.Hessian) && kernel.Use.HasHessian ? ["hessian"] : Array.Empty<string>(),
    ];

    private static void Shorten(LossArguments<T> arguments, string name, bool isIndex)
    {
        if (isIndex)
        {
            arguments.Targets = ((int[])arguments.Targets)[1..];
        }
        else
        {
            arguments.Inputs[name] = arguments.Inputs[name][1..];
        }
    }
}
