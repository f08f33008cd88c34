using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1015: <c>y * Math.Log(p)</c> becomes <c>StableMath.XLogY(y, p)</c>, which is 0 for a target of 0.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfProbabilityCodeFix))]
[Shared]
public sealed class LogOfProbabilityCodeFix : RewriteCodeFix
{
    private protected override string Id => RuleIds.LogOfProbability;
}
