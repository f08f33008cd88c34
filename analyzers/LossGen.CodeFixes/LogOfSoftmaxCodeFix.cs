using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG1001: a tensor's <c>softmax(d).log()</c> becomes <c>log_softmax(d)</c>, SoftMax and Log of a span <c>StableMath.LogSoftmax</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfSoftmaxCodeFix))]
[Shared]
public sealed class LogOfSoftmaxCodeFix : RecipeCodeFix
{
    private const string LogSoftmax = "log_softmax";

    private protected override string Id => RuleIds.LogOfSoftmax;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => Recipe.Of(diagnostic) switch
    {
        { Call: LogSoftmax, Parts.Length: 1 } recipe => Nested(scene, diagnostic, recipe),
        { Call: LogSoftmax, Parts.Length: 2 } recipe => Apart(scene, diagnostic, recipe),
        { Call: "LogSoftmax", Parts.Length: 1 } recipe => Statements(scene, diagnostic, recipe),
        { Call: "LogSoftmaxElement", Parts.Length: 1 } recipe => LogarithmsOfElements.Plan(scene, recipe),
        { Call: "LogSoftmaxOfCall", Parts.Length: 2 } recipe => LogarithmsOfElements.PlanOfCall(scene, recipe),
        _ => null,
    };

    // torch.log(F.softmax(x, d)): the softmax's own call under the other name, or else the tensor's method.
    private static Edit? Nested(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.ExpressionAt(diagnostic.Location) is not { } site || scene.ExpressionAt(recipe.Parts[0]) is not InvocationExpressionSyntax softmax
            || scene.MethodOf(softmax) is not { Name: "softmax" } method)
        {
            return null;
        }

        ExpressionSyntax? renamed = TensorCall.Renamed(softmax, LogSoftmax);
        if (renamed is not null && scene.WouldCall(renamed, site) is { Name: LogSoftmax })
        {
            return Edit.Replace("Call log_softmax", site, renamed) with { Holder = HolderOf(scene, site) };
        }

        var arguments = softmax.ArgumentList.Arguments;
        if (!method.IsStatic || arguments.Count < 2 || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        ExpressionSyntax fluent = TensorCall.Fluent(arguments[0].Expression, LogSoftmax, arguments.Skip(1));
        return scene.WouldCall(fluent, site) is { Name: LogSoftmax } ? Edit.Replace("Call log_softmax", site, fluent) with { Holder = HolderOf(scene, site) } : null;
    }

    // var p = x.softmax(d); … p.log(): from x and d again, which have not changed.
    private static Edit? Apart(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.ExpressionAt(diagnostic.Location) is not { } site || scene.ExpressionAt(recipe.Parts[0]) is not IdentifierNameSyntax x
            || scene.ExpressionAt(recipe.Parts[1]) is not { } dimension || !scene.Model.GetConstantValue(dimension).HasValue)
        {
            return null;
        }

        ExpressionSyntax fluent = TensorCall.Fluent(x, LogSoftmax, [SyntaxFactory.Argument(dimension.WithoutTrivia())]);
        return scene.WouldCall(fluent, site) is { Name: LogSoftmax } ? Edit.Replace("Call log_softmax", site, fluent) with { Holder = HolderOf(scene, site) } : null;
    }

    // TensorPrimitives.SoftMax(x, p); TensorPrimitives.Log(p, p);
    private static Edit? Statements(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.StableMathWith("LogSoftmax") is not { } type
            || scene.ExpressionAt(diagnostic.Location) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax last } log
            || scene.ExpressionAt(recipe.Parts[0]) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax first } softmax
            || log.ArgumentList.Arguments is not { Count: 2 } to || softmax.ArgumentList.Arguments is not { Count: 2 } from
            || first.Parent != last.Parent || first.Parent is not BlockSyntax block || block.Statements.IndexOf(last) != block.Statements.IndexOf(first) + 1
            || from[1].Expression is not IdentifierNameSyntax middle || to[0].Expression is not IdentifierNameSyntax read || to[1].Expression is not IdentifierNameSyntax
            || middle.Identifier.ValueText != read.Identifier.ValueText)
        {
            return null;
        }

        ExpressionSyntax call = TensorCall.Static(scene, type, "LogSoftmax", from[0].Expression.WithoutTrivia(), to[1].Expression.WithoutTrivia());
        bool inPlace = middle.Identifier.ValueText == ((IdentifierNameSyntax)to[1].Expression).Identifier.ValueText;
        if (scene.MethodOf(softmax)?.Name is not ("SoftMax" or "Softmax") || (!inPlace && SameMemory(from[0].Expression, middle)))
        {
            return null;
        }

        ISymbol? holder = scene.Model.GetSymbolInfo(to[1].Expression).Symbol;
        if (!inPlace)
        {
            // The probabilities themselves are kept, and so is their statement.
            return Edit.Replace("Call StableMath.LogSoftmax", log, call) with { Holder = holder };
        }

        // One of the two goes away, and no comment with it.
        return !IsCommented(last) ? new Edit("Call StableMath.LogSoftmax", ImmutableArray.Create(new Change(softmax, call), new Change(last, Replacement: null))) { Holder = holder }
            : !IsCommented(first) ? new Edit("Call StableMath.LogSoftmax", ImmutableArray.Create(new Change(first, Replacement: null), new Change(log, call))) { Holder = holder }
            : null;
    }

    // The variable that the logarithms are assigned to, and nothing else ever.
    private static ISymbol? HolderOf(FixScene scene, ExpressionSyntax site) =>
        site.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? scene.Model.GetDeclaredSymbol(variable) : null;

    private static bool IsCommented(SyntaxNode node) =>
        node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static bool SameMemory(ExpressionSyntax x, IdentifierNameSyntax p) =>
        x is not IdentifierNameSyntax name || name.Identifier.ValueText == p.Identifier.ValueText;
}
