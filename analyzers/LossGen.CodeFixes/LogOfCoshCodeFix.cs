using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1009: <c>Math.Log(Math.Cosh(x))</c> becomes <c>StableMath.LogCosh(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfCoshCodeFix))]
[Shared]
public sealed class LogOfCoshCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.LogOfCosh;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => ScalarCall.Plan(scene, diagnostic);
}
