using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1102: the running maximum starts from −∞.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxWithWrongShiftCodeFix))]
[Shared]
public sealed class SoftmaxWithWrongShiftCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.SoftmaxWithWrongShift;
}
