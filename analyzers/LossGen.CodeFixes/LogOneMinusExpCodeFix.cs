using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1005: <c>Math.Log(1 - Math.Exp(x))</c> becomes <c>StableMath.Log1mExp(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOneMinusExpCodeFix))]
[Shared]
public sealed class LogOneMinusExpCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.LogOneMinusExp;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => ScalarCall.Plan(scene, diagnostic);
}
