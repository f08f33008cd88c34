using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1021: <c>Math.Log(x) / Math.Log(2)</c> becomes <c>Math.Log2(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogByBaseCodeFix))]
[Shared]
public sealed class LogByBaseCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.LogByBase;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => ScalarCall.Plan(scene, diagnostic, scene.MathWith);
}
