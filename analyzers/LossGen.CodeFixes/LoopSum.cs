using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// <c>double sum = 0; foreach (var v in xs) sum += Math.Exp(v); … Math.Log(sum)</c>, the three right after each other and the sum used for
/// nothing else: the call takes the place of all three.
/// </summary>
internal static class LoopSum
{
    public static Edit? Plan(FixScene scene, Cure cure)
    {
        if (scene.StableMathWith("LogSumExp") is not { } type || scene.ExpressionAt(cure.Places[0]) is not { } site
            || scene.ExpressionAt(cure.Places[1]) is not IdentifierNameSyntax name || scene.Model.GetSymbolInfo(name).Symbol is not ILocalSymbol sum
            || site.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } last
            || block.Statements.IndexOf(last) is not (>= 2 and var at)
            || !IsZero(block.Statements[at - 2], sum.Name) || Summed(scene, block.Statements[at - 1], sum) is not { } numbers
            || Uses(scene, block, sum) != 2 || new Effects(scene).AnyBefore(site, last) || HasComments(block.Statements[at - 2]) || HasComments(block.Statements[at - 1]))
        {
            return null;
        }

        ExpressionSyntax call = Calls.Of(scene, type, "LogSumExp", numbers.WithoutTrivia());
        if (scene.Model.GetTypeInfo(site).Type?.SpecialType is SpecialType.System_Double && sum.Type.SpecialType == SpecialType.System_Single && site.Parent is not CastExpressionSyntax)
        {
            call = Calls.Cast(SpecialType.System_Double, call);
        }

        // The statement moves up to where the sum was declared, unless a comment would be left behind.
        StatementSyntax first = block.Statements[at - 2];
        StatementSyntax loop = block.Statements[at - 1];
        return new Edit("Call StableMath.LogSumExp", HasOuterComments(last)
            ? ImmutableArray.Create(new Change(first, Replacement: null), new Change(loop, Replacement: null), new Change(site, call))
            : ImmutableArray.Create(new Change(first, last.ReplaceNode(site, call.WithTriviaFrom(site))), new Change(loop, Replacement: null), new Change(last, Replacement: null)));
    }

    private static bool HasOuterComments(SyntaxNode node) => node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(IsComment);

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    internal static bool IsZero(StatementSyntax statement, string name) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables }
        && variables[0] is { Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 or 0f or 0d } } variable && variable.Identifier.ValueText == name;

    // What the loop sums the exponentials of, where it sums all of it.
    private static ExpressionSyntax? Summed(FixScene scene, StatementSyntax loop, ILocalSymbol sum)
    {
        (ExpressionSyntax? Numbers, StatementSyntax? Body, string? Item) = loop switch
        {
            ForEachStatementSyntax each => (each.Expression, each.Statement, each.Identifier.ValueText),
            ForStatementSyntax counted => (Counted(counted), counted.Statement, null),
            _ => (default(ExpressionSyntax), default(StatementSyntax), default(string)),
        };
        if (Numbers is not IdentifierNameSyntax numbers || ElementOf(scene.Model.GetTypeInfo(numbers).Type) is not { } element
            || !SymbolEqualityComparer.Default.Equals(element, sum.Type) || Exponent(scene, Body, sum.Name) is not { } exponent)
        {
            return null;
        }

        bool matches = Item is not null
            ? exponent is IdentifierNameSyntax item && item.Identifier.ValueText == Item
            : exponent is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: { Count: 1 } index }
                && array.Identifier.ValueText == numbers.Identifier.ValueText
                && index[0].Expression is IdentifierNameSyntax counter && counter.Identifier.ValueText == ((ForStatementSyntax)loop).Declaration!.Variables[0].Identifier.ValueText;
        return matches ? numbers : null;
    }

    // for (int i = 0; i < xs.Length; i++)
    internal static ExpressionSyntax? Counted(ForStatementSyntax loop) =>
        loop is
        {
            Declaration.Variables: { Count: 1 } variables,
            Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } length },
            Incrementors: { Count: 1 } steps,
        }
        && variables[0].Initializer?.Value is LiteralExpressionSyntax { Token.Value: 0 } && left.Identifier.ValueText == variables[0].Identifier.ValueText
        && steps[0] is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }
            ? length.Expression
            : null;

    // new double[xs.Length], for an array as long as another
    internal static bool IsMadeFor(VariableDeclaratorSyntax array, string source) =>
        array.Initializer?.Value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: { Count: 1 } ranks }
        && ranks[0].Sizes is { Count: 1 } sizes && sizes[0] is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name.Identifier.ValueText: "Length" or "Count" }
        && of.Identifier.ValueText == source;

    // sum += Math.Exp(x), perhaps with a cast
    private static ExpressionSyntax? Exponent(FixScene scene, StatementSyntax? body, string sum)
    {
        StatementSyntax? only = body is BlockSyntax { Statements: { Count: 1 } statements } ? statements[0] : body;
        if (only is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax left } addition }
            || left.Identifier.ValueText != sum)
        {
            return null;
        }

        ExpressionSyntax right = addition.Right is CastExpressionSyntax cast ? cast.Expression : addition.Right;
        return right is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } exp
            && scene.MethodOf(exp) is { Name: "Exp", ContainingType.ContainingNamespace.Name: "System" }
                ? arguments[0].Expression
                : null;
    }

    internal static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span => span.TypeArguments[0],
        _ => null,
    };

    internal static int Uses(FixScene scene, BlockSyntax block, ILocalSymbol sum) =>
        block.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(use => use.Identifier.ValueText == sum.Name && SymbolEqualityComparer.Default.Equals(scene.Model.GetSymbolInfo(use).Symbol, sum));

    internal static bool HasComments(SyntaxNode node) =>
        node.DescendantTrivia().Any(IsComment);
}
