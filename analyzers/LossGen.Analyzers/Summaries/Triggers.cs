using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Summaries;

/// <summary>Tells from names alone which bodies can be of interest; most bodies of a program are not.</summary>
internal sealed class Triggers
{
    private const int ShortBody = 400;
    private const int LongestBody = 20_000;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly KnowledgeIndex knowledge;
    private readonly Func<BinaryExpressionSyntax, bool> isQuotientOfInterest;

    public Triggers(KnowledgeBase texts, KnowledgeIndex knowledge, IEnumerable<Op> interesting, IEnumerable<string> interestingNames, Func<BinaryExpressionSyntax, bool> isQuotientOfInterest)
    {
        names.UnionWith(interestingNames);
        this.isQuotientOfInterest = isQuotientOfInterest;
        this.knowledge = knowledge;
        foreach (List<KnownMember> section in texts.Types.Values)
        {
            foreach (KnownMember member in section)
            {
                if (IsOfInterest(member.Result, interesting))
                {
                    names.Add(member.Name);
                }
            }
        }
    }

    /// <summary>
    /// Whether a callee may say something: it names something known, or is so short that it passes on what it gets.
    /// </summary>
    public bool IsWorthFollowing(IOperation body)
    {
        SyntaxNode syntax = body.Syntax;
        if (syntax.Span.Length is <= ShortBody or > LongestBody)
        {
            return syntax.Span.Length <= ShortBody;
        }

        foreach (SyntaxToken token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && knowledge.MayKnow(token.ValueText))
            {
                return true;
            }
        }

        return false;
    }

    public bool Any(ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation block in blocks)
        {
            foreach (SyntaxToken token in block.Syntax.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) ? names.Contains(token.ValueText) || CallsOwnLogarithm(token)
                    : token.IsKind(SyntaxKind.SlashToken) && token.Parent is BinaryExpressionSyntax quotient && isQuotientOfInterest(quotient))
                {
                    return true;
                }
            }

            if (knowledge.HasNamelessMembers && CallsNameless(block))
            {
                return true;
            }
        }

        return false;
    }

    // SafeLog(p), LogEps(p), XLogY(y, p): a program's own logarithm, of which only the caller knows what it is taken of, and
    // CrossEntropy(y, p), which may get the one for the other. WriteLog(text) is a statement.
    private static bool CallsOwnLogarithm(SyntaxToken name) =>
        name.Parent is SimpleNameSyntax { Parent: var parent } callee
        && (parent is InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax }
            || (parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax } } access && access.Name == callee))
        && name.ValueText is { Length: > 3 } text
        && (text.EndsWith("Log", StringComparison.Ordinal) || text.EndsWith("Ln", StringComparison.Ordinal) || text.StartsWith("LogEps", StringComparison.Ordinal)
            || text.StartsWith("LogSafe", StringComparison.Ordinal) || text.EndsWith("LogY", StringComparison.Ordinal)
            || Names.Say(Meaning.Loss, text, Degree.Sure));

    private static bool IsOfInterest(Template template, IEnumerable<Op> interesting)
    {
        foreach (Op root in interesting)
        {
            // An operator says nothing; a.PointwiseDivide(b) does.
            if (root is Op.Div ? IsQuotient(template) : root is not (Op.Add or Op.Sub or Op.Mul or Op.Neg) && template.Mentions(root))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuotient(Template template)
    {
        foreach (Template part in template.Parts)
        {
            if (part.Kind is not (TemplateKind.Argument or TemplateKind.Receiver))
            {
                return false;
            }
        }

        return template is { Kind: TemplateKind.Operation, Op: Op.Div };
    }

    // Methods known by an attribute may be called anything, and so may the delegates that hold a loss.
    private bool CallsNameless(IOperation block)
    {
        foreach (IOperation operation in block.Descendants())
        {
            if (operation is IInvocationOperation call && (knowledge.Find(call.TargetMethod) is not null || call.TargetMethod.ContainingType?.Name == "Loss"))
            {
                return true;
            }
        }

        return false;
    }
}
