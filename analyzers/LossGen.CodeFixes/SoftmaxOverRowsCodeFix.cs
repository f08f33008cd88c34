using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2010: the softmax runs over the last dimension.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxOverRowsCodeFix))]
[Shared]
public sealed class SoftmaxOverRowsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.SoftmaxOverRows;
}
