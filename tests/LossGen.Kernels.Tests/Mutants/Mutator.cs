using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>
/// Writes a kernel's mutants into its text, each behind a switch: <c>(a - b)</c> becomes <c>(Is(7) ? (b - a) : (a - b))</c>. So they are compiled once.
/// </summary>
/// <param name="model">Of the kernel's text as it was generated.</param>
/// <param name="left">Mutants that do not compile.</param>
internal sealed class Mutator(SemanticModel model, ISet<int> left) : CSharpSyntaxRewriter
{
    public const string Switch = "global::LossGen.Kernels.Tests.Mutants.MutantSwitch.Is";

    private readonly List<Mutant> mutants = [];
    private int count;

    public IReadOnlyList<Mutant> Mutants => mutants;

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.FileKeyword) ? base.VisitClassDeclaration(node) : node;

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        // Several passes declare all that they may need. What nobody reads cannot be wrong.
        string[] names = [.. node.Declaration.Variables.Select(variable => variable.Identifier.ValueText)];
        bool isRead = node.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));
        return isRead ? base.VisitLocalDeclarationStatement(node) : node;
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        // A step of a loop is left alone: a mutant that never ends is none that a test could kill.
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithIncrementors(node.Incrementors);
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        string a = node.Left.ToString(), b = node.Right.ToString();
        return node.Kind() switch
        {
            SyntaxKind.SubtractExpression when a == b => Wrap(node, visited, ("− becomes +", $"{a} + {b}")),
            SyntaxKind.SubtractExpression => Wrap(
                node,
                visited,
                ("operands swapped", $"{b} - {a}"),
                ("− becomes +", $"{a} + {b}"),
                b.StartsWith("max", StringComparison.Ordinal) || a.StartsWith("max", StringComparison.Ordinal)
                    ? ("shift dropped", b.StartsWith("max", StringComparison.Ordinal) ? a : $"-({b})")
                    : (string.Empty, string.Empty)),
            SyntaxKind.AddExpression => Wrap(node, visited, ("+ becomes −", $"{a} - {b}"), ("term dropped", a)),
            SyntaxKind.DivideExpression => Wrap(node, visited, ("operands swapped", $"{b} / {a}")),
            SyntaxKind.ModuloExpression => Wrap(node, visited, ("operands swapped", $"{b} % {a}")),
            SyntaxKind.MultiplyExpression when a == "0" => node,
            SyntaxKind.MultiplyExpression => Wrap(node, visited, ("factor dropped", a), ("factor dropped", b)),
            SyntaxKind.LessThanExpression => Wrap(node, visited, ("bound shifted", $"{a} <= {b}"), ("loop or branch skipped", $"{a} > {b}")),
            SyntaxKind.GreaterThanExpression => Wrap(node, visited, ("bound shifted", $"{a} >= {b}"), ("condition inverted", $"{a} <= {b}")),
            SyntaxKind.EqualsExpression => Wrap(node, visited, ("condition inverted", $"{a} != {b}")),
            SyntaxKind.BitwiseAndExpression => Wrap(node, visited, ("mask dropped", a), ("mask dropped", b)),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitConditionalExpression(node)!;

        // Which body runs is a choice of speed: any two give the same bits, as tests of their own say.
        return node.Condition.ToString().Contains("IsHardwareAccelerated", StringComparison.Ordinal)
            ? node
            : Wrap(node, visited, ("condition inverted", $"({node.Condition}) ? {node.WhenFalse} : {node.WhenTrue}"));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        string function = node.Expression.ToString();
        string name = function.Split('.')[^1];
        string[] arguments = [.. node.ArgumentList.Arguments.Select(argument => argument.ToString())];
        return name switch
        {
            "ConditionalSelect" => Wrap(node, visited, ("mask inverted", $"{function}({arguments[0]}, {arguments[2]}, {arguments[1]})")),
            "MaxNative" => Wrap(node, visited, ("max becomes min", $"{function.Replace("MaxNative", "MinNative", StringComparison.Ordinal)}({string.Join(", ", arguments)})")),
            "MinNative" => Wrap(node, visited, ("max becomes min", $"{function.Replace("MinNative", "MaxNative", StringComparison.Ordinal)}({string.Join(", ", arguments)})")),
            "First" => Wrap(node, visited, ("lanes of the tail counted", arguments[0])),
            "Min" or "Max" when arguments.Length == 2 => Wrap(node, visited, ("bound dropped", arguments[0]), ("bound dropped", arguments[1])),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        // A negative literal is one number.
        if (!node.IsKind(SyntaxKind.UnaryMinusExpression) || node.Operand is LiteralExpressionSyntax)
        {
            return node.IsKind(SyntaxKind.UnaryMinusExpression) ? Wrap(node, node, (node.Parent is ArgumentSyntax ? "lane of a mask" : "constant changed", "0")) : base.VisitPrefixUnaryExpression(node);
        }

        return Wrap(node, (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!, ("sign dropped", node.Operand.ToString()));
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.NumericLiteralExpression))
        {
            return node;
        }

        bool isOffset = node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && call.Expression.ToString().Split('.')[^1] is "LoadUnsafe" or "StoreUnsafe" or "Add";
        bool isLane = node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: > 1, Parent: InvocationExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSingle" or "AsDouble" } } } };
        return node.Token.Value switch
        {
            0 or 0L when isLane => Wrap(node, node, ("lane of a mask", "-1")),
            int value when isOffset => Wrap(node, node, ("offset off by one", (value + 1).ToString(CultureInfo.InvariantCulture)), ("offset off by one", (value - 1).ToString(CultureInfo.InvariantCulture))),
            int value => Wrap(node, node, ("constant changed", (value + 1).ToString(CultureInfo.InvariantCulture))),
            float value => Wrap(node, node, ("constant changed", ((value * 1.125f) + (value == 0 ? 1 : 0)).ToString("R", CultureInfo.InvariantCulture) + "f")),
            double value => Wrap(node, node, ("constant changed", ((value * 1.125) + (value == 0 ? 1 : 0)).ToString("R", CultureInfo.InvariantCulture) + "d")),
            _ => node,
        };
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) => node.ToString() switch
    {
        var text when text.EndsWith(">.Zero", StringComparison.Ordinal) => Wrap(node, node, ("constant changed", text[..^".Zero".Length] + ".One")),
        var text when text.EndsWith(">.One", StringComparison.Ordinal) => Wrap(node, node, ("constant changed", text[..^".One".Length] + ".Zero")),
        _ => base.VisitMemberAccessExpression(node),
    };

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (StatementSyntax)base.VisitExpressionStatement(node)!;
        if (node.DescendantNodes().OfType<DeclarationExpressionSyntax>().Any())
        {
            // What it declares is read below.
            return visited;
        }

        int dropped = Next();
        string text = left.Contains(dropped) ? visited.ToString() : $"if (!{Switch}({dropped})) {{ {visited.WithoutTrivia()} }}";
        Note(dropped, "statement dropped", node, string.Empty);
        if (node.Expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum && Next() is var subtracted && !left.Contains(subtracted))
        {
            text = $"if ({Switch}({subtracted})) {{ {sum.Left} -= {sum.Right}; }} else {{ {text} }}";
            Note(subtracted, "+ becomes −", node, $"{sum.Left} -= {sum.Right};");
        }

        return SyntaxFactory.ParseStatement(text).WithTriviaFrom(node);
    }

    private int Next() => ++count;

    private void Note(int id, string kind, SyntaxNode node, string after)
    {
        if (!left.Contains(id))
        {
            string method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? string.Empty;
            var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);
            mutants.Add(new Mutant(id, kind, node.ToString().Replace("\n", " ", StringComparison.Ordinal), after, $"{method}: {line.ToString().Trim()}"));
        }
    }

    private ExpressionSyntax Wrap(ExpressionSyntax node, ExpressionSyntax visited, params (string Kind, string Text)[] changes)
    {
        // What has no type of its own, such as a pattern, and what is passed by reference, is no place for a choice.
        var type = model.GetTypeInfo(node).ConvertedType;
        string cast = type is null or { TypeKind: TypeKind.Pointer } ? string.Empty : $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})";
        string text = visited.WithoutTrivia().ToString();
        foreach (var (kind, changed) in changes.Where(change => change.Kind.Length > 0))
        {
            int id = Next();
            if (!left.Contains(id) && cast.Length > 0)
            {
                text = $"({Switch}({id}) ? {cast}({changed}) : {cast}({text}))";
                Note(id, kind, node, changed);
            }
        }

        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(visited);
    }
}
