using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LossGen.Analyzers.Tests.Metamorphic;

/// <summary>Ways to write a program differently without changing what it computes.</summary>
internal static class Transformations
{
    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
    {
        ["other names"] = By(new Renamer()),
        ["while for for"] = By(new WhileLoops()),
        ["compound assignments written out"] = By(new PlainAssignments()),
        ["operands swapped"] = By(new SwappedOperands()),
        ["differences negated"] = By(new NegatedDifferences()),
        ["parentheses"] = By(new Parentheses()),
        ["a variable for each argument"] = By(new ArgumentVariables()),
        ["expressions as methods"] = By(new ExtractedMethods(MethodForm.Method)),
        ["expressions as local functions"] = By(new ExtractedMethods(MethodForm.LocalFunction)),
        ["functions of an own class"] = OwnFunctions,
        ["functions of the number type"] = text => text.Replace("Math.", "double.", StringComparison.Ordinal),
        ["float"] = Single,
        ["a list"] = text => text.Replace("double[] z", "List<double> z", StringComparison.Ordinal).Replace("z.Length", "z.Count", StringComparison.Ordinal),
        ["a span"] = text => text.Replace("double[] z", "ReadOnlySpan<double> z", StringComparison.Ordinal),
        ["a member's array"] = MemberArray,
        ["a check of the arguments"] = text => AfterFirstBrace(text, " if (z is null || y < 0) { throw new ArgumentException(nameof(y)); } "),
        ["the body as a lambda"] = InLambda,
    };

    private static Func<string, string> By(CSharpSyntaxRewriter rewriter) => text =>
    {
        SyntaxNode root = ParseCompilationUnit("class Outer { " + text + " }");
        var type = (ClassDeclarationSyntax)((CompilationUnitSyntax)rewriter.Visit(root)).Members[0];
        return string.Join("\n", type.Members.Select(member => member.NormalizeWhitespace().ToFullString()));
    };

    private static string OwnFunctions(string text) => text.Replace("Math.", "Own.", StringComparison.Ordinal) + """

        static class Own
        {
            public static double Exp(double v) => Math.Exp(v);
            public static double Log(double v) => Math.Log(v);
            public static double Abs(double v) => Math.Abs(v);
            public static double Max(double a, double b) => Math.Max(a, b);
        }
        """;

    private static string Single(string text) =>
        text.Replace("double", "float", StringComparison.Ordinal).Replace("Math.", "MathF.", StringComparison.Ordinal).Replace("e-12", "e-12f", StringComparison.Ordinal);

    private static string MemberArray(string text) =>
        text.Replace("double[] z,", "Batch batch,", StringComparison.Ordinal).Replace("z[", "batch.Scores[", StringComparison.Ordinal)
            .Replace("z.Length", "batch.Scores.Length", StringComparison.Ordinal).Replace("z is null", "batch is null", StringComparison.Ordinal)
        + "\nsealed class Batch { public double[] Scores; }";

    private static string AfterFirstBrace(string text, string statements) => text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, statements);

    private static string InLambda(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = EndOf(text, open);
        string type = text.Contains("float", StringComparison.Ordinal) ? "float" : "double";
        return text[..open] + "{ Func<" + type + "> run = () => " + text[open..(close + 1)] + "; return run(); }" + text[(close + 1)..];
    }

    private static int EndOf(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new ArgumentException("unbalanced", nameof(text));
    }

    private sealed class Renamer : CSharpSyntaxRewriter
    {
        private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
        {
            ["max"] = "m", ["sum"] = "acc", ["e"] = "buf", ["p"] = "v", ["score"] = "u", ["total"] = "r", ["s"] = "w", ["x"] = "g",
        };

        public override SyntaxToken VisitToken(SyntaxToken token) =>
            token.IsKind(SyntaxKind.IdentifierToken) && Names.TryGetValue(token.ValueText, out string? name) && token.Parent?.Parent is not MemberAccessExpressionSyntax { Name: var member } | token.Parent == null
                ? Identifier(token.LeadingTrivia, name, token.TrailingTrivia)
                : token;
    }

    private sealed class WhileLoops : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
        {
            var body = (BlockSyntax)((ForStatementSyntax)base.VisitForStatement(node)!).Statement;
            StatementSyntax[] steps = node.Incrementors.Select(step => (StatementSyntax)ExpressionStatement(step)).ToArray();
            return Block(LocalDeclarationStatement(node.Declaration!), WhileStatement(node.Condition!, body.AddStatements(steps)));
        }
    }

    private sealed class PlainAssignments : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
        {
            SyntaxKind? binary = node.Kind() switch
            {
                SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
                SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
                SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
                _ => null,
            };
            return binary is { } kind
                ? AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, node.Left, BinaryExpression(kind, node.Left, ParenthesizedExpression(node.Right)))
                : base.VisitAssignmentExpression(node);
        }
    }

    private sealed class SwappedOperands : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
        {
            var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
            return visited.Kind() is SyntaxKind.AddExpression or SyntaxKind.MultiplyExpression
                ? BinaryExpression(visited.Kind(), ParenthesizedExpression(visited.Right), ParenthesizedExpression(visited.Left))
                : visited;
        }
    }

    private sealed class NegatedDifferences : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
        {
            var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
            return visited.IsKind(SyntaxKind.SubtractExpression)
                ? ParenthesizedExpression(PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, ParenthesizedExpression(BinaryExpression(SyntaxKind.SubtractExpression, visited.Right, visited.Left))))
                : visited;
        }
    }

    private sealed class Parentheses : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) => ParenthesizedExpression((ExpressionSyntax)base.VisitBinaryExpression(node)!);

        public override SyntaxNode? VisitArgument(ArgumentSyntax node) => node.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } ? node : node.WithExpression(ParenthesizedExpression((ExpressionSyntax)Visit(node.Expression)!));
    }

    // Math.Log(1 + x) → var t = 1 + x; … Math.Log(t), for the calls of a statement of its own
    private sealed class ArgumentVariables : CSharpSyntaxRewriter
    {
        private int count;

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var visited = (BlockSyntax)base.VisitBlock(node)!;
            var statements = new List<StatementSyntax>();
            foreach (StatementSyntax statement in visited.Statements)
            {
                if (statement is ForStatementSyntax or WhileStatementSyntax or BlockSyntax or LocalFunctionStatementSyntax or IfStatementSyntax
                    || statement.DescendantNodes().Any(part => part is LambdaExpressionSyntax or ThrowExpressionSyntax))
                {
                    statements.Add(statement);
                    continue;
                }

                StatementSyntax rest = statement;
                while (rest.DescendantNodes().OfType<ArgumentSyntax>().LastOrDefault(argument => IsWorthAVariable(argument.Expression)) is { } found)
                {
                    string name = "part" + count++;
                    statements.Add(ParseStatement("var " + name + " = " + found.Expression.NormalizeWhitespace() + ";"));
                    rest = rest.ReplaceNode(found.Expression, IdentifierName(name));
                }

                statements.Add(rest);
            }

            return visited.WithStatements(List(statements));
        }

        private static bool IsWorthAVariable(ExpressionSyntax expression) =>
            expression is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax { Expression: not IdentifierNameSyntax };
    }

    private enum MethodForm
    {
        Method,
        LocalFunction,
    }

    // double p = e[y] / sum → double p = Part(e, y, sum)
    private sealed class ExtractedMethods(MethodForm form) : CSharpSyntaxRewriter
    {
        private readonly List<MethodDeclarationSyntax> made = [];
        private readonly List<StatementSyntax> local = [];

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            if (node.Identifier.ValueText != "Outer")
            {
                return node;
            }

            made.Clear();
            var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            return visited.AddMembers([.. made]);
        }

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            if (node.Body is null)
            {
                return node;
            }

            local.Clear();
            Types = node.ParameterList.Parameters.ToDictionary(parameter => parameter.Identifier.ValueText, parameter => parameter.Type!.ToString(), StringComparer.Ordinal);
            foreach (VariableDeclarationSyntax declaration in node.DescendantNodes().OfType<VariableDeclarationSyntax>())
            {
                Types[declaration.Variables[0].Identifier.ValueText] = declaration.Type.ToString();
            }

            var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            return visited.WithBody(visited.Body!.WithStatements(visited.Body.Statements.AddRange(local)));
        }

        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) => node.WithExpression(Extracted(node.Expression!));

        public override SyntaxNode? VisitEqualsValueClause(EqualsValueClauseSyntax node) => node.WithValue(Extracted(node.Value));

        private Dictionary<string, string> Types { get; set; } = [];

        private ExpressionSyntax Extracted(ExpressionSyntax expression)
        {
            string[] free = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).Where(Types.ContainsKey).Distinct().ToArray();
            string type = Types.Values.Any(name => name.StartsWith("float", StringComparison.Ordinal)) ? "float" : "double";
            if (free.Length == 0 || free.Any(name => Types[name] is "var") || expression is not (BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
                || expression.DescendantNodes().Any(node => node is LambdaExpressionSyntax))
            {
                return expression;
            }

            string name = "Part" + (made.Count + local.Count);
            string declaration = "static " + type + " " + name + "(" + string.Join(", ", free.Select(variable => Types[variable] + " " + variable)) + ") => " + expression + ";";
            if (form == MethodForm.Method)
            {
                made.Add((MethodDeclarationSyntax)ParseMemberDeclaration(declaration)!);
            }
            else
            {
                local.Add(ParseStatement(declaration));
            }

            return ParseExpression(name + "(" + string.Join(", ", free) + ")");
        }
    }
}
