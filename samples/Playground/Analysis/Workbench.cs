using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.Generators;
using LossGen.Generators.Definitions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Playground.Analysis;

/// <summary>One C# file, compiled as a console project with LossGen would: in memory, with the generator and the analyzers.</summary>
public sealed class Workbench
{
    // What a console project imports, and the two namespaces that the documentation speaks of.
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using LossGen; global using LossGen.Numerics;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new LossAnalyzer(), new KernelDefinitionAnalyzer()];

    private readonly AdhocWorkspace workspace = new(Host.Services);

    private GeneratorDriver driver = CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    private readonly Dictionary<string, MetadataReference> libraries = new(StringComparer.Ordinal);

    private Document? last;

    /// <summary>Whether a library beyond the framework's is known.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => libraries.ContainsKey(name);

    /// <summary>Makes a library known to all programs from now on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="image">Its assembly.</param>
    public void Add(string name, byte[] image)
    {
        libraries[name] = MetadataReference.CreateFromImage(image, filePath: name + ".dll");
        last = null;
    }

    /// <summary>Compiles a program and lists what is wrong with it.</summary>
    /// <param name="text">The program.</param>
    /// <param name="token">Cancels when the text has changed again.</param>
    public async Task<Report> Analyze(string text, CancellationToken token)
    {
        Document document = Open(text);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(token))!;
        var plain = (await document.Project.GetCompilationAsync(token))!;
        driver = driver.RunGeneratorsAndUpdateCompilation(plain, out Compilation whole, out _, token);
        last = document;

        // A browser has one thread: between two steps the editor gets its turn.
        await Pause(token);
        var compiler = whole.GetSemanticModel(tree).GetDiagnostics(cancellationToken: token);
        await Pause(token);
        ImmutableArray<Diagnostic> rules = await Rules(whole, tree, token);

        ImmutableArray<GeneratedFile> files =
            [.. driver.GetRunResult().GeneratedTrees.Select(file => new GeneratedFile(NameOf(file), file.GetText(token).ToString()))];
        var findings = compiler.Concat(rules)
            .Where(diagnostic => diagnostic.Location.SourceTree == tree)
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .Select(Finding.Of);
        return new Report(text, [.. findings], files) { Document = document, Compilation = whole };
    }

    /// <summary>The fixes for a finding of a report; none if its text has changed since.</summary>
    /// <param name="report">The report.</param>
    /// <param name="finding">One of its findings.</param>
    /// <param name="token">Cancels when the text has changed.</param>
    public static async Task<ImmutableArray<Fix>> Fixes(Report report, Finding finding, CancellationToken token) =>
        report.Document is { } document && finding is { IsRule: true, Source: { } diagnostic }
            ? await Fixer.Offered(document, diagnostic, token) : [];

    private static async Task<ImmutableArray<Diagnostic>> Rules(Compilation compilation, SyntaxTree tree, CancellationToken token)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var run = new CompilationWithAnalyzers(compilation, Analyzers, options);
        return await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, token);
    }

    private static async Task Pause(CancellationToken token)
    {
        await Task.Delay(1, token);
        token.ThrowIfCancellationRequested();
    }

    private static string NameOf(SyntaxTree file) => System.IO.Path.GetFileName(file.FilePath);

    private Document Open(string text)
    {
        Document document = (last ?? Empty()).WithText(SourceText.From(text));
        var options = (CSharpCompilationOptions)document.Project.CompilationOptions!;
        OutputKind kind = KindOf(text);
        return options.OutputKind == kind ? document
            : document.Project.WithCompilationOptions(options.WithOutputKind(kind)).GetDocument(document.Id)!;
    }

    // A file with statements is a program, and any other a library.
    private static OutputKind KindOf(string text) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions).GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax)
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

    private Document Empty()
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false);
        Project project = workspace.CurrentSolution
            .AddProject("Playground", "Playground", LanguageNames.CSharp)
            .WithCompilationOptions(options)
            .WithParseOptions(ParseOptions)
            .WithMetadataReferences(ProgramReferences.All.Concat(libraries.Values))
            .AddDocument("Usings.cs", Usings, filePath: "/Usings.cs").Project;
        return project.AddDocument("Program.cs", string.Empty, filePath: "/Program.cs");
    }
}
