using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.RegularExpressions;
using LossGen.GeneratorTesting;
using LossGen.Kernels.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>A kernel with all its mutants in it.</summary>
/// <param name="Mutants">Those that compile.</param>
/// <param name="NotCompiled">How many do not: no test has to kill them.</param>
internal sealed partial record MutatedAssembly(Assembly Assembly, IReadOnlyList<Mutant> Mutants, int NotCompiled)
{
    /// <summary>The assembly in a file, or compiled and written there: a process that a mutant has ended is followed by another one.</summary>
    public static MutatedAssembly Of(MutantKernel kernel, string file)
    {
        if (!File.Exists(file))
        {
            var (image, compiled, left) = Compile(kernel);
            File.WriteAllText(file + ".json", JsonSerializer.Serialize(new Content(compiled, left)));
            File.WriteAllBytes(file, image);
        }

        var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(file + ".json"))!;
        return new(new AssemblyLoadContext("mutants").LoadFromStream(new MemoryStream(File.ReadAllBytes(file))), content.Mutants, content.NotCompiled);
    }

    private static (byte[] Image, IReadOnlyList<Mutant> Mutants, int NotCompiled) Compile(MutantKernel kernel)
    {
        var source = GeneratorHost.Compilation(kernel.Source());
        source = source.WithOptions(source.Options.WithOverflowChecks(enabled: false));
        var compilation = (CSharpCompilation)GeneratorHost.Run(source, kernel.Schedule, Widths.Here, out var _);
        var tree = compilation.SyntaxTrees.Single(tree => tree != source.SyntaxTrees[0]);
        if (tree.GetText().ToString().Contains("NotSupportedException", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(kernel.Name + ": the declaration is refused.");
        }

        var model = compilation.GetSemanticModel(tree);
        var left = new HashSet<int>();
        for (int attempt = 0; attempt < 12; attempt++)
        {
            var mutator = new Mutator(model, left);
            var mutated = CSharpSyntaxTree.ParseText(mutator.Visit(tree.GetRoot()).ToFullString(), GeneratorHost.ParseOptions, tree.FilePath);
            var candidate = compilation.ReplaceSyntaxTree(tree, mutated);
            using var stream = new MemoryStream();
            var result = candidate.Emit(stream);
            if (result.Success)
            {
                return (stream.ToArray(), mutator.Mutants, left.Count);
            }

            int before = left.Count;
            left.UnionWith(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => Culprit(mutated, error)));
            if (left.Count == before)
            {
                throw new InvalidOperationException(kernel.Name + ":\n" + string.Join("\n", result.Diagnostics.Take(5)) + "\n" + mutated);
            }
        }

        throw new InvalidOperationException(kernel.Name + ": there is always another mutant that does not compile.");
    }

    /// <summary>The mutant whose text an error is in, or next to.</summary>
    private static int Culprit(SyntaxTree tree, Diagnostic error)
    {
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        foreach (var around in node.AncestorsAndSelf())
        {
            string? condition = around switch
            {
                ConditionalExpressionSyntax choice => choice.Condition.ToString(),
                IfStatementSyntax statement => statement.Condition.ToString(),
                _ => null,
            };
            if (condition is not null && SwitchPattern().Match(condition) is { Success: true } match)
            {
                return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            }
        }

        // A local that a dropped assignment leaves without a value is reported where it is read.
        string name = node.ToString();
        var dropped = tree.GetRoot().DescendantNodes().OfType<IfStatementSyntax>()
            .Where(statement => statement.Condition is PrefixUnaryExpressionSyntax && Regex.IsMatch(statement.Statement.ToString(), $@"\b{Regex.Escape(name)} = "))
            .Select(statement => SwitchPattern().Match(statement.Condition.ToString()))
            .FirstOrDefault(match => match.Success);
        return dropped is null ? 0 : int.Parse(dropped.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private sealed record Content(IReadOnlyList<Mutant> Mutants, int NotCompiled);

    [GeneratedRegex(@"MutantSwitch\.Is\(([0-9]+)\)$")]
    private static partial Regex SwitchPattern();
}
