using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>An empty span of a parameter with a default value has the bits of a kernel that was declared without it.</summary>
[Trait("Width", "Any")]
public sealed class OptionalSpanTests
{
    public delegate double Call<T>(Spans<T> spans);

    /// <summary>What a kernel is called with; an empty array stands for a span that is left out.</summary>
    public sealed class Spans<T>
    {
        public T[] Logits = [];
        public int[] Targets = [];
        public T[] ClassWeights = [];
        public T[] SampleWeights = [];
        public T[] LogitBias = [];
        public bool[] Mask = [];
        public T[] Gradient = [];
        public T[] Losses = [];
        public int[] Predictions = [];
    }

    private static readonly string[] Optional = ["classWeights", "sampleWeights", "logitBias", "mask", "gradient", "losses"];

    private static string Type(string role, string element) => role switch
    {
        "mask" => "ReadOnlySpan<bool>",
        "predictions" => "Span<int>",
        "gradient" or "losses" => $"Span<{element}>",
        _ => $"ReadOnlySpan<{element}>",
    };

    private static string Field(string role) => "s." + char.ToUpperInvariant(role[0]) + role[1..];

    private static string Kernel(string name, string attribute, string element, IEnumerable<string> roles, string suffix, string returns = "double", string extra = "", string argument = "") => $$"""
        public static partial class {{name}}
        {
            [{{attribute}}]
            public static partial {{returns}} Loss(ReadOnlySpan<{{element}}> logits, ReadOnlySpan<int> targets{{extra}}{{string.Concat(roles.Select(role => $", {Type(role, element)} {role}{suffix}"))}});
            public static double Call(LossGen.Kernels.Tests.OptionalSpanTests.Spans<{{element}}> s)
            {
                {{(returns == "void" ? string.Empty : "return ")}}Loss(s.Logits, s.Targets{{argument}}{{string.Concat(roles.Select(role => ", " + Field(role)))}});
                {{(returns == "void" ? "return 0;" : string.Empty)}}
            }
        }

        """;

    private static readonly string[] Attributes =
    [
        "CrossEntropy(10)",
        "CrossEntropy(40, LabelSmoothing = 0.1, IgnoreIndex = -100)",
        "CrossEntropy(5, ZLoss = 0.1)",
        "CrossEntropy(10, Layout = Layout.ClassStride)",
        "CrossEntropy",
        "FocalCrossEntropy(10, Parallel = true)",
    ];

    public static TheoryData<string, string> Kernels()
    {
        var data = new TheoryData<string, string>();
        foreach (string attribute in Attributes)
        {
            data.Add(attribute, attribute.Contains("(5", StringComparison.Ordinal) ? "double" : "float");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_choice_of_spans_has_the_bits_of_the_kernel_declared_so(string attribute, string element)
    {
        if (element == "float")
        {
            Check<float>(attribute, element);
        }
        else
        {
            Check<double>(attribute, element);
        }
    }

    private static void Check<T>(string attribute, string element)
        where T : struct, System.Numerics.INumber<T>
    {
        const int Rows = 21;
        int classes = attribute.Contains("40", StringComparison.Ordinal) ? 40 : attribute.Contains("(5", StringComparison.Ordinal) ? 5 : 10;
        bool strided = attribute.Contains("Stride", StringComparison.Ordinal);
        bool atRunTime = attribute == "CrossEntropy";
        string extra = strided ? ", int inner" : atRunTime ? ", int classes" : string.Empty;
        string argument = strided ? ", 7" : atRunTime ? ", 10" : string.Empty;

        // A choice in six, and other ones for each kernel: all of them in all kernels together.
        int turn = Array.IndexOf(Attributes, attribute);
        var choices = Enumerable.Range(0, 64).Where(choice => choice % Attributes.Length == turn || choice is 0 or 63).ToList();
        var source = new StringBuilder("using System;\nusing LossGen;\n").Append(Kernel("Flexible", attribute, element, Optional, " = default", extra: extra, argument: argument));
        foreach (int choice in choices)
        {
            source.Append(Kernel($"Fixed{choice}", attribute, element, Optional.Where((_, bit) => (choice >> bit & 1) != 0), string.Empty, extra: extra, argument: argument));
        }

        var kernels = KernelAssembly.FromSource(source.ToString(), bits: Widths.Here);
        var flexible = kernels.Method<Call<T>>("Flexible", "Call");
        foreach (int choice in choices)
        {
            var actual = Given(choice);
            var expected = Given(choice);
            double returned = flexible(actual);
            BitConverter.DoubleToInt64Bits(returned).ShouldBe(BitConverter.DoubleToInt64Bits(kernels.Method<Call<T>>($"Fixed{choice}", "Call")(expected)), $"choice {choice}");
            actual.Gradient.ShouldBe(expected.Gradient, $"choice {choice}");
            actual.Losses.ShouldBe(expected.Losses, $"choice {choice}");
            double.IsFinite(returned).ShouldBeTrue();
        }

        Spans<T> Given(int choice)
        {
            var batch = Batch.Of(classes, Rows, Harness.Rows.Normal3);
            T[] Drawn(int bit, int count) => (choice >> bit & 1) == 0 ? [] : [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(0.25 + (i % 5)))];
            return new Spans<T>
            {
                Logits = [.. batch.Logits.Select(x => T.CreateChecked(x))],
                Targets = batch.Targets,
                ClassWeights = Drawn(0, classes),
                SampleWeights = Drawn(1, Rows),
                LogitBias = Drawn(2, classes),
                Mask = (choice >> 3 & 1) == 0 ? [] : [.. Enumerable.Range(0, Rows * classes).Select(i => attribute.Contains("Smoothing", StringComparison.Ordinal) || strided || i % 3 > 0 || batch.Targets[i / classes] == i % classes)],
                Gradient = Drawn(4, Rows * classes),
                Losses = Drawn(5, Rows),
            };
        }
    }

    [Fact]
    public void A_span_that_is_left_out_is_an_ordinary_argument_to_leave_out()
    {
        var kernels = KernelAssembly.FromSource("""
            using System;
            using LossGen;
            public static partial class K
            {
                [CrossEntropy(3)]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights = default, Span<float> gradient = default);
                public static double Call(LossGen.Kernels.Tests.OptionalSpanTests.Spans<float> s) => Loss(s.Logits, s.Targets) + (1000 * Loss(s.Logits, s.Targets, gradient: s.Gradient));
            }
            """);
        var spans = new Spans<float> { Logits = [1, 2, 3], Targets = [2], Gradient = new float[3] };
        kernels.Method<Call<float>>("K", "Call")(spans).ShouldBe(1001 * 0.4076059644, 1e-3);
        spans.Gradient[2].ShouldBe(-0.33475904f, 1e-6f);
    }

    [Theory]
    [InlineData("CrossEntropy(3)", "double")]
    [InlineData("CrossEntropy(3)", "void")]
    [InlineData("CrossEntropy(40)", "void")]
    public void Lengths_that_do_not_fit_are_refused_and_nothing_asked_for_is_checked(string attribute, string returns)
    {
        int classes = attribute.Contains("40", StringComparison.Ordinal) ? 40 : 3;
        var call = KernelAssembly.FromSource("using System;\nusing LossGen;\n" + Kernel("K", attribute, "float", ["classWeights", "losses", "predictions"], " = default", returns)).Method<Call<float>>("K", "Call");
        call(new Spans<float> { Logits = new float[classes], Targets = [0] });
        Should.Throw<ArgumentException>(() => call(new Spans<float> { Logits = new float[classes], Targets = [0], ClassWeights = new float[2] })).ParamName.ShouldBe("classWeights");
        Should.Throw<ArgumentException>(() => call(new Spans<float> { Logits = new float[classes], Targets = [0], Losses = new float[2] })).ParamName.ShouldBe("losses");
        Should.Throw<ArgumentException>(() => call(new Spans<float> { Logits = new float[classes + 1], Targets = [0] })).ParamName.ShouldBe("logits");
        Should.Throw<ArgumentException>(() => call(new Spans<float> { Logits = new float[classes], Targets = [classes] })).ParamName.ShouldBe("targets");
        var written = new Spans<float> { Logits = [.. Enumerable.Range(0, classes).Select(k => (float)k)], Targets = [0], Predictions = new int[1] };
        call(written);
        written.Predictions.ShouldBe([classes - 1]);
    }

    [Fact]
    public void No_rows_are_no_rows_whatever_is_left_out()
    {
        var call = KernelAssembly.FromSource("using System;\nusing LossGen;\n" + Kernel("K", "CrossEntropy(3)", "float", Optional, " = default")).Method<Call<float>>("K", "Call");
        call(new Spans<float>()).ShouldBe(double.NaN);
        call(new Spans<float> { ClassWeights = [1, 2, 3], LogitBias = [1, 2, 3] }).ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => call(new Spans<float> { Losses = new float[1] })).ParamName.ShouldBe("losses");
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        var call = KernelAssembly.FromSource("using System;\nusing LossGen;\n" + Kernel("K", "CrossEntropy(10)", "float", Optional, " = default")).Method<Call<float>>("K", "Call");
        var spans = new Spans<float> { Logits = new float[130], Targets = new int[13], Gradient = new float[130] };
        Allocations.Of(() => call(spans)).ShouldBe(0);
    }
}
