using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using LossGen.CodeFixes;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace LossGen.Analyzers.Tests;

/// <summary>The test set-ups the rules' tests share.</summary>
internal static class Test
{
    static Test() => LossAnalyzer.FailLoudly = true;

    private static readonly ImmutableArray<MetadataReference> WithTensors =
        References.Framework.Add(References.Named("System.Numerics.Tensors")).Add(References.Named("LossGen"));

    /// <summary>All rules, on code that refers to LossGen and System.Numerics.Tensors.</summary>
    public static CodeTest Net { get; } = new(new LossAnalyzer())
    {
        References = WithTensors,
    };

    /// <summary>The same, with TorchSharp.</summary>
    public static CodeTest Torch { get; } = Net with { Libraries = Stub.TorchSharp };

    /// <summary>The same, with the assembly of TorchSharp 0.107.0 itself.</summary>
    public static CodeTest RealTorch { get; } = Net with { References = WithTensors.Add(References.NamedIn(typeof(Test).Assembly, "TorchSharp")) };

    /// <summary>The same, with TensorFlow.NET.</summary>
    public static CodeTest Tf { get; } = Net with { Libraries = Stub.TensorFlow };

    /// <summary>The same, with NumSharp.</summary>
    public static CodeTest NumPy { get; } = Net with { Libraries = Stub.NumSharp };

    /// <summary>The same, with the fix of a rule.</summary>
    public static CodeTest Cures(this CodeTest test, string id) => test with { Fix = new CureCodeFix(), FixedIds = [id] };

    /// <summary>Nothing is warned of in a class with these members.</summary>
    public static async Task Silent(string members, CodeTest? test = null) =>
        (await (test ?? Net).Found(Class(members))).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty(members);

    /// <summary>A class around members.</summary>
    public static string Class(string members) => $$"""
        using System;
        using System.Linq;
        using System.Numerics;
        using System.Numerics.Tensors;
        using LossGen;
        using LossGen.Numerics;

        public partial class C
        {
            {{members.Replace("\n", "\n    ", System.StringComparison.Ordinal)}}
        }
        """;

    /// <summary>A method with a few parameters of common types around statements.</summary>
    public static string Body(string statements) => Class($$"""
        public static void M(double x, float f, double[] xs, float[] fs, double[] ys, int k, int n)
        {
            {{statements.Replace("\n", "\n    ", System.StringComparison.Ordinal)}}
        }

        public static void Use(object? value) { }
        """);

    /// <summary>A method with a few tensors and losses around statements.</summary>
    public static string TorchBody(string statements, string members = "") => $$"""
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using F = TorchSharp.torch.nn.functional;

        public class Net : nn.Module<Tensor, Tensor>
        {
            private readonly Linear fc = nn.Linear(10, 10);
            {{members}}
            {{(members.Contains("public Net(", System.StringComparison.Ordinal) ? string.Empty : "public Net() : base(\"net\") { }")}}

            public override Tensor forward(Tensor x) => fc.forward(x);

            public Tensor M(Tensor x, Tensor y, Tensor w, long k)
            {
                {{statements.Replace("\n", "\n        ", System.StringComparison.Ordinal)}}
            }

            private static void Use(object? value) { }
        }
        """;

    /// <summary>A method with a few tensors and a model around statements.</summary>
    public static string TfBody(string statements) => $$"""
        using System.Collections.Generic;
        using Tensorflow;
        using Tensorflow.Keras;
        using static Tensorflow.Binding;
        using static Tensorflow.KerasApi;

        public class Net
        {
            public static void M(Tensor x, Tensor y, IOptimizer optimizer)
            {
                var layers = keras.layers;
                {{statements}}
            }

            private static void Use(object value) { }
        }
        """;
}
