using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.CodeFixes.Definitions;
using LossGen.Generators;
using LossGen.Generators.Definitions;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace LossGen.CodeFixes.Tests.Definitions;

/// <summary>Declarations in one file, a class each: compiled together, and each with the errors of its own.</summary>
internal sealed class MistakeBatch
{
    private const string Start = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing LossGen;\n";
    private const string Divider = "// ----\n";

    private static readonly CodeFixProvider[] Fixes =
    [
        new AddAccessibilityCodeFix(), new AddParameterCodeFix(), new ChangeReturnTypeCodeFix(), new ChangeTypeCodeFix(), new GiveRoleCodeFix(),
        new MakePartialCodeFix(), new RemoveAttributeCodeFix(), new RemoveBodyCodeFix(), new RemoveDefaultCodeFix(),
    ];

    private static readonly CodeTest Test = new(new KernelDefinitionAnalyzer())
    {
        MayBeBroken = true,
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
    };

    private readonly Document document;

    public MistakeBatch(string[] declarations)
    {
        // Fixed declarations keep the names of their classes, and there may be several of one.
        Declarations = [.. declarations.Select((declaration, i) => Regex.Replace(declaration, @"\bC\d+\b", TypeOf(i)))];
        document = Test.Open(Start + Divider + string.Join("\n" + Divider, Declarations) + "\n");
    }

    public string[] Declarations { get; }

    public static string TypeOf(int number) => "C" + number.ToString(CultureInfo.InvariantCulture);

    public static string Describe(Diagnostic diagnostic) => diagnostic.Id + " " + diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary>
    /// What a build says of each declaration, which is the errors of declaring it where there are any, and what we say of it in an editor.
    /// </summary>
    public async Task<(ILookup<int, Diagnostic> InBuild, ILookup<int, Diagnostic> Ours)> Report()
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)document.Project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out var after, out var faults);
        faults.ShouldBeEmpty();
        var ours = (await after.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(IsError).ToList();
        var declared = after.GetDeclarationDiagnostics().Where(IsError).ToLookup(NumberOf);
        var all = after.GetDiagnostics().Where(IsError).Concat(ours).ToLookup(NumberOf);
        var inBuild = Enumerable.Range(0, Declarations.Length).SelectMany(i => declared.Contains(i) ? declared[i] : all[i]);
        return (inBuild.ToLookup(NumberOf), ours.ToLookup(NumberOf));

        static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
    }

    /// <summary>What can be done about an error.</summary>
    public async Task<List<CodeAction>> Fixed(Diagnostic error)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in Fixes)
        {
            actions.AddRange(await (Test with { Fix = fix }).Actions(document, error));
        }

        return actions;
    }

    /// <summary>What that makes of the declaration.</summary>
    public async Task<string> After(CodeAction action, int number)
    {
        string changed = (await (await CodeTest.Apply(document, action)).GetTextAsync()).ToString();
        return changed.Split(Divider)[number + 1].TrimEnd('\n');
    }

    /// <summary>Which declaration an error belongs to: by its place or, in a generated file, by the file's name.</summary>
    private static int NumberOf(Diagnostic error)
    {
        var tree = error.Location.SourceTree!;
        var match = Regex.Match(tree.FilePath, @"C(\d+)\.\w+\.\w+\.g\.cs$");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : tree.GetText().ToString()[..error.Location.SourceSpan.Start].Split(Divider).Length - 2;
    }
}
