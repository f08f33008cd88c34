using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1017: <c>Math.Log(n + 1) - Math.Log(n)</c> becomes <c>StableMath.Log1p(1.0 / n)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DifferenceOfLogsCodeFix))]
[Shared]
public sealed class DifferenceOfLogsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.DifferenceOfLogs;
}
