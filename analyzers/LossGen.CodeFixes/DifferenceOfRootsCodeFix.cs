using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1019: <c>Math.Sqrt(x + 1) - Math.Sqrt(x)</c> becomes <c>1 / (Math.Sqrt(x + 1) + Math.Sqrt(x))</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DifferenceOfRootsCodeFix))]
[Shared]
public sealed class DifferenceOfRootsCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.DifferenceOfRoots;
}
