using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// <c>Softmax(x, p); … Math.Log(p[i])</c>: where nothing but logarithms is read from p, p may as well hold them, and
/// <c>StableMath.LogSoftmax(x, p); … p[i]</c> is the same without the detour.
/// </summary>
internal static class LogarithmsOfElements
{
    private const string Title = "Compute log-probabilities with StableMath.LogSoftmax";

    public static Edit? Plan(FixScene scene, Cure cure)
    {
        if (scene.StableMathWith("LogSoftmax") is not { } type
            || scene.ExpressionAt(cure.Places[0]) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, ArgumentList.Arguments: { Count: 2 } arguments } softmax
            || scene.MethodOf(softmax)?.Name is not ("SoftMax" or "Softmax")
            || arguments[1].Expression is not IdentifierNameSyntax name || scene.Model.GetSymbolInfo(name).Symbol is not ILocalSymbol p
            || OwnScope(p) is not { } scope)
        {
            return null;
        }

        return Logarithms(scene, scope, p, name, softmax.SpanStart) is { } logarithms
            ? new Edit(Title, logarithms.Insert(0, new Change(softmax, Calls.Of(scene, type, "LogSoftmax", arguments[0].Expression.WithoutTrivia(), name.WithoutTrivia())))) { Holder = p }
            : null;
    }

    /// <summary>The same for <c>var p = Softmax(x);</c> with a function of the program's own that does nothing but compute it.</summary>
    public static Edit? PlanOfCall(FixScene scene, Cure cure)
    {
        if (scene.StableMathWith("LogSoftmax") is not { } type
            || scene.ExpressionAt(cure.Places[0]) is not InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax scope, Declaration.Variables.Count: 1 } statement } declarator } } softmax
            || scene.ExpressionAt(cure.Places[1]) is not IdentifierNameSyntax x
            || scene.Model.GetDeclaredSymbol(declarator) is not ILocalSymbol { Type: IArrayTypeSymbol { Rank: 1, ElementType: { } numbers } } p
            || !SymbolEqualityComparer.Default.Equals(LoopSum.ElementOf(scene.Model.GetTypeInfo(x).Type), numbers)
            || scene.MethodOf(softmax) is not { } method || !OnlyComputes.Holds(method, scene.Model.Compilation)
            || Logarithms(scene, scope, p, except: null, softmax.SpanStart) is not { } logarithms)
        {
            return null;
        }

        var memory = (ExpressionSyntax)SyntaxFactory.ParseExpression($"new {numbers.ToMinimalDisplayString(scene.Model, softmax.SpanStart)}[{x.Identifier.Text}.Length]");
        StatementSyntax call = SyntaxFactory.ExpressionStatement(Calls.Of(scene, type, "LogSoftmax", x.WithoutTrivia(), SyntaxFactory.IdentifierName(declarator.Identifier.Text)));
        return new Edit(Title, logarithms.Add(new Change(softmax, memory)).Add(new Change(statement, call) { Follows = true })) { Holder = p };
    }

    /// <summary>The changes that make values of logarithms; null where a variable is read for anything else.</summary>
    private static ImmutableArray<Change>? Logarithms(FixScene scene, BlockSyntax scope, ILocalSymbol p, IdentifierNameSyntax? except, int from)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (IdentifierNameSyntax use in Uses(scene, scope, p).Where(use => use != except && use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }))
        {
            if (use.SpanStart < from || LogarithmOf(scene, use) is not { } change)
            {
                return null;
            }

            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    // The memory must be the method's own: new double[n] or stackalloc, not somebody else's array.
    private static BlockSyntax? OwnScope(ILocalSymbol p) =>
        p.DeclaringSyntaxReferences.Length == 1
        && p.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: ArrayCreationExpressionSyntax { Initializer: null } or StackAllocArrayCreationExpressionSyntax } declarator
            ? declarator.FirstAncestorOrSelf<BlockSyntax>()
            : null;

    private static IEnumerable<IdentifierNameSyntax> Uses(FixScene scene, BlockSyntax scope, ILocalSymbol p) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == p.Name && SymbolEqualityComparer.Default.Equals(scene.Model.GetSymbolInfo(use).Symbol, p));

    // Math.Log(p[i]) becomes p[i], in the type it had.
    private static Change? LogarithmOf(FixScene scene, IdentifierNameSyntax use)
    {
        if (use.Parent is not ElementAccessExpressionSyntax element
            || element.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } log }
            || scene.MethodOf(log) is not { Name: "Log", IsStatic: true, ContainingType: { ContainingNamespace.Name: "System" } } method
            || scene.Model.GetTypeInfo(element).Type is not { } type)
        {
            return null;
        }

        ExpressionSyntax value = element.WithoutTrivia();
        return new Change(log, SymbolEqualityComparer.Default.Equals(type, method.ReturnType) ? value : Calls.Cast(method.ReturnType.SpecialType, value));
    }
}
