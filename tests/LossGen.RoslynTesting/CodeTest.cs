using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace LossGen.RoslynTesting;

/// <summary>Runs analyzers and fixes on marked sources and compares what they say and do, as text.</summary>
/// <param name="Analyzer">The analyzer under test.</param>
public sealed record CodeTest(DiagnosticAnalyzer Analyzer)
{
    private static readonly AdhocWorkspace Host = new();

    /// <summary>The fix under test.</summary>
    public CodeFixProvider? Fix { get; init; }

    /// <summary>The fix is asked for these ids only; for all that it can fix where empty.</summary>
    public ImmutableArray<string> FixedIds { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Sources compiled along, without marks.</summary>
    public ImmutableArray<string> Libraries { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Runs before the analyzer, as in a build: what it writes is part of the program.</summary>
    public Func<IIncrementalGenerator>? Generator { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = RoslynTesting.References.Framework;

    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = ImmutableArray<(string, string)>.Empty;

    /// <summary>Whether the source is half-typed on purpose.</summary>
    public bool MayBeBroken { get; init; }

    /// <summary>The lines of an <c>.editorconfig</c> for all C# files.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>Rules that are off by default and are on here.</summary>
    public ImmutableArray<string> Enabled { get; init; } = ImmutableArray<string>.Empty;

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Only these ids are compared; all of them where empty.</summary>
    public ImmutableArray<string> Ids { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Every marked diagnostic is reported, and nothing else.</summary>
    public async Task<ImmutableArray<Diagnostic>> Reports(string marked)
    {
        var markup = Markup.Parse(marked);
        Document document = Open(markup.Source);
        ImmutableArray<Diagnostic> actual = await Diagnose(document);
        Compare(markup, actual);
        return actual;
    }

    /// <summary>The marked diagnostics are reported, and fixing the first one again and again leads to the other source.</summary>
    public async Task Fixes(string marked, string after)
    {
        var markup = Markup.Parse(marked);
        Document document = Open(markup.Source);
        ImmutableArray<Diagnostic> found = await Diagnose(document);
        Compare(markup, found);
        (await FixRepeatedly(document, found)).ShouldBe(after);
    }

    /// <summary>What is reported in a source without marks.</summary>
    public Task<ImmutableArray<Diagnostic>> Found(string source) => Diagnose(Open(source));

    /// <summary>What each fix that is offered for anything reported makes of a source: its title and the source then, which must compile.</summary>
    public async Task<ImmutableArray<(string Title, string Source)>> Offered(string source, IEnumerable<CodeFixProvider> fixes)
    {
        Document document = Open(source);
        ImmutableArray<Diagnostic> found = await Diagnose(document);
        var offered = ImmutableArray.CreateBuilder<(string Title, string Source)>();
        foreach (CodeFixProvider fix in fixes)
        {
            foreach (Diagnostic diagnostic in found)
            {
                foreach (CodeAction action in await (this with { Fix = fix }).Actions(document, diagnostic))
                {
                    Document changed = await Apply(document, action);
                    await Compiles(changed);
                    offered.Add((diagnostic.Id + " " + action.Title, (await changed.GetTextAsync()).ToString()));
                }
            }
        }

        return offered.ToImmutable();
    }

    /// <summary>The source after everything was fixed that can be.</summary>
    public async Task<string> Fixed(string source)
    {
        Document document = Open(source);
        return await FixRepeatedly(document, await Diagnose(document));
    }

    private async Task<string> FixRepeatedly(Document document, ImmutableArray<Diagnostic> found)
    {
        for (int round = 0; round < 20; round++)
        {
            CodeAction? action = null;
            foreach (Diagnostic diagnostic in found)
            {
                action ??= (await Actions(document, diagnostic)).FirstOrDefault();
            }

            if (action is null)
            {
                round.ShouldBeGreaterThan(0, "no fix is offered");
                break;
            }

            document = await Apply(document, action);
            found = await Diagnose(document);
        }

        return (await document.GetTextAsync()).ToString();
    }

    /// <summary>The marked diagnostics are reported and none of them can be fixed.</summary>
    public async Task OffersNoFix(string marked)
    {
        var markup = Markup.Parse(marked);
        Document document = Open(markup.Source);
        ImmutableArray<Diagnostic> found = await Diagnose(document);
        Compare(markup, found);
        foreach (Diagnostic diagnostic in found)
        {
            (await Actions(document, diagnostic)).Select(action => action.Title).ShouldBeEmpty();
        }
    }

    /// <summary>Fix All in the scope turns the sources into the others.</summary>
    public Task FixesAll(FixAllScope scope, string before, string after) => FixesAll(scope, [before], [after]);

    /// <summary>Fix All in the scope turns the sources into the others.</summary>
    public async Task FixesAll(FixAllScope scope, string[] before, string[] after)
    {
        Solution solution = await FixAllRun.Run(this, scope, Open(before));
        string[] texts = await Task.WhenAll(solution.Projects.First().Documents
            .Where(document => document.Name.StartsWith("Test", StringComparison.Ordinal))
            .Select(async document => (await document.GetTextAsync()).ToString()));
        texts.ShouldBe(after);
        foreach (Document document in solution.Projects.First().Documents)
        {
            await Compiles(document);
        }
    }

    public static async Task<Document> Apply(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document result = changed.GetDocument(document.Id)!;
        (await result.GetTextAsync()).ToString().ShouldNotBe((await document.GetTextAsync()).ToString(), "a fix must change something");
        return result;
    }

    /// <summary>Whether the fix is asked about diagnostics of that id.</summary>
    public bool CanFix(string id) => Fix is { } fix && fix.FixableDiagnosticIds.Contains(id) && (FixedIds.IsEmpty || FixedIds.Contains(id));

    public async Task<ImmutableArray<CodeAction>> Actions(Document document, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (CanFix(diagnostic.Id))
        {
            await Fix!.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions.ToImmutable();
    }

    public async Task<ImmutableArray<Diagnostic>> Diagnose(Document document)
    {
        await Compiles(document);
        Compilation compilation = await Generated(document);
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([Analyzer], document.Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        all.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.GetMessage()).ShouldBeEmpty();
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        return all.Where(diagnostic => diagnostic.Location.SourceTree == tree && (Ids.IsEmpty || Ids.Contains(diagnostic.Id)))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ToImmutableArray();
    }

    public Document Open(params string[] sources)
    {
        Project project = Host.CurrentSolution.AddProject("Test", "Test", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(Output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(Enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Info))))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
            .WithMetadataReferences(References);
        foreach ((string path, string text) in AdditionalFiles)
        {
            project = project.AddAdditionalDocument(path, text, filePath: "/" + path).Project;
        }

        if (Options.Length > 0)
        {
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*.cs]\n" + Options), filePath: "/.editorconfig").Project;
        }

        for (int i = 0; i < Libraries.Length; i++)
        {
            project = project.AddDocument("Library" + i + ".cs", Libraries[i], filePath: "/Library" + i + ".cs").Project;
        }

        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument("Test" + i + ".cs", sources[i], filePath: "/Test" + i + ".cs").Project;
        }

        return project.Documents.First(document => document.Name == "Test0.cs");
    }

    private async Task<Compilation> Generated(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        if (Generator is null)
        {
            return compilation;
        }

        CSharpGeneratorDriver.Create([Generator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)document.Project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out ImmutableArray<Diagnostic> problems);
        problems.Select(Describe).ShouldBeEmpty("the generator must not fail");
        return after;
    }

    private async Task Compiles(Document document)
    {
        if (MayBeBroken)
        {
            return;
        }

        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        SemanticModel model = (await Generated(document)).GetSemanticModel(tree);
        string text = (await document.GetTextAsync()).ToString();
        model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Describe)
            .ShouldBeEmpty("this must compile:\n" + text);
    }

    private static void Compare(Markup markup, ImmutableArray<Diagnostic> actual)
    {
        string[] places = actual.Select(diagnostic => Place(diagnostic) + " " + diagnostic.Id).ToArray();
        if (!places.Order(StringComparer.Ordinal).SequenceEqual(markup.Expected.Order(StringComparer.Ordinal)))
        {
            string.Join('\n', actual.Select(Describe)).ShouldBe(string.Join('\n', markup.Expected), "in\n" + markup.Source);
        }
    }

    private static string Describe(Diagnostic diagnostic) =>
        Place(diagnostic) + " " + diagnostic.Id + ": " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static string Place(Diagnostic diagnostic) => Markup.Place(diagnostic.Location.GetLineSpan().StartLinePosition);
}
