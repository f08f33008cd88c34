using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generators.Tests.Snapshots;

/// <summary>Local variables and references of a generated file that are never named again. The compiler does not warn where a call gives the value.</summary>
internal static class UnusedNames
{
    public static IEnumerable<string> In(string text)
    {
        foreach (var method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            // Names in a block and in the blocks in it: C# does not let these declare a name of the outer one again.
            var named = method.DescendantNodes().OfType<IdentifierNameSyntax>()
                .SelectMany(name => name.Ancestors().OfType<BlockSyntax>().Select(block => (block, name.Identifier.ValueText)))
                .ToHashSet();
            foreach (var variable in method.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            {
                if (variable.FirstAncestorOrSelf<BlockSyntax>() is { } block && !named.Contains((block, variable.Identifier.ValueText)))
                {
                    yield return $"{method.Identifier.ValueText}: {variable.Identifier.ValueText}";
                }
            }
        }
    }
}
