using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.DocumentTesting;

/// <summary>A block of a page as a compilation, in the first of a few wrappings that compiles.</summary>
internal static class DocumentProgram
{
    // The SDK's implicit usings, and the two namespaces that the pages speak of.
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; "
        + "global using LossGen; global using LossGen.Numerics;";

    // What stands around a block, in the order in which it is tried. Statements need nothing: they are a program.
    private static readonly Wrapping[] Wrappings =
    [
        new("a file", string.Empty, "{0}"),
        new("a file with usings", Usings, "{0}"),
        new("members of a class", Usings, "internal static partial class Page\n{{\n{0}\n}}"),
    ];

    /// <summary>The block with what is generated for it, and what is wrong in the best wrapping.</summary>
    public static (Compilation Compilation, string Problems) Of(DocumentBlock block, DocumentTarget target)
    {
        var tried = new List<(string Name, Compilation Compilation, ImmutableArray<Diagnostic> Errors)>();
        foreach (Wrapping wrapping in Wrappings)
        {
            Compilation compilation = Compile(wrapping, block.Code, target);
            var errors = Errors(compilation);
            if (errors.IsEmpty)
            {
                return (compilation, string.Empty);
            }

            tried.Add((wrapping.Name, compilation, errors));
        }

        var best = tried.MinBy(attempt => attempt.Errors.Length);
        return (best.Compilation, string.Join("\n", best.Errors.Select(error => $"as {best.Name}: {error}")));
    }

    /// <summary>What the generator refuses or warns about.</summary>
    public static async Task<string> Refusals(Compilation compilation) =>
        string.Join("\n", await compilation.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync());

    /// <summary>What the program prints, in a culture that writes infinity as most do.</summary>
    public static string Run(Compilation compilation, DocumentTarget target)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("Page", isCollectible: true);
        if (target.Library is not null)
        {
            context.LoadFromAssemblyPath(target.Library);
        }

        TextWriter before = Console.Out;
        CultureInfo culture = CultureInfo.CurrentCulture;
        var common = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        common.NumberFormat.PositiveInfinitySymbol = "∞";
        using var output = new StringWriter(common) { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            CultureInfo.CurrentCulture = common;
            MethodInfo main = context.LoadFromStream(image).EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
            CultureInfo.CurrentCulture = culture;
            context.Unload();
        }

        return output.ToString();
    }

    private static Compilation Compile(Wrapping wrapping, string code, DocumentTarget target)
    {
        var options = GeneratorHost.ParseOptions.WithLanguageVersion(target.Version);
        string source = string.Format(CultureInfo.InvariantCulture, wrapping.Around, code);
        var compilation = GeneratorHost.Compilation(source, target.Version, target.References);
        if (wrapping.Usings.Length > 0)
        {
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(wrapping.Usings, options, "Usings.cs"));
        }

        if (compilation.SyntaxTrees[0].GetRoot().DescendantNodes().Any(IsMain))
        {
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        }

        return GeneratorHost.Run(compilation, null, out _);
    }

    private static bool IsMain(SyntaxNode node) => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.Text: "Main" };

    private static ImmutableArray<Diagnostic> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private sealed record Wrapping(string Name, string Usings, string Around);
}
