using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2208: prediction and target change places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwappedArgumentsCodeFix))]
[Shared]
public sealed class SwappedArgumentsCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.SwappedArguments;
}
