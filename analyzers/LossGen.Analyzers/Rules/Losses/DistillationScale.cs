using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>The divergence of two softened distributions, next to a loss of the labels, that is never multiplied by T².</summary>
internal sealed class DistillationScale : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.DistillationScale,
        "Distillation without the square of its temperature",
        "Softening both distributions by {0} shrinks this term's gradient by {0}² beside the loss of the labels; multiply the divergence by {0}²",
        Domains,
        "Dividing the logits of student and teacher by T scales the gradient of the divergence by 1/T². Without T² the weight between it and the loss of the labels changes with T.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.KlDiv);

    public override Finding? Look(Site site)
    {
        if (TemperatureOf(site.Value.Arg(0)) is not { } temperature || !temperature.Equals(TemperatureOf(site.Value.Arg(1))) || NameOf(temperature) is not { } name)
        {
            return null;
        }

        // Where it is scaled, in this method, in the one that calls it or not at all, only the file as a whole says.
        return IsNextToLossOfLabels(site.Operation.Syntax) && !IsScaled(site.Operation.Syntax.SyntaxTree.GetRoot(), temperature) ? new Finding(name) : null;
    }

    private static bool IsNextToLossOfLabels(SyntaxNode call)
    {
        SyntaxNode member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? call;
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: "cross_entropy" or "CrossEntropyLoss" or "nll_loss" or "NLLLoss" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScaled(SyntaxNode file, Value temperature)
    {
        foreach (SyntaxNode node in file.DescendantNodes())
        {
            if (IsProduct(node) && Mentions(node, temperature))
            {
                return true;
            }
        }

        return false;
    }

    private static Value? TemperatureOf(Value distribution)
    {
        Value softened = Shape.WithoutGuard(distribution);
        softened = softened.Is(Op.Log) ? Shape.WithoutGuard(softened.Arg(0)) : softened;
        Value logits = softened.Op is Op.Softmax or Op.LogSoftmax ? softened.Arg(0) : Value.Unknown;
        return logits.Is(Op.Div) ? logits.Arg(1) : null;
    }

    private static string? NameOf(Value temperature) => temperature.Is(Op.Const) ? (temperature.Number > 1 ? temperature.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null)
        : temperature.Is(Op.Leaf) ? temperature.Name
        : null;

    private static bool IsProduct(SyntaxNode node) => node.IsKind(SyntaxKind.MultiplyExpression) || node.IsKind(SyntaxKind.MultiplyAssignmentExpression)
        || (node is InvocationExpressionSyntax { Expression: var called } && called.GetLastToken().ValueText.TrimEnd('_').ToUpperInvariant() is "POW" or "MUL" or "MULTIPLY" or "SQUARE");

    private static bool Mentions(SyntaxNode node, Value temperature)
    {
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            bool isIt = token.Value is IConvertible and not string and not char and not bool
                ? temperature.Is(Op.Const) && Literal.NumberOf(token.Value) is { } number && (number == temperature.Number || number == temperature.Number * temperature.Number)
                : token.IsKind(SyntaxKind.IdentifierToken) && IsNamed(token.ValueText, temperature.Name);
            if (isIt)
            {
                return true;
            }
        }

        return false;
    }

    // The caller may know the temperature by another name.
    private static bool IsNamed(string identifier, string? name) => Names.Say(Meaning.Temperature, identifier)
        || (name is not null && string.Equals(identifier.Trim('_'), name.Trim('_'), StringComparison.OrdinalIgnoreCase));
}
