using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LossGen.CodeFixes;

/// <summary>
/// A softmax in loops or LINQ keeps its form: its largest x is found first and subtracted in every exponential. That means the same where
/// the exponentials go nowhere but into quotients of each other, which <see cref="OnlyDivided"/> makes sure of.
/// </summary>
internal static class ShiftByMaximum
{
    private static readonly string[] Names = ["max", "maximum", "largest"];

    public static Edit? Plan(FixScene scene, Cure cure)
    {
        if (scene.Root.FindNode(cure.Places[0].SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax site
            || Body(site) is not { } body || Exponentials.In(scene, body) is not { } found || Place(found, site) is not { } first || !new OnlyDivided(scene, body, found).Hold(site)
            || Names.FirstOrDefault(name => !body.DescendantTokens().Any(token => token.ValueText == name)) is not { } max)
        {
            return null;
        }

        bool single = found.Numbers.SpecialType == SpecialType.System_Single;
        ExpressionSyntax largest = SyntaxFactory.ParseExpression($"{found.Source.Name}.Aggregate({(single ? "float" : "double")}.NegativeInfinity, {(single ? "MathF" : "Math")}.Max)");
        if (scene.WouldCall(largest, first) is not { Name: "Aggregate" })
        {
            return null;
        }

        var declaration = (StatementSyntax)SyntaxFactory.ParseStatement($"{(single ? "float" : "double")} {max} = {largest};").WithTrailingTrivia(EndOfLine(scene.Root)).WithAdditionalAnnotations(Formatter.Annotation);
        var changes = ImmutableArray.CreateBuilder<Change>();
        changes.Add(new Change(first, declaration) { Precedes = true });
        changes.AddRange(found.All.Select(exponential => exponential.Shifted(max, single)));
        return new Edit("Subtract the largest before exponentiating", changes.ToImmutable());
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : SyntaxFactory.ElasticLineFeed;

    private static BlockSyntax? Body(SyntaxNode site) => site.Ancestors().Select(ancestor => ancestor switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax function => function.Body,
        AccessorDeclarationSyntax accessor => accessor.Body,
        _ => null,
    }).FirstOrDefault(body => body is not null && body.Span.Contains(site.Span));

    // The first statement with an exponential, of the innermost block that holds them all and the quotient.
    private static StatementSyntax? Place(Exponentials found, SyntaxNode site)
    {
        SyntaxNode[] parts = [.. found.All.Select(exponential => exponential.Node), site];
        BlockSyntax? block = site.Ancestors().OfType<BlockSyntax>().FirstOrDefault(candidate => parts.All(part => candidate.Span.Contains(part.Span)));
        return block?.Statements.FirstOrDefault(statement => parts.Any(part => statement.Span.Contains(part.Span)));
    }
}
