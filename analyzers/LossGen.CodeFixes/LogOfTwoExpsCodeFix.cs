using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1006: <c>Math.Log(Math.Exp(a) + Math.Exp(b))</c> becomes <c>StableMath.LogAddExp(a, b)</c>, a tensor's <c>torch.logaddexp(a, b)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfTwoExpsCodeFix))]
[Shared]
public sealed class LogOfTwoExpsCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.LogOfTwoExps;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => PairCall.Plan(scene, diagnostic);
}
