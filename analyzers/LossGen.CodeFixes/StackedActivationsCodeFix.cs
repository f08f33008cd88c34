using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2101: the second of two activations goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StackedActivationsCodeFix))]
[Shared]
public sealed class StackedActivationsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.StackedActivations;
}
