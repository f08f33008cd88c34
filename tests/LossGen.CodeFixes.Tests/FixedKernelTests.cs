using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.Generators;
using LossGen.Numerics;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests;

/// <summary>The kernel that takes the place of loops, generated and run.</summary>
public class FixedKernelTests
{
    private const string Loops = """
        using System;

        public static class Code
        {
            public static double Loss(double[] logits, int label)
            {
                double max = logits[0];
                for (int j = 0; j < 3; j++) max = Math.Max(max, logits[j]);
                double sum = 0;
                for (int j = 0; j < 3; j++) sum += Math.Exp(logits[j] - max);
                return max + Math.Log(sum) - logits[label];
            }
        }
        """;

    private static readonly CodeTest Net = new(new LossAnalyzer())
    {
        References = References.Framework.Add(References.Of(typeof(StableMath))),
        Fix = new CureCodeFix(), FixedIds = [RuleIds.KernelFits],
        MayBeBroken = true,
    };

    [Fact]
    public async Task It_computes_what_the_loops_computed_and_keeps_the_digits_of_a_confident_row()
    {
        Func<double[], int, double> before = Run(Loops);
        Func<double[], int, double> after = Run(await Net.Fixed(Loops));

        foreach (double[] logits in (double[][])[[0, 0, 0], [1, -2, 3], [700, 710, 690], [-5, 4, 4]])
        {
            for (int label = 0; label < 3; label++)
            {
                after(logits, label).ShouldBe(before(logits, label), 1e-12 * Math.Max(1, before(logits, label)));
            }
        }

        before([50, 0, 0], 0).ShouldBe(0);
        after([50, 0, 0], 0).ShouldBe(2 * Math.Exp(-50), 1e-14 * Math.Exp(-50));
    }

    [Fact]
    public async Task A_gradient_is_what_the_loops_computed()
    {
        const string Gradient = """
            using System;

            public static class Code
            {
                public static void Gradient(double[] logits, int label, double[] gradient)
                {
                    double max = logits[0];
                    for (int j = 0; j < 3; j++) max = Math.Max(max, logits[j]);
                    double sum = 0;
                    for (int j = 0; j < 3; j++) sum += gradient[j] = Math.Exp(logits[j] - max);
                    for (int j = 0; j < 3; j++) gradient[j] /= sum;
                    gradient[label] -= 1;
                }
            }
            """;
        var before = Compile(Gradient).GetMethod("Gradient")!.CreateDelegate<Action<double[], int, double[]>>();
        var after = Compile(await Net.Fixed(Gradient)).GetMethod("Gradient")!.CreateDelegate<Action<double[], int, double[]>>();

        foreach (double[] logits in (double[][])[[0, 0, 0], [1, -2, 3], [700, 710, 690], [-5, 4, 4]])
        {
            for (int label = 0; label < 3; label++)
            {
                double[] expected = new double[3], actual = new double[3];
                before(logits, label, expected);
                after(logits, label, actual);
                for (int k = 0; k < 3; k++)
                {
                    actual[k].ShouldBe(expected[k], 1e-15);
                }
            }
        }
    }

    private static Func<double[], int, double> Run(string source) => Compile(source).GetMethod("Loss")!.CreateDelegate<Func<double[], int, double>>();

    private static Type Compile(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create("Kernel" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source, options)], Net.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        using var stream = new MemoryStream();
        generated.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(source);
        stream.Position = 0;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(stream);
        return assembly.GetType("Code")!;
    }
}
