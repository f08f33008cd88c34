using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1203: <c>(Half)(-1e9)</c> becomes <c>Half.NegativeInfinity</c>, which it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HalfConstantCodeFix))]
[Shared]
public sealed class HalfConstantCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.HalfConstant;
}
