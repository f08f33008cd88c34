using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.Playground.Documents;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Playground.Examples;

/// <summary>C# blocks of the documentation as programs.</summary>
internal static partial class DocumentCode
{
    private static readonly string[] PagesWithKernels =
        ["docs/getting-started.md", "docs/losses.md", "docs/custom-losses.md", "docs/half-precision.md"];

    /// <summary>The blocks that declare a kernel, with the heading above each.</summary>
    public static IEnumerable<(string Title, string Code)> Kernels()
    {
        foreach (string source in PagesWithKernels)
        {
            string page = Library.Pages[source];
            int number = 0;
            foreach (Match block in Block().Matches(page).Where(block => block.Value.Contains(" partial ", StringComparison.Ordinal)))
            {
                string heading = page[..block.Index].Split('\n').Last(line => line.StartsWith('#')).TrimStart('#', ' ');
                string code = block.Groups["code"].Value;
                yield return ($"{Documentation.TitleOf(source)} {++number}: {heading}", AsProgram(code));
            }
        }
    }

    /// <summary>A block that is a file or statements as it is, and members with a class around them.</summary>
    public static string AsProgram(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp13)).GetRoot();
        return root.ChildNodes().Any(node => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax)
            ? "internal static partial class Page\n{\n" + Indented(code.TrimEnd()) + "\n}\n" : code;
    }

    private static string Indented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Length > 0 ? "    " + line : line));

    [GeneratedRegex("(?<!-->\n)^```csharp\n(?<code>.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
