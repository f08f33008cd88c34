using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generators.Tests.Declarations;

/// <summary>Some declarations in one project, generated, compiled and analysed as a user's build does.</summary>
/// <param name="Kernels">How many became kernels.</param>
/// <param name="Refused">How many were refused, each with an error at its line.</param>
/// <param name="Problems">What is wrong, with the declaration.</param>
internal sealed record DeclarationBatch(int Kernels, int Refused, IReadOnlyList<string> Problems)
{
    private const string Start = "using System;\nusing LossGen;\npublic static partial class C\n{\n" + RandomDeclaration.Formulas;

    // What nobody compiles is written for vectors of one width, which the scalar body stands beside.
    private const int UncompiledBits = 128;

    /// <summary>The methods of the declarations are called M and a number.</summary>
    /// <param name="declarations">One on each line.</param>
    /// <param name="compiles">Whether what is generated is compiled too, which takes most of the time.</param>
    public static async Task<DeclarationBatch> Of(IReadOnlyList<string> declarations, bool compiles)
    {
        var compilation = GeneratorHost.Compilation(Start + string.Join("\n", declarations) + "\n}\n");
        var after = GeneratorHost.Run(compilation, schedule: null, compiles ? null : UncompiledBits, out var generated);
        var files = generated.ToDictionary(file => file.HintName.Split('.')[1], file => file, StringComparer.Ordinal);
        var errors = await after.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var compiler = (compiles ? after.GetDiagnostics() : []).Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591").ToImmutableArray();
        int kernels = 0, refused = 0;
        var problems = new List<string>();
        for (int i = 0; i < declarations.Count; i++)
        {
            string declaration = declarations[i];
            string name = Regex.Match(declaration, @" (M\d+)\(").Groups[1].Value;
            int line = Start.Count(c => c == '\n') + i;
            string[] explained = [.. errors.Where(error => error.Location.GetLineSpan().StartLinePosition.Line == line).Select(error => error.ToString())];
            bool isExplained = errors.Any(error => error.Severity == DiagnosticSeverity.Error && error.Location.GetLineSpan().StartLinePosition.Line == line);
            if (!files.TryGetValue(name, out var file))
            {
                problems.Add("nothing is generated: " + declaration);
                continue;
            }

            bool isRefused = file.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal);
            (kernels, refused) = isRefused ? (kernels, refused + 1) : (kernels + 1, refused);
            if (isRefused != isExplained)
            {
                problems.Add((isRefused ? "refused without an error: " : "generated in spite of an error: ") + declaration + string.Concat(explained));
            }

            problems.AddRange(compiler.Where(diagnostic => diagnostic.Location.SourceTree == file.SyntaxTree).Take(1).Select(diagnostic => diagnostic + "\n    in " + declaration));
        }

        problems.AddRange(compiler.Where(diagnostic => generated.All(file => file.SyntaxTree != diagnostic.Location.SourceTree)).Take(1).Select(diagnostic => diagnostic.ToString()));
        return new DeclarationBatch(kernels, refused, problems);
    }
}
