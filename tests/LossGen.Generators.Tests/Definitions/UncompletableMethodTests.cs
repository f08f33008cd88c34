using System;
using System.Linq;
using System.Threading.Tasks;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Places where an attribute compiles and no kernel can be generated, and projects where none can.</summary>
public sealed class UncompletableMethodTests
{
    private const string Signature = "(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)";

    [Theory]
    [InlineData("static void Run() { [{|LG0014:CrossEntropy(3)|}] static float Loss" + Signature + " => 0; }")]
    [InlineData("static readonly Func<float, float> Loss = [{|LG0014:CrossEntropy(3)|}] (float logits) => logits;")]
    [InlineData("static void Run() { var loss = [{|LG0014:BrierLoss(3)|}] (int x) => x; }")]
    [InlineData("static float Loss { [{|LG0014:CrossEntropy(3)|}] get => 0; }")]
    [InlineData("static void Run() { void Outer() { [{|LG0014:CrossEntropy(3)|}] static float Loss" + Signature + " => 0; } }")]
    public Task A_function_that_is_no_method_of_a_type(string member) => Declared.Reports(member);

    [Theory]
    [InlineData("static partial float {|LG0014:Loss|}" + Signature + ";")]
    [InlineData("static partial void {|LG0014:Loss|}(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> losses, out int correct);")]
    public async Task A_partial_method_that_lacks_an_accessibility_gets_no_half_that_would_repeat_the_error(string member)
    {
        await Declared.Reports("[CrossEntropy(3)] " + member);
        GeneratorHost.Run(GeneratorHost.Compilation(Declared.In("[CrossEntropy(3)] " + Declared.Unmarked(member))), null, out var generated);
        generated.ShouldBeEmpty();
    }

    [Fact]
    public Task An_operator() => Declared.Test.Reports("""
        using LossGen;
        public partial class C
        {
            [{|LG0014:CrossEntropy(3)|}] public static C operator +(C a, C b) => a;
        }
        """);

    [Fact]
    public Task A_local_function_of_a_program_without_a_class() => (Declared.Test with { Output = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication }).Reports("""
        using System;
        using LossGen;
        Loss(default, default);
        [{|LG0014:CrossEntropy(3)|}] static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;
        """);

    [Fact]
    public async Task A_method_of_an_extension_block()
    {
        var found = await Declared.Test.Found("""
            using System;
            using LossGen;
            public static partial class C
            {
                extension(float[] scores)
                {
                    [CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
                }
            }
            """);
        var error = found.ShouldHaveSingleItem();
        error.Id.ShouldBe("LG0014");
        error.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(6);
        error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldStartWith("'Loss' is in an extension block");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, 0)]
    [InlineData(LanguageVersion.CSharp8, 0)]
    [InlineData(LanguageVersion.CSharp9, 1)]
    [InlineData(LanguageVersion.CSharp10, 1)]
    public void An_older_language_gets_one_error_of_ours_and_no_generated_file_that_it_cannot_read(LanguageVersion version, int files)
    {
        var compilation = GeneratorHost.Compilation(Declared.In("[CrossEntropy(3)] public static partial float Loss" + Signature + ";"), version);
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Disable));
        var driver = GeneratorHost.Driver(version: version).RunGeneratorsAndUpdateCompilation(compilation, out var after, out var problems);
        driver.GetRunResult().GeneratedTrees.Length.ShouldBe(files);
        Declared.Errors(after).Where(error => error.Location.SourceTree?.FilePath != "Source.cs").ShouldBeEmpty();
        problems.Select(problem => problem.Id).Concat(Declared.Ids(after)).ShouldBe(["LG0012"]);
    }
}
