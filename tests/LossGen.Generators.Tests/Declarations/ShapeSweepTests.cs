using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Declarations;

/// <summary>Everything C# lets one write around a kernel, in pairs: all of it is completed, without an error or a warning.</summary>
public sealed class ShapeSweepTests
{
    private static readonly string[] Types =
    [
        "public static partial class {0}",
        "internal partial class {0}",
        "public partial class {0}<T> where T : struct",
        "public sealed partial class {0}<TKey, @class>",
        "public partial struct {0}",
        "public readonly partial struct {0}",
        "public ref partial struct {0}",
        "public readonly ref partial struct {0}",
        "public partial record {0}(int A)",
        "public partial record struct {0}(int A)",
        "public partial interface {0}",
        "public abstract partial class {0}",
        "public unsafe partial class {0}",
    ];

    private static readonly string[] Modifiers = ["public static partial", "private static partial", "internal static partial", "static private partial", "public unsafe static partial"];

    private static readonly string[] OfInstances = ["public partial", "private partial", "internal partial"];

    private static readonly string[] Parameters =
    [
        "ReadOnlySpan<float> logits, ReadOnlySpan<int> targets",
        "System.ReadOnlySpan<System.Single> logits, global::System.ReadOnlySpan<Int32> targets",
        "scoped ReadOnlySpan<float> logits, scoped ReadOnlySpan<int> targets",
        "[Role(KernelRole.Logits)] ReadOnlySpan<float> @event, [Role(KernelRole.Targets)] ReadOnlySpan<int> @int",
        "[Role(KernelRole.Logits)] ReadOnlySpan<float> spans, ReadOnlySpan<int> targets, [Role(KernelRole.Gradient)] Span<float> row",
        "/* first */ ReadOnlySpan<float> logits, // last\n ReadOnlySpan<int> targets",
    ];

    private static readonly string[] Names = ["Loss", "@default", "Ünïcode", "Run", "_1"];

    [Fact]
    public void Every_shape_is_completed()
    {
        int number = 0;
        var sources = new List<string>();
        foreach (string type in Types)
        {
            bool mayHaveInstances = !type.Contains("static", StringComparison.Ordinal) && !type.Contains("interface", StringComparison.Ordinal);
            foreach (string modifiers in Modifiers.Concat(mayHaveInstances ? OfInstances : []))
            {
                // Two after each other in a list that is as long as neither of the others: every type meets every list of parameters.
                foreach (string parameters in (string[])[Parameters[number % Parameters.Length], Parameters[(number + 3) % Parameters.Length]])
                {
                    string name = Names[number % Names.Length];
                    string header = type.Replace("{0}", "C" + (++number), StringComparison.Ordinal);
                    string member = $"{header}\n{{\n[CrossEntropy(3)] {modifiers} float {name}({parameters});\n}}";
                    sources.Add(number % 3 == 0 ? $"namespace N.@namespace {{ {member} }}" : number % 3 == 1 ? $"public partial class Outer{{ {member} }}" : member);
                }
            }
        }

        var compilation = GeneratorHost.Compilation("using System;\nusing LossGen;\n" + string.Join("\n", sources));
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(enabled: true));
        var after = GeneratorHost.Run(compilation, null, out var generated);

        generated.Length.ShouldBe(number);
        generated.ShouldEach(file => !file.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal));

        GeneratorHost.Problems(after).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("public class Base { public virtual float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; }", "public override partial")]
    [InlineData("public class Base { public virtual float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; }", "public sealed override partial")]
    [InlineData("public class Base { public float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0; }", "public new partial")]
    [InlineData("public class Base { }", "public virtual partial")]
    [InlineData("public class Base { }", "protected internal partial")]
    public void A_method_of_a_hierarchy_is_completed(string baseClass, string modifiers)
    {
        string source = $"using System;\nusing LossGen;\n{baseClass}\n"
            + $"public partial class Derived : Base {{ [CrossEntropy(3)] {modifiers} float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets); }}";
        var after = GeneratorHost.Run(GeneratorHost.Compilation(source), null, out var generated);
        generated.ShouldHaveSingleItem().SourceText.ToString().ShouldContain("LossKernel");
        GeneratorHost.Problems(after).ShouldBeEmpty();
    }
}
