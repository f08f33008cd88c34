using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1206: the result is assigned to what it was computed from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedResultCodeFix))]
[Shared]
public sealed class DroppedResultCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.DroppedResult;
}
