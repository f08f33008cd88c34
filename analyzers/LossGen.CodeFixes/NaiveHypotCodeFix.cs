using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1018: <c>Math.Sqrt(x * x + y * y)</c> becomes <c>double.Hypot(x, y)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NaiveHypotCodeFix))]
[Shared]
public sealed class NaiveHypotCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.NaiveHypot;
}
