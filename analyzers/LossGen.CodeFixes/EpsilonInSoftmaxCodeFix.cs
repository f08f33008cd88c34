using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1204: the sum is divided by as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EpsilonInSoftmaxCodeFix))]
[Shared]
public sealed class EpsilonInSoftmaxCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.EpsilonInSoftmax;
}
