using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// <c>double sum = 0; for (…) { y[i] = Math.Exp(x[i]); sum += y[i]; } for (…) y[i] /= sum;</c>, the three right after each other and the
/// sum used for nothing else: <c>StableMath.Softmax(x, y)</c> takes the place of all three.
/// </summary>
internal static class LoopSoftmax
{
    public static Edit? Plan(FixScene scene, Cure cure)
    {
        if (scene.StableMathWith("Softmax") is not { } type
            || scene.ExpressionAt(cure.Places[0]) is not AssignmentExpressionSyntax { Right: IdentifierNameSyntax name } quotient
            || scene.Model.GetSymbolInfo(name).Symbol is not ILocalSymbol sum
            || quotient.FirstAncestorOrSelf<ForStatementSyntax>() is not { Parent: BlockSyntax block } last
            || Only(last.Statement, 1)?[0] is not ExpressionStatementSyntax { Expression: var alone } || alone != quotient
            || block.Statements.IndexOf(last) is not (>= 2 and var at) || block.Statements[at - 1] is not ForStatementSyntax first
            || !LoopSum.IsZero(block.Statements[at - 2], sum.Name) || LoopSum.Uses(scene, block, sum) != 2
            || Exponentials(first, sum.Name) is not var (x, y) || PlaceOf(quotient.Left, last) != y.Identifier.ValueText || Destination(scene, block, at, x, y, first, last) is not { } destination
            || Numbers(scene, x) is not { } numbers || !SymbolEqualityComparer.Default.Equals(numbers, Numbers(scene, y))
            || LoopSum.HasComments(first) || LoopSum.HasComments(last) || LoopSum.HasComments(block.Statements[at - 2]))
        {
            return null;
        }

        StatementSyntax call = SyntaxFactory.ExpressionStatement(Calls.Of(scene, type, "Softmax", x.WithoutTrivia(), destination));
        return new Edit("Call StableMath.Softmax", ImmutableArray.Create(
            new Change(block.Statements[at - 2], call), new Change(first, Replacement: null), new Change(last, Replacement: null))) { IsWhole = true };
    }

    // { y[i] = Math.Exp(x[i]); sum += y[i]; }
    private static (IdentifierNameSyntax X, IdentifierNameSyntax Y)? Exponentials(ForStatementSyntax loop, string sum)
    {
        if (Only(loop.Statement, 2) is not { } statements
            || statements[0] is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store }
            || statements[1] is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax left } addition }
            || left.Identifier.ValueText != sum || PlaceOf(store.Left, loop) is not { } y || PlaceOf(addition.Right, loop) != y)
        {
            return null;
        }

        ExpressionSyntax right = store.Right is CastExpressionSyntax cast ? cast.Expression : store.Right;
        return right is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exp" }, ArgumentList.Arguments: { Count: 1 } arguments }
            && PlaceOf(arguments[0].Expression, loop) is not null
                ? ((IdentifierNameSyntax)((ElementAccessExpressionSyntax)arguments[0].Expression).Expression, (IdentifierNameSyntax)((ElementAccessExpressionSyntax)store.Left).Expression)
                : null;
    }

    // The array in y[i], where i is what the loop counts.
    private static string? PlaceOf(ExpressionSyntax expression, ForStatementSyntax loop) =>
        expression is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: { Count: 1 } index }
        && index[0].Expression is IdentifierNameSyntax counter && loop.Declaration?.Variables.Count == 1
        && counter.Identifier.ValueText == loop.Declaration.Variables[0].Identifier.ValueText
            ? array.Identifier.ValueText
            : null;

    // Both are to be of one length: the same memory, an array that was made so, or as much of an array as the loops fill.
    private static ExpressionSyntax? Destination(FixScene scene, BlockSyntax block, int at, IdentifierNameSyntax x, IdentifierNameSyntax y, params ForStatementSyntax[] loops)
    {
        string source = x.Identifier.ValueText;
        string target = y.Identifier.ValueText;
        string[] lengths = loops.Select(loop => (LoopSum.Counted(loop) as IdentifierNameSyntax)?.Identifier.ValueText ?? string.Empty).ToArray();
        if (lengths.All(length => length == source || length == target) && (source == target || IsMadeFor(block, at, source, target)))
        {
            return y.WithoutTrivia();
        }

        ExpressionSyntax part = SyntaxFactory.ParseExpression($"{y.Identifier.Text}.AsSpan(0, {x.Identifier.Text}.Length)");
        return lengths.All(length => length == source) && scene.Model.GetTypeInfo(y).Type is IArrayTypeSymbol && scene.WouldCall(part, y) is { Name: "AsSpan" } ? part : null;
    }

    // var y = new float[x.Length]
    private static bool IsMadeFor(BlockSyntax block, int at, string source, string target) =>
        block.Statements.Take(at).OfType<LocalDeclarationStatementSyntax>().SelectMany(statement => statement.Declaration.Variables).Any(variable =>
            variable.Identifier.ValueText == target && LoopSum.IsMadeFor(variable, source));

    private static ITypeSymbol? Numbers(FixScene scene, IdentifierNameSyntax array) =>
        LoopSum.ElementOf(scene.Model.GetTypeInfo(array).Type) is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } numbers ? numbers : null;

    private static StatementSyntax[]? Only(StatementSyntax body, int count)
    {
        StatementSyntax[] statements = body is BlockSyntax block ? block.Statements.ToArray() : [body];
        return statements.Length == count ? statements : null;
    }
}
