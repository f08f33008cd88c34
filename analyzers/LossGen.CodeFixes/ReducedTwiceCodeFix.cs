using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2207: the second reduction goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReducedTwiceCodeFix))]
[Shared]
public sealed class ReducedTwiceCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.ReducedTwice;
}
