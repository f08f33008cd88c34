using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace LossGen.Generators.Tests.Definitions;

/// <summary>Declarations seen as a build sees them: the generator runs first, and the analyzer looks at the result.</summary>
internal static class Declared
{
    public static CodeTest Test { get; } = new(new KernelDefinitionAnalyzer())
    {
        MayBeBroken = true,
        Generator = () => new KernelGenerator(),
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    public static string In(string members) => $$"""
        using System;
        using LossGen;
        public static partial class C
        {
            {{members}}
        }
        """;

    public static string Unmarked(string members) => Regex.Replace(members, @"\{\|LG\d+:|\|\}", string.Empty);

    public static Task Reports(string members) => Test.Reports(In(members));

    /// <summary>Reported, and with the generator's throwing body there is no compiler error at all; the exception says what the error says.</summary>
    public static async Task IsRefused(string members)
    {
        var reported = await Test.Reports(In(members));
        var compilation = GeneratorHost.Run(GeneratorHost.Compilation(In(Unmarked(members))), null, out var generated);
        string text = generated.Single().SourceText.ToString();
        foreach (var diagnostic in reported)
        {
            text.ShouldContain(SymbolDisplay.FormatLiteral(diagnostic.Id + ": " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) + ".", quote: false).Replace("\"", "\\\"", System.StringComparison.Ordinal));
        }

        text.ShouldContain("NotSupportedException(\"LG");
        Errors(compilation).ShouldBeEmpty();
    }

    public static ImmutableArray<Diagnostic> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    public static string[] Ids(Compilation compilation) =>
        [.. compilation.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync().Result.Select(diagnostic => diagnostic.Id)];
}
