using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1016: <c>Math.Log(Math.Pow(a, b))</c> becomes <c>b * Math.Log(a)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfProductCodeFix))]
[Shared]
public sealed class LogOfProductCodeFix : ChangingRewriteCodeFix
{
    private protected override string Id => RuleIds.LogOfProduct;
}
