using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1107: the maximum is subtracted inside the exponential.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShiftOutsideExpCodeFix))]
[Shared]
public sealed class ShiftOutsideExpCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.ShiftOutsideExp;
}
