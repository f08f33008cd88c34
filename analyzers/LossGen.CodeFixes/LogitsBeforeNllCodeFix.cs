using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2008: the loss that takes logits is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogitsBeforeNllCodeFix))]
[Shared]
public sealed class LogitsBeforeNllCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.LogitsBeforeNll;
}
