using System;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Any containing type and method shape that C# allows compiles, without a warning, and computes the loss.</summary>
public sealed class ShapeTests
{
    private delegate double Forward(float[] logits, int[] targets);

    /// <summary>Compiles source with a static class <c>Entry</c> whose <c>Run(float[], int[])</c> calls the kernel.</summary>
    private static void Computes(string source)
    {
        var run = KernelAssembly.FromSource(source).Method<Forward>("Entry", "Run");
        run([1, 2, 3, 0, 0, 0], [2, 1]).ShouldBe((0.40760596444 + Math.Log(3)) / 2, 1e-6);
    }

    [Fact]
    public void In_a_file_scoped_namespace_whose_names_hide_ours() => Computes("""
        global using static Entry;
        using System;
        using LossGen;
        public static class Entry
        {
            public static double Run(float[] logits, int[] targets) => Deep.LossGen.System.Losses.Compute(logits, targets);
        }
        namespace Deep.LossGen.System
        {
            class Vector256 { }
            class Math { }
            class KernelMath { }
            public static partial class Losses
            {
                [global::LossGen.CrossEntropy(3)]
                internal static partial double Compute(global::System.ReadOnlySpan<float> logits, global::System.ReadOnlySpan<int> targets);
            }
        }
        """);

    [Fact]
    public void As_an_instance_method_of_a_nested_generic_record() => Computes("""
        using System;
        using LossGen;
        public partial class Outer<T> where T : class
        {
            private protected partial record struct Middle
            {
                public partial interface IWith<TKey>
                {
                    internal sealed partial record Inner(int Number)
                    {
                        [CrossEntropy(3)]
                        public partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
                    }
                }
            }

            public static double Run(float[] logits, int[] targets) => new Middle.IWith<string>.Inner(3).Loss(logits, targets);
        }
        public static class Entry
        {
            public static double Run(float[] logits, int[] targets) => Outer<string>.Run(logits, targets);
        }
        """);

    [Fact]
    public void As_a_private_method_of_a_ref_struct_and_a_readonly_struct() => Computes("""
        using System;
        using LossGen;
        public readonly ref partial struct One
        {
            [CrossEntropy(3)]
            private readonly partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            public float Get(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => Loss(logits, targets);
        }
        public static class Entry
        {
            public static double Run(float[] logits, int[] targets) => new One().Get(logits, targets);
        }
        """);

    [Fact]
    public void As_an_extension_method_with_a_role_attribute() => Computes("""
        using System;
        using LossGen;
        public static partial class Entry
        {
            [CrossEntropy(3)]
            public static partial float CrossEntropy(this ReadOnlySpan<float> logits, [Role(KernelRole.Targets)] ReadOnlySpan<int> @class);
            public static double Run(float[] x, int[] targets) => ((ReadOnlySpan<float>)x).CrossEntropy(targets);
        }
        """);

    [Fact]
    public void As_a_virtual_method_that_is_overridden() => Computes("""
        using System;
        using LossGen;
        public abstract class Base { public abstract float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets); }
        public partial class Derived : Base
        {
            [CrossEntropy(3)]
            public sealed override partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }
        public static class Entry
        {
            public static double Run(float[] x, int[] targets) => new Derived().Loss(x, targets);
        }
        """);

    [Fact]
    public void As_overloads_and_names_that_differ_in_case_only() => Computes("""
        using System;
        using LossGen;
        public static partial class Entry
        {
            [CrossEntropy(3)] private static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            [CrossEntropy(3)] private static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets);
            [CrossEntropy(3)] private static partial float loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            [CrossEntropy(3)] private static partial float @float(ReadOnlySpan<float> logits, scoped ReadOnlySpan<int> targets);
            public static double Run(float[] x, int[] targets) => (Loss(x, targets) + loss(x, targets) + @float(x, targets)) / 3;
        }
        """);

    [Fact]
    public void With_parameters_in_any_order_and_names_of_the_generated_locals() => Computes("""
        using System;
        using LossGen;
        public static partial class Entry
        {
            [CrossEntropy(3)]
            private static partial float Loss([Role(KernelRole.Gradient)] Span<float> rows, ReadOnlySpan<int> targets, [Role(KernelRole.SampleWeights)] ReadOnlySpan<float> total, [Role(KernelRole.Logits)] ReadOnlySpan<float> kept);
            public static double Run(float[] x, int[] targets) => Loss(new float[6], targets, [1, 1], x);
        }
        """);

    [Fact]
    public void With_documentation_of_its_own() => Computes("""
        using System;
        using LossGen;
        public static partial class Entry
        {
            /// <summary>Mine.</summary>
            [CrossEntropy(3)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
            public static double Run(float[] x, int[] targets) => Loss(x, targets);
        }
        """);

    [Fact]
    public void A_scale_multiplies_the_loss_and_the_gradient() => Computes("""
        using System;
        using LossGen;
        public static partial class Entry
        {
            [CrossEntropy(3, Reduction = Reduction.Sum)]
            public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, double scale);
            public static double Run(float[] x, int[] targets)
            {
                float[] gradient = new float[6];
                double loss = Loss(x, targets, gradient, 0.5);
                return MathF.Abs(gradient[3] - 0.5f / 3) < 1e-6f ? loss : -1;
            }
        }
        """);
}
