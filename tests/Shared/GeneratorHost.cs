using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Generators;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.GeneratorTesting;

/// <summary>Runs the generator over source text, under a culture that would spoil every number that is printed carelessly.</summary>
internal static class GeneratorHost
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    /// <summary>Opened once: what compilations share, the compiler reads once.</summary>
    private static ImmutableArray<MetadataReference> Standard { get; } =
        References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))).Add(References.Of(typeof(GeneratorHost)));

    public static CSharpCompilation Compilation(
        string source,
        LanguageVersion version = LanguageVersion.CSharp13,
        IEnumerable<MetadataReference>? references = null,
        NullableContextOptions nullable = NullableContextOptions.Enable) => CSharpCompilation.Create(
        "Kernels" + Guid.NewGuid().ToString("N"),
        [CSharpSyntaxTree.ParseText(source, ParseOptions.WithLanguageVersion(version), "Source.cs")],
        references ?? Standard,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true,
            nullableContextOptions: nullable));

    public static GeneratorDriver Driver(
        string? schedule = null,
        int? bits = null,
        LanguageVersion version = LanguageVersion.CSharp13) => CSharpGeneratorDriver.Create(
        [new KernelGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions.WithLanguageVersion(version),
        optionsProvider: new Options(schedule, bits),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what was generated.</summary>
    public static Compilation Run(CSharpCompilation compilation, string? schedule, out ImmutableArray<GeneratedSourceResult> generated) =>
        Run(compilation, schedule, bits: null, out generated);

    /// <summary>The same with bodies for vectors of one width only.</summary>
    public static Compilation Run(
        CSharpCompilation compilation, string? schedule, int? bits, out ImmutableArray<GeneratedSourceResult> generated)
    {
        using var _ = new OddCulture();
        var driver = Driver(schedule, bits).RunGeneratorsAndUpdateCompilation(compilation, out var result, out var problems);
        if (problems.Length > 0)
        {
            throw new InvalidOperationException(string.Join("\n", problems.Select(problem => problem + "\n" + Excerpt(problem.Location))));
        }

        generated = driver.GetRunResult().Results[0].GeneratedSources;
        return result;
    }

    /// <summary>Errors and warnings, with the numbered source around them.</summary>
    public static string Problems(Compilation compilation) => Problems(compilation.GetDiagnostics());

    /// <summary>The same of a compilation that was emitted: to ask for its diagnostics besides would compile everything twice.</summary>
    public static string Problems(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")
        .Take(10)
        .Select(diagnostic => diagnostic + "\n" + Excerpt(diagnostic.Location)));

    private static string Excerpt(Location location)
    {
        if (location.SourceTree is null)
        {
            return string.Empty;
        }

        int line = location.GetLineSpan().StartLinePosition.Line;
        return string.Join("\n", location.SourceTree.GetText().Lines
            .Where(text => Math.Abs(text.LineNumber - line) <= 3)
            .Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.LineNumber + 1,5}: {text}")));
    }

    /// <summary>A culture whose minus sign is U+2212 and whose decimal separator is a comma.</summary>
    internal sealed class OddCulture : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentCulture;

        public OddCulture()
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NegativeSign = "\u2212";
            odd.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = odd;
        }

        public void Dispose() => CultureInfo.CurrentCulture = before;
    }

    private sealed class Options(string? schedule, int? bits) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(schedule, bits);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string? schedule, int? bits) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = (key switch
                {
                    "lossgen_schedule" => schedule,
                    "lossgen_bits" => bits?.ToString(CultureInfo.InvariantCulture),
                    _ => null,
                })!;
                return value is not null;
            }
        }
    }
}
