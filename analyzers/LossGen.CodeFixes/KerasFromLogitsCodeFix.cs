using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2014: the loss is told what it gets.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KerasFromLogitsCodeFix))]
[Shared]
public sealed class KerasFromLogitsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.KerasFromLogits;
}
