using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Oracle;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>
/// What every loss is tested for; a loss gives its uses and their formulas. The chain of trust: the formula of the literature in 256 bits,
/// which the loss's own formula and the differences of its values must meet to 50 digits; the row program in double; the kernels.
/// </summary>
public abstract class LossTests(ITestOutputHelper output)
{
    /// <summary>A count for each schedule, and every schedule's vectors; further uses of a loss differ in the formula, not in the loops.</summary>
    private static readonly int[][] FloatCounts = [[1, 5, 40, 520], [5]];
    private static readonly int[][] DoubleCounts = [[5, 21], [5]];
    private static readonly int[] SingleOutputCounts = [2, 5, 10, 16, 33];
    private static readonly Rows[] Kinds = Enum.GetValues<Rows>();
    private static readonly Rows[] LongKinds = [Rows.Normal3, Rows.Confident, Rows.Masked];

    private IReadOnlyList<LossCase>? uses;
    private LossKernels? kernels;

    public static TheoryData<string> Schedules => new() { "LanePerRow", "RowBlock", "RowStream" };

    protected abstract IEnumerable<LossCase> Cases { get; }

    internal IReadOnlyList<LossCase> Uses => uses ??= [.. Cases];

    private LossKernels Kernels => kernels ??= new(Uses, Floats, Doubles);

    private static IReadOnlyList<int> Floats(int use) => FloatCounts[Math.Min(use, 1)];

    private static IReadOnlyList<int> Doubles(int use) => DoubleCounts[Math.Min(use, 1)];

    [Fact]
    public void Float_kernels_agree_with_the_row_program() => CheckFloats(Kernels, Uses, Floats);

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_schedule_agrees_with_the_row_program(string schedule) => 
        CheckFloats(new LossKernels([Uses[0]], _ => [19], _ => [], schedule), [Uses[0]], _ => [19]);

    /// <summary>A kernel of one output has steps of its own, such as a maximum that puts the other logits aside.</summary>
    [Fact]
    public void A_kernel_of_one_output_agrees_with_the_row_program()
    {
        foreach (var written in new[] { LossOutputs.Losses, LossOutputs.Gradient })
        {
            CheckFloats(new LossKernels([Uses[0]], _ => SingleOutputCounts, _ => [], null, written), [Uses[0]], _ => SingleOutputCounts, written);
        }
    }

    /// <summary>
    /// Random rows of every kind and scale, for counts of each schedule with whole vectors and without. LOSSGEN_HUNT asks for more seeds.
    /// </summary>
    [Fact]
    public void Random_rows_stay_within_the_bound()
    {
        int seeds = int.TryParse(Environment.GetEnvironmentVariable("LOSSGEN_HUNT"), out int asked) ? asked : 4;
        int[] counts = [2, 3, 10, 17, 33];
        var report = new LossReport();
        var tested = new LossKernels(Uses, _ => counts, _ => []);
        for (int i = 0; i < Uses.Count; i++)
        {
            foreach (int classes in counts)
            {
                var spec = tested.Spec(i, classes);
                var program = new Interpreter(KernelProgram.Build(spec));
                for (int seed = 0; seed < seeds; seed++)
                {
                    var kind = Kinds[seed % Kinds.Length];
                    if (kind == Rows.Tied && Uses[i].HasCorners)
                    {
                        continue;
                    }

                    double scale = kind == Rows.Normal1 ? 0.25 * (1 + (seed % 9)) : 1;
                    CheckRows(report, Uses[i], tested.Float(i, classes), spec, program, new LossBatch(Uses[i], Batch.Of(classes, 32, kind, scale, seed + 100)), $"K = {classes}, {kind}, seed {seed}");
                }
            }
        }

        report.ShouldBeEmpty(output);
    }

    [Fact]
    public void Narrow_kernels_give_the_float_kernels_numbers_rounded()
    {
        int[] counts = [5, 40];
        var tested = new LossKernels([Uses[0]], _ => counts, _ => [], null, LossOutputs.All, Numbers.OfHalf.Name, Numbers.OfBFloat16.Name);
        foreach (int classes in counts)
        {
            CheckNarrow(tested, classes, Numbers.OfHalf);
            CheckNarrow(tested, classes, Numbers.OfBFloat16);
        }
    }

    private void CheckNarrow<T>(LossKernels tested, int classes, Numbers<T> numbers)
        where T : unmanaged
    {
        foreach (var kind in (Rows[])[Rows.Normal3, Rows.Confident, Rows.Masked])
        {
            var batch = new LossBatch(Uses[0], Batch.Of(classes, 21, kind));
            var wide = batch.Arguments(x => numbers.Widen(numbers.Narrow((float)x)));
            var narrow = batch.Arguments(x => numbers.Narrow((float)x));
            tested.Float(0, classes)(wide);
            tested.Narrow(0, classes, numbers)(narrow);
            string where = $"{Uses[0]}, {numbers.Name}, {classes} classes, {kind}";
            narrow.Losses.ShouldBe(wide.Losses.Select(numbers.Narrow), where);
            narrow.Gradient.ShouldBe(wide.Gradient.Select(numbers.Narrow), where);
            narrow.Hessian.ShouldBe(wide.Hessian.Select(numbers.Narrow), where);
        }
    }

    [Fact]
    public void The_row_program_agrees_with_fifty_digits()
    {
        var report = new LossReport();
        ForEachRow([2, 5], 4, (use, index, spec, batch, row) =>
        {
            var outputs = Interpreter.Run(KernelProgram.Build(spec), batch.Inputs(row, spec));
            var oracle = batch.Oracle(row, spec);
            report.Digits($"{use} loss", outputs.Loss, use.Formula(oracle), Terms(use, oracle, -1));
            for (int k = 0; k < batch.Classes; k++)
            {
                report.Digits($"{use} gradient", outputs.Gradient[k], Gradient(use, spec, oracle, k), Terms(use, oracle, k));
            }
        });
        report.ShouldBeEmpty(output);
    }

    [Fact]
    public void The_formula_and_its_derivatives_are_right_to_fifty_digits()
    {
        var report = new LossReport();
        foreach (var kind in new[] { Rows.Normal1, Rows.Confident })
        {
            ForEachRow([4], 2, (use, index, spec, batch, row) =>
            {
                if (use.IsTransformed || spec.Options.Temperature != 1)
                {
                    // The formula is of other logits; the program and the kernels are held against the literature all the same.
                    return;
                }

                var oracle = batch.Oracle(row, spec);
                var formula = LossFormulas.Of(spec);
                var loss = KernelProgram.WeightedLoss(spec, formula);
                var derived = Differentiator.Gradient(loss);
                var stated = KernelProgram.WeightedGradient(spec, formula, loss);
                var second = GradientForm.Normalize(Differentiator.HessianDiagonal(loss, stated));
                report.Same($"{use}: the formula and the literature", FormulaInDigits.Of(loss, oracle), use.Formula(oracle), use.Digits);
                for (int k = 0; k < oracle.Classes; k++)
                {
                    var gradient = FormulaInDigits.Of(derived, oracle, k);
                    report.Same($"{use}: the derived gradient and differences of the formula", gradient, Differences.First(x => FormulaInDigits.Of(loss, oracle.With(x)), oracle.Logits, k), Math.Min(45, use.Digits));
                    report.Same($"{use}: the stated gradient", FormulaInDigits.Of(stated, oracle, k), gradient, use.Digits);
                    if (use.HasHessian)
                    {
                        report.Same($"{use}: the second derivative", FormulaInDigits.Of(second, oracle, k), Differences.Second(x => FormulaInDigits.Of(loss, oracle.With(x)), oracle.Logits, k), Math.Min(30, use.Digits - 1));
                    }
                }
            }, kind);
        }

        report.ShouldBeEmpty(output);
    }

    [Fact]
    public void Double_kernels_agree_with_fifty_digits()
    {
        var report = new LossReport();
        foreach (var kind in new[] { Rows.Normal3, Rows.Confident })
        {
            for (int i = 0; i < Uses.Count; i++)
            {
                var use = Uses[i];
                foreach (int classes in Doubles(i))
                {
                    var batch = new LossBatch(use, Batch.Of(classes, 3, kind));
                    var arguments = batch.Arguments(x => x);
                    Kernels.Double(i, classes)(arguments);
                    var spec = Kernels.Spec(i, 5) with { Classes = classes };
                    for (int row = 0; row < batch.Rows; row++)
                    {
                        var oracle = batch.Oracle(row, spec);
                        report.Ulps($"{use} loss, K = {classes}, {kind}", arguments.Losses[row], use.Formula(oracle), Bound(use, oracle, -1), Terms(use, oracle, -1));
                        for (int k = 0; k < classes; k++)
                        {
                            report.Ulps($"{use} gradient, K = {classes}, {kind}", arguments.Gradient[(row * classes) + k], Gradient(use, spec, oracle, k), Bound(use, oracle, k), Terms(use, oracle, k));
                        }
                    }
                }
            }
        }

        report.ShouldBeEmpty(output);
    }

    [Fact]
    public void A_row_has_the_same_bits_wherever_it_stands_and_in_place()
    {
        for (int i = 0; i < Uses.Count; i++)
        {
            foreach (int classes in Floats(i).Where(count => count is 5 or 40))
            {
                var batch = new LossBatch(Uses[i], Batch.Of(classes, 21, Rows.Normal3));
                var all = batch.Arguments(x => (float)x);
                Kernels.Float(i, classes)(all);

                var inPlace = batch.Arguments(x => (float)x);
                inPlace.Gradient = inPlace.Logits;
                Kernels.Float(i, classes)(inPlace);
                inPlace.Gradient.ShouldBe(all.Gradient, Uses[i].ToString());
                inPlace.Losses.ShouldBe(all.Losses, Uses[i].ToString());

                if (Uses[i].HasHessian)
                {
                    var second = batch.Arguments(x => (float)x);
                    second.Hessian = second.Logits;
                    Kernels.Float(i, classes)(second);
                    second.Hessian.ShouldBe(all.Hessian, Uses[i].ToString());
                    second.Gradient.ShouldBe(all.Gradient, Uses[i].ToString());
                }
            }
        }
    }

    [Fact]
    public void NaN_stays_in_its_row_and_infinite_logits_have_finite_derivatives()
    {
        for (int i = 0; i < Uses.Count; i++)
        {
            foreach (int classes in Floats(i).Where(count => count > 2))
            {
                var use = Uses[i];
                var batch = new LossBatch(use, Batch.Of(classes, 3, Rows.Normal3));
                var before = batch.Arguments(x => (float)x);
                Kernels.Float(i, classes)(before);
                var after = batch.Arguments(x => (float)x);
                after.Logits[classes] = float.NaN;
                Kernels.Float(i, classes)(after);
                after.Losses[1].ShouldBe(float.NaN, $"{use}, K = {classes}");
                after.Losses[0].ShouldBe(before.Losses[0]);
                after.Losses[2].ShouldBe(before.Losses[2]);
                after.Gradient[(2 * classes)..].ShouldBe(before.Gradient[(2 * classes)..]);

                // Off the target, a logit of −∞ is a class that cannot be.
                var masked = batch.Arguments(x => (float)x);
                masked.Logits[(batch.Target(0) + 1) % classes] = float.NegativeInfinity;
                Kernels.Float(i, classes)(masked);
                if (use.IsOfProbabilities)
                {
                    masked.Losses[0].ShouldNotBe(float.NaN, $"{use}, K = {classes}, −∞ off the target");
                    masked.Gradient[..classes].ShouldEach(g => float.IsFinite(g), $"{use}, K = {classes}, −∞ off the target");
                }

                if (use.IsOfProbabilities && use.Targets == TargetsAre.Indices)
                {
                    var wrong = batch.Arguments(x => (float)x);
                    wrong.Logits[batch.Target(0)] = float.NegativeInfinity;
                    Kernels.Float(i, classes)(wrong);
                    wrong.Losses[0].ShouldNotBe(float.NaN, $"{use}, K = {classes}, −∞ at the target");
                    if (use.HasBoundedSlope)
                    {
                        wrong.Gradient[..classes].ShouldEach(g => float.IsFinite(g), $"{use}, K = {classes}, −∞ at the target");
                    }
                }
            }
        }
    }

    [Fact]
    public void Logits_that_are_far_apart_have_finite_derivatives()
    {
        for (int i = 0; i < Uses.Count; i++)
        {
            var use = Uses[i];
            foreach (int classes in use.IsOfProbabilities ? Floats(i).Where(count => count > 2) : [])
            {
                var batch = new LossBatch(use, Batch.Of(classes, 1, Rows.Normal3));
                var far = batch.Arguments(x => (float)x);
                far.Logits[1] = 1.7e20f;
                far.Logits[2] = -2.5e25f;
                Kernels.Float(i, classes)(far);
                far.Losses[0].ShouldNotBe(float.NaN, $"{use}, K = {classes}");
                if (use.HasBoundedSlope)
                {
                    far.Gradient.ShouldEach(g => float.IsFinite(g), $"{use}, K = {classes}");
                }
            }
        }
    }

    private static double Terms(LossCase use, OracleRow row, int k) => use.Terms?.Invoke(row, k) ?? 0;

    /// <summary>The allowed error in units in the last place: some roundings, and the share of the gap where it has one.</summary>
    private static double Bound(LossCase use, OracleRow row, int k)
    {
        if (!use.GapCounts)
        {
            return use.Ulps;
        }

        var max = row.Logits.Aggregate(BigFloat.Max);
        double Gap(int c) => Math.Min((max - row.Logits[c]).ToDouble(), 1000);
        double mean = Enumerable.Range(0, row.Classes).Where(c => Gap(c) > 0).Select(c => (Weight: Math.Exp(-Gap(c)), Gap: Gap(c))).Aggregate((Sum: 1e-300, Gaps: 0.0), (sum, c) => (sum.Sum + c.Weight, sum.Gaps + (c.Weight * c.Gap)), sum => sum.Gaps / sum.Sum);
        return use.Ulps + mean + Gap(row.Y) + (k >= 0 ? Gap(k) : 0);
    }

    /// <summary>The derivative that the formula's own differentiation gives; a test of its own holds that against differences.</summary>
    private static BigFloat Gradient(LossCase use, KernelSpec spec, OracleRow row, int k)
    {
        if (use.IsTransformed || spec.Options.Temperature != 1)
        {
            return Differences.First(x => use.Formula(row.With(x)), row.Logits, k);
        }

        return FormulaInDigits.Of(Differentiator.Gradient(KernelProgram.WeightedLoss(spec, LossFormulas.Of(spec))), row, k);
    }

    private void CheckFloats(LossKernels tested, IReadOnlyList<LossCase> cases, Func<int, IReadOnlyList<int>> counts, LossOutputs written = LossOutputs.All)
    {
        var report = new LossReport();
        for (int i = 0; i < cases.Count; i++)
        {
            var use = cases[i];
            foreach (int classes in counts(i))
            {
                var kernel = tested.Float(i, classes);
                var spec = tested.Spec(i, classes);
                var program = new Interpreter(KernelProgram.Build(spec));
                foreach (var kind in classes > 100 ? LongKinds : Kinds)
                {
                    int rows = classes > 100 ? 2 : kind == Rows.Leading ? Math.Max(classes, 19) : 19;
                    var batch = new LossBatch(use, Batch.Of(classes, rows, kind));
                    CheckRows(report, use, kernel, spec, program, batch, $"K = {classes}, {kind}", written);
                }
            }
        }

        report.ShouldBeEmpty(output);
    }

    private static void CheckRows(LossReport report, LossCase use, LossKernel<float> kernel, KernelSpec spec, Interpreter program, LossBatch batch, string where, LossOutputs written = LossOutputs.All)
    {
        var arguments = batch.Arguments(x => (float)x);
        kernel(arguments);
        for (int row = 0; row < batch.Rows; row++)
        {
            var expected = program.Run(batch.Inputs(row, spec));
            int current = row;
            var oracle = new Lazy<OracleRow>(() => batch.Oracle(current, spec));
            if (written.HasFlag(LossOutputs.Losses))
            {
                report.Ulps($"{use} loss, {where}", arguments.Losses[row], expected.Loss, use, oracle, -1);
            }

            for (int k = 0; k < batch.Classes && written.HasFlag(LossOutputs.Gradient); k++)
            {
                report.Ulps($"{use} gradient, {where}", arguments.Gradient[(row * batch.Classes) + k], expected.Gradient[k], use, oracle, k);
            }
        }
    }

    private void ForEachRow(int[] counts, int rows, Action<LossCase, int, KernelSpec, LossBatch, int> check, params Rows[] kinds)
    {
        for (int i = 0; i < Uses.Count; i++)
        {
            foreach (int classes in counts)
            {
                var spec = Kernels.Spec(i, 5) with { Classes = classes };
                foreach (var kind in kinds.Length > 0 ? kinds : [Rows.Normal3, Rows.Confident, Rows.Tied])
                {
                    var batch = new LossBatch(Uses[i], Batch.Of(classes, rows, kind));
                    for (int row = 0; row < rows; row++)
                    {
                        check(Uses[i], i, spec, batch, row);
                    }
                }
            }
        }
    }
}
