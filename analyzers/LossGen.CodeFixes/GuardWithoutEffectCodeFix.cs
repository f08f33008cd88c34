using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1202: the limit gets a number that the type can tell from what it limits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardWithoutEffectCodeFix))]
[Shared]
public sealed class GuardWithoutEffectCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.GuardWithoutEffect;
}
