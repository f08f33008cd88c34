using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2012: the sum runs over what the softmax has normalised.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherAxisCodeFix))]
[Shared]
public sealed class OtherAxisCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.OtherAxis;
}
