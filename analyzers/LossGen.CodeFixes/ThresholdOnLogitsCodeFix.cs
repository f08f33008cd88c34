using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2104: <c>logits.gt(0.5)</c> becomes <c>logits.gt(0)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThresholdOnLogitsCodeFix))]
[Shared]
public sealed class ThresholdOnLogitsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.ThresholdOnLogits;
}
