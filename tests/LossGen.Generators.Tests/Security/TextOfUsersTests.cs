using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Security;

/// <summary>
/// What a user writes reaches generated code as identifiers, literals and comments, and cannot become anything else: no text ends a comment or a string,
/// and what is generated declares and calls what it always does.
/// </summary>
public sealed class TextOfUsersTests
{
    private const string Marker = "Injected";

    /// <summary>Texts that would end a comment, a string or a directive if they were copied.</summary>
    public static TheoryData<string> Texts =>
    [
        "*/ class Injected { } /*",
        "\"; class Injected { } //",
        "\\\"); } class Injected { static void M() { (\\\"",
        "\r\nclass Injected { }\r\n",
        "\u2028class Injected { }\u2029",
        "\u0085class Injected { }",
        "</summary>\nclass Injected { }\n",
        "#endif\n#error Injected",
        "{Injected}",
        "\"\"\" + Injected + \"\"\"",
        "\0Injected",
        "\ud800Injected",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_string_where_a_name_is_expected_is_a_string(string text)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        foreach (string declaration in (string[])
        [
            $"[CustomLoss(3, {literal})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
            $"[CrossEntropy(3)] [System.ComponentModel.Description({literal})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
            $"[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, string other = {literal});",
            $"[CrossEntropy({literal})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);",
        ])
        {
            NothingIsInjected(declaration);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_comment_stays_where_it_is(string text)
    {
        string line = new([.. text.Where(c => c is not ('\r' or '\n' or '\u2028' or '\u2029' or '\u0085'))]);
        NothingIsInjected($"/// <summary>{line}</summary>\n// {line}\n[CrossEntropy(3)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);");
    }

    /// <summary>Identifiers with every kind of character that C# allows, escapes included.</summary>
    [Fact]
    public void Identifiers_are_copied_as_identifiers()
    {
        string[] starts = ["a", "_", "@class", "@if", "é", "Ω", "ⅷ", "\\u0041", "変数", "@await", "@record", "ǅ"];
        string[] rests = ["", "0", "\u0301", "\u200d", "\u203f", "\\u0062", "_9", "\u0660"];
        int kernels = 0;
        foreach (string name in starts.SelectMany(start => rests.Select(rest => start + rest)))
        {
            string declaration = $"[CrossEntropy(3)] public static partial float {name}([Role(KernelRole.Logits)] ReadOnlySpan<float> {name}, [Role(KernelRole.Targets)] ReadOnlySpan<int> targets{name.TrimStart('@')});";
            var after = GeneratorHost.Run(GeneratorHost.Compilation(In(declaration)), null, out var generated);
            generated.ShouldHaveSingleItem(name);
            generated[0].HintName.ShouldNotContain("..");
            generated[0].HintName.IndexOfAny(['/', '\\', ':', '\0']).ShouldBe(-1, name);
            after.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(name);
            kernels++;
        }

        kernels.ShouldBe(starts.Length * rests.Length);
    }

    /// <summary>Numbers at the ends of their types are numbers, or a refusal; never text.</summary>
    [Fact]
    public void Options_of_any_value_are_numbers()
    {
        string[] values = ["double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.MaxValue", "double.Epsilon", "-0.0", "1e-320", "0.1 + 0.2", "1", "-1"];
        string[] options = ["LabelSmoothing", "ZLoss", "Temperature", "Softcap"];
        foreach (string declaration in options.SelectMany(option => values.Select(value =>
            $"[CrossEntropy(3, {option} = {value})] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);")))
        {
            NothingIsInjected(declaration);
        }
    }

    private static string In(string members) => "using System;\nusing LossGen;\npublic static partial class C\n{\n" + members + "\n}\n";

    private static void NothingIsInjected(string declaration)
    {
        var result = GeneratorHost.Driver().RunGenerators(GeneratorHost.Compilation(In(declaration))).GetRunResult();
        result.Diagnostics.ShouldBeEmpty(declaration);
        foreach (var file in result.Results[0].GeneratedSources)
        {
            var root = CSharpSyntaxTree.ParseText(file.SourceText.ToString(), GeneratorHost.ParseOptions).GetRoot();
            root.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(declaration + "\n" + file.SourceText);

            // Outside comments and strings the marker is nowhere.
            root.DescendantTokens().Where(token => token.Text.Contains(Marker, StringComparison.Ordinal) && !token.IsKind(SyntaxKind.StringLiteralToken)).ShouldBeEmpty(declaration);
            root.DescendantTrivia().Where(trivia => trivia.IsDirective && trivia.ToString().Contains(Marker, StringComparison.Ordinal)).ShouldBeEmpty(declaration);
            root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).Except(["C", "LossKernel"]).ShouldBeEmpty(declaration);
        }
    }
}
