using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>A masked class has the bits of a logit of −∞, in every loss, schedule, layout, type and output.</summary>
public sealed class MaskTests
{
    private static readonly string[] Masks = ["bool", "ulong"];

    private static readonly MaskCase AllOutputs = new("CrossEntropy")
    {
        Outputs = ["gradient", "losses", "probabilities", "logProbabilities", "logSumExp", "predictions", "correct", "hessianDiagonal"],
    };

    /// <summary>Every loss that can have a mask.</summary>
    private static readonly MaskCase[] Family =
    [
        new("CrossEntropy", "LabelSmoothing = 0.1, ZLoss = 0.01, IgnoreIndex = -100") { Inputs = ["classWeights", "sampleWeights"] },
        new("CrossEntropy", "Temperature = 2.5, Reduction = Reduction.Sum") { Inputs = ["logitBias"] },
        new("CrossEntropy") { Targets = "number" },
        new("CrossEntropy") { Outputs = [] },
        new("FocalCrossEntropy") { Inputs = ["alpha"] },
        new("FocalCrossEntropy", "Gamma = 0.5"),
        new("PolyCrossEntropy", "Epsilon = -1"),
        new("GeneralizedCrossEntropy"),
        new("GeneralizedCrossEntropy", "Truncation = 0.2"),
        new("SimilarityCrossEntropy", "Decay = 0.5"),
        new("SimilarityCrossEntropy") { Inputs = ["similarity"] },
        new("ForwardCorrectedCrossEntropy") { Inputs = ["confusion"] },
        new("LargeMarginCrossEntropy", "Margin = 3") { Inputs = ["norms"] },
        new("CauchySchwarzDivergence"),
        new("TanimotoLoss"),
        new("ExpectationLoss"),
        new("BrierLoss"),
        new("ChebyshevLoss"),
        new("SquaredLogLoss"),
        new("CorrentropyLoss"),
        new("HingeLoss", "Power = 2") { Outputs = ["gradient", "losses"] },
        new("MultiMarginLoss") { Outputs = ["gradient", "losses"] },
        new("CrammerSingerLoss") { Outputs = ["gradient", "losses"] },
        new("EntropyLoss") { Targets = "", Outputs = ["gradient", "losses", "probabilities", "predictions"] },
        new("KLDivergence") { Targets = "number", Outputs = ["gradient", "losses", "probabilities"] },
        new("Distillation", "Temperature = 2") { Targets = "", Inputs = ["teacher"], Outputs = ["gradient", "losses", "probabilities"] },
        new("JensenShannonDivergence") { Targets = "", Inputs = ["other"], Outputs = ["gradient", "losses"] },
        new("ListNet") { Targets = "", Inputs = ["relevance"], Outputs = ["gradient", "losses"] },
        new("PolicyGradient") { Inputs = ["returns"], Outputs = ["gradient", "losses", "predictions"] },
        new("Softmax") { Targets = "", IsLoss = false, Outputs = ["probabilities", "predictions"] },
        new("LogSoftmax") { Targets = "", IsLoss = false, Outputs = ["logProbabilities", "logSumExp"] },
        new("LogSumExp") { Targets = "", IsLoss = false, Outputs = ["logSumExp"] },
    ];

    public static TheoryData<string, string> Forms()
    {
        var data = new TheoryData<string, string>();
        foreach (string form in new[] { "", "LanePerRow", "RowBlock", "RowStream", "AtRunTime", "Strided", "StridedAtRunTime", "Parallel" })
        {
            data.Add(form, "float");
            data.Add(form, "double");
        }

        return data;
    }

    /// <summary>Class counts for every way to group flags and bits: fewer than four, not whole fours, beyond 32 and 64, several words.</summary>
    private static int[] Counts(string form, string element) => (form, element) switch
    {
        ("LanePerRow", "float") => [1, 2, 3, 4, 10, 33],
        ("LanePerRow", _) => [1, 3, 33],
        ("RowBlock", "float") => [17, 70],
        ("RowStream", "float") => [64, 131],
        ("RowBlock" or "RowStream", _) => [70],
        ("AtRunTime" or "StridedAtRunTime", _) => [1, 5, 70],
        ("Parallel", _) => [10, 70],
        (_, "float") => [1, 5, 19, 70, 600],
        _ => [3, 70],
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void All_outputs_have_the_bits_of_logits_of_minus_infinity_in_every_schedule_and_layout(string form, string element)
    {
        if (element == "float")
        {
            Check<float>(Counts(form, element), form, element);
        }
        else
        {
            Check<double>(Counts(form, element), form, element);
        }
    }

    private static void Check<T>(int[] counts, string form, string element)
        where T : struct, System.Numerics.INumber<T>
    {
        bool atRunTime = form.Contains("AtRunTime", StringComparison.Ordinal);
        bool strided = form.Contains("Strided", StringComparison.Ordinal);
        string? schedule = form is "LanePerRow" or "RowBlock" or "RowStream" ? form : null;
        var source = Start();
        foreach (int classes in counts)
        {
            foreach (string mask in Masks.Append(string.Empty))
            {
                source.Append(AllOutputs.Source($"K{classes}{mask}", classes, element, mask, atRunTime, strided, form == "Parallel"));
            }
        }

        var kernels = KernelAssembly.FromSource(source.ToString(), schedule, Widths.Here);
        foreach (int classes in counts)
        {
            int rows = form == "Parallel" ? 140_000 / classes : 35;
            Compare(mask => kernels.Method<MaskedKernel<T>>($"K{classes}{mask}", "Call"), new Masked<T>(AllOutputs, classes, rows, strided ? 7 : 1), $"{form}, {element}, {classes} classes");
        }
    }

    public static TheoryData<int> EveryLoss => [.. Enumerable.Range(0, Family.Length)];

    [Theory]
    [MemberData(nameof(EveryLoss))]
    public void Every_loss_has_the_bits_of_logits_of_minus_infinity(int index)
    {
        var loss = Family[index];
        // Two of the further forms for each loss; CombinationTests have the others.
        (int Classes, string[] Masks, bool Strided)[] forms = index % 2 == 0
            ? [(5, ["bool", "ulong"], false), (19, ["ulong"], false), (70, ["ulong"], true)]
            : [(5, ["bool", "ulong"], false), (70, ["bool"], false), (5, ["bool"], true)];
        var source = Start();
        foreach (var (classes, masks, strided) in forms)
        {
            foreach (string mask in masks.Append(string.Empty))
            {
                source.Append(loss.Source($"K{classes}{mask}{strided}", classes, "float", mask, strided: strided));
            }
        }

        var kernels = KernelAssembly.FromSource(source.ToString(), bits: Widths.Here);
        foreach (var (classes, masks, strided) in forms)
        {
            Compare(
                mask => mask.Length == 0 || masks.Contains(mask) ? kernels.Method<MaskedKernel<float>>($"K{classes}{mask}{strided}", "Call") : null,
                new Masked<float>(loss, classes, 35, strided ? 5 : 1),
                $"{loss.Attribute} {loss.Options}, {classes} classes, strided {strided}");
        }
    }

    private static StringBuilder Start() => new("using System;\nusing LossGen;\n");

    private static void Compare<T>(Func<string, MaskedKernel<T>?> kernel, Masked<T> batch, string what)
        where T : struct, System.Numerics.INumber<T>
    {
        var expected = batch.Arguments(infinities: true);
        kernel(string.Empty)!(expected);
        foreach (string mask in Masks)
        {
            if (kernel(mask) is not { } masked)
            {
                continue;
            }

            var actual = batch.Arguments(infinities: false);
            masked(actual);
            foreach (var ((name, values), (_, bits)) in actual.Outputs.Zip(expected.Outputs))
            {
                Bits(values).ShouldBe(Bits(bits), $"{name}, {what}, mask of {mask}");
            }

            batch.CheckExcluded(actual, what);
        }
    }

    private static string[] Bits(Array values) => [.. values.Cast<object>().Select(value => value switch
    {
        // A NaN is one whatever its sign.
        float.NaN or double.NaN => "NaN",
        float number => BitConverter.SingleToInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    })];

    [Fact]
    public void The_gradient_may_be_the_memory_of_the_logits()
    {
        foreach (int classes in new[] { 3, 10, 19, 70, 600 })
        {
            var source = Start().Append(new MaskCase("CrossEntropy") { Outputs = ["gradient", "losses"] }.Source("K", classes, "float", "bool"));
            var kernel = KernelAssembly.FromSource(source.ToString()).Method<MaskedKernel<float>>("K", "Call");
            var batch = new Masked<float>(AllOutputs, classes, 21, 1);
            var apart = batch.Arguments(infinities: false);
            kernel(apart);
            var inPlace = batch.Arguments(infinities: false);
            inPlace.Gradient = inPlace.Logits;
            kernel(inPlace);
            inPlace.Gradient.ShouldBe(apart.Gradient);
            inPlace.Losses.ShouldBe(apart.Losses);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void A_mask_of_another_length_or_in_the_memory_of_an_output_is_refused(int classes)
    {
        var loss = new MaskCase("CrossEntropy") { Outputs = ["gradient", "losses"] };
        var source = Start().Append(loss.Source("Flags", classes, "float", "bool")).Append(loss.Source("Words", classes, "float", "ulong")).Append(loss.Source("Wide", 70, "double", "ulong"));
        var kernels = KernelAssembly.FromSource(source.ToString());
        var batch = new Masked<float>(loss, classes, 4, 1);
        foreach (int length in new[] { 0, (4 * classes) - 1, (4 * classes) + 1 })
        {
            var arguments = batch.Arguments(infinities: false);
            arguments.Flags = new bool[length];
            var error = Should.Throw<ArgumentException>(() => kernels.Method<MaskedKernel<float>>("Flags", "Call")(arguments));
            error.ParamName.ShouldBe("mask");
            error.Message.ShouldContain($"{length} elements; {4 * classes} are needed");
            arguments.Losses.ShouldEach(value => value == 0);
        }

        foreach (int length in new[] { 0, 3, 5, 8 })
        {
            var arguments = batch.Arguments(infinities: false);
            arguments.Words = new ulong[length];
            Should.Throw<ArgumentException>(() => kernels.Method<MaskedKernel<float>>("Words", "Call")(arguments)).Message.ShouldContain($"{length} elements; 4 are needed");
        }

        var wide = new Masked<double>(loss, 70, 4, 1).Arguments(infinities: false);
        wide.Words = new ulong[7];
        Should.Throw<ArgumentException>(() => kernels.Method<MaskedKernel<double>>("Wide", "Call")(wide)).Message.ShouldContain("7 elements; 8 are needed");
    }

    private delegate void Guarded(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> flags, ReadOnlySpan<ulong> words, Span<float> gradient, Span<float> losses, int inner);

    public static TheoryData<int, string> Lengths()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 1, 2, 3, 4, 5, 10, 15, 16, 17, 31, 63, 64, 65, 100, 130, 600 })
        {
            data.Add(classes, string.Empty);
        }

        foreach (int classes in new[] { 1, 3, 17, 65, 130 })
        {
            data.Add(classes, "AtRunTime");
            data.Add(classes, "Strided");
        }

        return data;
    }

    [LinuxTheory]
    [MemberData(nameof(Lengths))]
    public void Nothing_outside_the_mask_is_read(int classes, string form)
    {
        bool atRunTime = form == "AtRunTime";
        bool strided = form == "Strided";
        string Kernel(string name, string item) => $$"""
            public static partial class {{name}}
            {
                [CrossEntropy({{(atRunTime ? string.Empty : classes)}}{{(strided ? ", Layout = Layout.ClassStride" : string.Empty)}})]
                public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<{{item}}> mask, Span<float> gradient, Span<float> losses{{(atRunTime ? ", int classes" : string.Empty)}}{{(strided ? ", int inner" : string.Empty)}});
                public static void Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> flags, ReadOnlySpan<ulong> words, Span<float> gradient, Span<float> losses, int inner) =>
                    Loss(logits, targets, {{(item == "bool" ? "flags" : "words")}}, gradient, losses{{(atRunTime ? ", " + classes : string.Empty)}}{{(strided ? ", inner" : string.Empty)}});
            }

            """;
        var kernels = KernelAssembly.FromSource(Start().Append(Kernel("OfFlags", "bool")).Append(Kernel("OfWords", "ulong")).ToString());
        foreach (int rows in new[] { 1, 7, 8, 17, 33 })
        {
            var given = new Masked<float>(AllOutputs, classes, rows, strided ? rows : 1).Arguments(infinities: false);
            foreach (bool atEnd in new[] { false, true })
            {
                using var flags = new GuardedMemory<bool>(given.Flags, atEnd);
                using var words = new GuardedMemory<ulong>(given.Words, atEnd);
                float[] losses = new float[rows];
                kernels.Method<Guarded>("OfFlags", "Call")(given.Logits, given.Targets, flags.Span, default, given.Gradient, losses, rows);
                float[] ofWords = new float[rows];
                kernels.Method<Guarded>("OfWords", "Call")(given.Logits, given.Targets, default, words.Span, given.Gradient, ofWords, rows);
                ofWords.ShouldBe(losses);
            }
        }
    }

    [Fact]
    public void A_softcap_does_not_bring_an_excluded_class_back()
    {
        foreach (int classes in new[] { 5, 19, 70 })
        {
            var loss = new MaskCase("CrossEntropy", "Softcap = 5") { Outputs = ["gradient", "losses", "probabilities", "logProbabilities", "predictions"] };
            var kernels = KernelAssembly.FromSource(Start().Append(loss.Source("K", classes, "float", "bool")).Append(loss.Source("Plain", classes - 1, "float", "")).ToString());
            var batch = new Masked<float>(loss, classes, 9, 1);

            // Without the last class, the kernel of one class less.
            var masked = batch.Arguments(infinities: false);
            masked.Flags = [.. Enumerable.Range(0, 9 * classes).Select(i => i % classes != classes - 1)];
            masked.Targets = [.. Enumerable.Range(0, 9).Select(row => row % (classes - 1))];
            kernels.Method<MaskedKernel<float>>("K", "Call")(masked);
            var fewer = new Masked<float>(loss, classes - 1, 9, 1).Arguments(infinities: false);
            fewer.Targets = masked.Targets;
            fewer.Logits = [.. masked.Logits.Where((_, i) => i % classes != classes - 1)];
            kernels.Method<MaskedKernel<float>>("Plain", "Call")(fewer);
            masked.Predictions.ShouldBe(fewer.Predictions);
            for (int row = 0; row < 9; row++)
            {
                masked.Losses[row].ShouldBe(fewer.Losses[row], 1e-6f * (1 + fewer.Losses[row]));
                masked.Probabilities[(row * classes) + classes - 1].ShouldBe(0);
                masked.Gradient[(row * classes) + classes - 1].ShouldBe(0);
                masked.LogProbabilities[(row * classes) + classes - 1].ShouldBe(float.NegativeInfinity);
            }
        }
    }

    [Fact]
    public void A_logit_that_is_not_a_number_does_not_matter_where_it_is_excluded()
    {
        var kernel = KernelAssembly.FromSource(Start().Append(AllOutputs.Source("K", 5, "float", "bool")).ToString()).Method<MaskedKernel<float>>("K", "Call");
        var batch = new Masked<float>(AllOutputs, 5, 2, 1);
        var arguments = batch.Arguments(infinities: false);
        arguments.Logits = [1, float.NaN, 2, float.PositiveInfinity, 0, 1, 2, 3, 4, 5];
        arguments.Flags = [true, false, true, false, true, true, true, true, true, true];
        arguments.Targets = [0, 0];
        kernel(arguments);
        arguments.Losses[0].ShouldBe(1.4076059644f, 1e-6f);
        arguments.Predictions.ShouldBe([2, 4]);
        arguments.Gradient[1].ShouldBe(0);
        arguments.Gradient[3].ShouldBe(0);
    }

    /// <summary>Rows of which some classes are excluded: all but one, none, the target, all.</summary>
    private sealed class Masked<T>
        where T : struct, System.Numerics.INumber<T>
    {
        private readonly MaskCase loss;
        private readonly int classes;
        private readonly int inner;
        private readonly Batch batch;
        private readonly bool[] allowed;

        public Masked(MaskCase loss, int classes, int rows, int inner)
        {
            this.loss = loss;
            this.classes = classes;
            this.inner = inner;
            batch = Batch.Of(classes, rows, Rows.Normal3);
            var random = new Random(classes);
            allowed = new bool[rows * classes];
            for (int row = 0; row < rows; row++)
            {
                for (int k = 0; k < classes; k++)
                {
                    bool isTarget = k == batch.Targets[row];
                    allowed[(row * classes) + k] = (row % 8) switch
                    {
                        0 => true,
                        1 => isTarget,
                        2 => !isTarget,
                        3 when row == 11 => false,
                        _ => isTarget || random.Next(2) == 0,
                    };
                }
            }
        }

        public MaskArguments<T> Arguments(bool infinities)
        {
            int rows = batch.Count;
            var random = new Random(classes + rows);
            T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(0.1 + random.NextDouble()))];
            T[] logits = [.. batch.Logits.Select((x, i) => !allowed[i] && infinities ? T.CreateChecked(double.NegativeInfinity) : T.CreateChecked(x))];
            var arguments = new MaskArguments<T>
            {
                Logits = Place(logits),
                Targets = batch.Targets,
                Numbers = Draw(rows * classes),
                Flags = Place(allowed),
                Words = Words(),
                Gradient = new T[rows * classes],
                Losses = new T[rows],
                Probabilities = new T[rows * classes],
                LogProbabilities = new T[rows * classes],
                LogSumExp = new T[rows],
                Hessian = new T[rows * classes],
                Predictions = new int[rows],
                Inner = inner,
                Classes = classes,
            };
            foreach (string input in loss.Inputs)
            {
                arguments.Inputs[input] = Draw(input switch
                {
                    "classWeights" or "logitBias" or "alpha" => classes,
                    "similarity" or "confusion" => classes * classes,
                    "teacher" or "other" or "relevance" => rows * classes,
                    _ => rows,
                });
            }

            return arguments;
        }

        /// <summary>What a mask promises: no probability, no gradient, no prediction.</summary>
        public void CheckExcluded(MaskArguments<T> result, string what)
        {
            T[] Rows(T[] values) => inner == 1 ? values : [.. Back(values)];
            T[] gradient = Rows(result.Gradient);
            T[] probabilities = Rows(result.Probabilities);
            T[] logarithms = Rows(result.LogProbabilities);
            for (int row = 0; row < batch.Count; row++)
            {
                bool[] flags = allowed[(row * classes)..((row + 1) * classes)];
                if (!flags.Contains(true))
                {
                    continue;
                }

                if (loss.Outputs.Contains("predictions"))
                {
                    flags[result.Predictions[row]].ShouldBeTrue(what);
                }

                for (int k = 0; k < classes; k++)
                {
                    int i = (row * classes) + k;
                    if (!flags[k])
                    {
                        // A margin puts another number in the place of the target's logit.
                        bool isTarget = k == batch.Targets[row];
                        if (isTarget && loss.Options.Contains("Margin", StringComparison.Ordinal))
                        {
                            continue;
                        }

                        (loss.Outputs.Contains("probabilities") ? probabilities[i] : T.Zero).ShouldBe(T.Zero, what);
                        (loss.Outputs.Contains("logProbabilities") ? logarithms[i] : T.CreateChecked(double.NegativeInfinity)).ShouldBe(T.CreateChecked(double.NegativeInfinity), what);

                        // Smoothing, and a target's probability, pull at every class.
                        bool pulls = isTarget || loss.Targets != "int" || loss.Options.Contains("Smoothing", StringComparison.Ordinal);
                        if (loss.Outputs.Contains("gradient") && !pulls)
                        {
                            gradient[i].ShouldBe(T.Zero, what);
                        }
                    }
                }
            }
        }

        private TItem[] Place<TItem>(TItem[] rows) => inner == 1 ? rows : Strides.To<TItem>(rows, classes, inner);

        private T[] Back(T[] strided)
        {
            T[] rows = new T[strided.Length];
            Strides.From<T>(strided, rows, classes, inner);
            return rows;
        }

        /// <summary>Bit k % 64 of word k / 64 is class k; bits beyond the classes are set, and nobody looks at them.</summary>
        private ulong[] Words()
        {
            int perRow = (classes + 63) / 64;
            ulong[] words = new ulong[batch.Count * perRow];
            Array.Fill(words, ulong.MaxValue);
            for (int i = 0; i < allowed.Length; i++)
            {
                (int row, int k) = Math.DivRem(i, classes);
                words[(row * perRow) + (k / 64)] &= allowed[i] ? ulong.MaxValue : ~(1UL << (k % 64));
            }

            return inner == 1 ? words : Strides.To<ulong>(words, perRow, inner);
        }
    }
}
