using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1205: the clip stays, the epsilon goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EpsilonBehindClipCodeFix))]
[Shared]
public sealed class EpsilonBehindClipCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.EpsilonBehindClip;
}
