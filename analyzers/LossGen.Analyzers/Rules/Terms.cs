using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>What an expression is a term of: its sign, what it is multiplied by, and where the sum goes.</summary>
/// <param name="IsNegated">Whether the term counts negatively where it ends up, as far as one can see.</param>
/// <param name="Factor">What it is multiplied by, other than numbers.</param>
/// <param name="Outermost">The expression it is part of.</param>
/// <param name="Context">The names of what is assigned, of the method and of the type.</param>
internal sealed record Terms(bool IsNegated, IOperation? Factor, IOperation Outermost, string Context)
{
    public static Terms Of(IOperation part)
    {
        bool negated = false;
        IOperation? factor = null;
        string context = string.Empty;
        IOperation current = part;
        IOperation outermost = part;
        for (IOperation? parent = part.Parent; parent is not null; current = parent, parent = parent.Parent)
        {
            IOperation within = current is IArgumentOperation argument ? argument.Value : current;
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }:
                    negated = !negated;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                    IOperation other = ReferenceEquals(product.LeftOperand, current) ? product.RightOperand : product.LeftOperand;
                    other = WithoutNumbers(other, ref negated);
                    factor = IsNumber(other) ? factor : MostTelling(factor, other);
                    break;
                case IInvocationOperation or IInvalidOperation when CalledOperator.Of(parent) is { } called:
                    bool isRight = ReferenceEquals(called.Right, within);
                    negated ^= called.Kind == BinaryOperatorKind.Subtract && isRight;
                    factor ??= called.Kind == BinaryOperatorKind.Multiply ? Bare(isRight ? called.Left : called.Right) : null;
                    break;
                case IInvocationOperation or IInvalidOperation when CalledOperator.Negated(parent) is not null:
                    negated = !negated;
                    break;
                case IInvocationOperation or IInvalidOperation when Product(parent) is { Receiver: { } receiver } product:
                    factor ??= Bare(ReferenceEquals(receiver, current) ? product.Arguments[0].Value : receiver);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when ReferenceEquals(difference.RightOperand, current):
                    negated = !negated;
                    break;
                case IAssignmentOperation assignment:
                    negated ^= assignment is ICompoundAssignmentOperation compound
                        && Interpreter.OperatorOf(compound) == BinaryOperatorKind.Subtract;
                    negated ^= assignment.Target is ILocalReferenceOperation { Local: var sum }
                        && Locals.Around(assignment).IsNegatedLater(sum);
                    context += " " + NameOf(assignment.Target);
                    break;
                case IVariableDeclaratorOperation declarator:
                    context += " " + declarator.Symbol.Name;

                    // var logP = Math.Log(p[i]); loss -= y[i] * logP: the term goes on where the variable is read.
                    parent = OnlyRead(declarator) ?? parent;
                    break;
                case ISwitchCaseOperation { Syntax: SwitchSectionSyntax section }:
                    context += " " + string.Join(" ", section.Labels.OfType<CaseSwitchLabelSyntax>().Select(label => NameIn(label.Value)));
                    break;
                case ISwitchExpressionArmOperation { Syntax: SwitchExpressionArmSyntax { Pattern: ConstantPatternSyntax label } }:
                    context += " " + NameIn(label.Expression);
                    break;
            }

            outermost = parent is IBinaryOperation or IUnaryOperation or IConversionOperation or IParenthesizedOperation || Product(parent) is not null || CalledOperator.Of(parent) is not null ? parent : outermost;
        }

        return new Terms(negated, factor, outermost, context);
    }

    // Of w·y·log(p) and (w·log(p))·y the target is what tells; otherwise the nearest factor counts.
    private static IOperation MostTelling(IOperation? known, IOperation other)
    {
        IOperation? target = FactorsOf(other).FirstOrDefault(factor => Names.Say(Meaning.Target, NameOf(factor)));
        return known is null ? Bare(target ?? other) : target is not null && !Names.Say(Meaning.Target, NameOf(known)) ? Bare(target) : known;
    }

    private static IEnumerable<IOperation> FactorsOf(IOperation product) =>
        Bare(product) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } inner ? FactorsOf(inner.LeftOperand).Concat(FactorsOf(inner.RightOperand)) : [product];

    // The one place that reads a variable that nothing else writes.
    private static IOperation? OnlyRead(IVariableDeclaratorOperation declarator) =>
        Locals.Around(declarator).References(declarator.Symbol) is [var only]
            && !(only.Parent is IAssignmentOperation { Target: var target } && ReferenceEquals(target, only)) ? only : null;

    // case LossType.CrossEntropy, case "bce": what is computed there is called so.
    private static string NameIn(ExpressionSyntax label) => label switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        _ => label.ToString(),
    };

    // −1 · y is y with another sign.
    private static IOperation WithoutNumbers(IOperation factor, ref bool negated)
    {
        negated ^= IsNegative(factor);
        return !IsNumber(factor) && Bare(factor) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            ? IsNumber(product.LeftOperand) ? WithoutNumber(product.RightOperand, product.LeftOperand, ref negated)
            : IsNumber(product.RightOperand) ? WithoutNumber(product.LeftOperand, product.RightOperand, ref negated)
            : factor
            : factor;
    }

    private static IOperation WithoutNumber(IOperation factor, IOperation number, ref bool negated)
    {
        negated ^= IsNegative(number);
        return WithoutNumbers(factor, ref negated);
    }

    // The factors' signs and names are looked at whether the product is an operator or a call.
    private static WrittenCall? Product(IOperation operation) =>
        Operands.IsCall(operation) && WrittenCall.Of(operation) is { Arguments.Length: 1 } product
            && Names.Say(Meaning.Product, product.Name) ? product : null;

    /// <summary>The context with the names of the method and the type.</summary>
    public string ContextIn(ISymbol containing)
    {
        string names = Context;
        for (ISymbol? symbol = containing; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            names += " " + symbol.Name;
        }

        return names;
    }

    /// <summary>The name of the variable an expression reads, of which it may be an element.</summary>
    public static string? NameOf(IOperation? operation)
    {
        switch (operation is null ? null : Bare(operation))
        {
            case ILocalReferenceOperation local:
                return SequenceNames.Of(local.Local);
            case IParameterReferenceOperation parameter:
                return SequenceNames.Of(parameter.Parameter);
            case { } element when Indexing.Of(element) is var (array, _):
                return NameOf(array);
            case IMemberReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var pair }, Member.Name: var part } when SequenceNames.OfPart(part, pair) is { } sequence:
                return sequence;
            case IMemberReferenceOperation { Instance: { } owner and not IInstanceReferenceOperation, Member.Name: var content }
                when Names.Say(Meaning.Content, content):
                return NameOf(owner);
            case IMemberReferenceOperation member:
                return member.Member.Name;
            case { } call when Operands.IsCall(call):
                return WrittenCall.Of(call) is { Receiver: { } converted, Arguments.Length: 0, Name: var form }
                    && FunctionNames.IsConversion(form)
                    ? NameOf(converted)
                    : Operands.NameOf(call);
            case { Kind: OperationKind.Invalid } missing:
                return Missing.MemberOf(missing)?.Name;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var one, RightOperand: var rest } when IsNumber(one):
                return NameOf(rest);
            default:
                return null;
        }
    }

    public static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus })
        {
            operation = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                _ => ((IUnaryOperation)operation).Operand,
            };
        }

        return operation;
    }

    /// <summary>What a variable was made with, if it is written there and nowhere else.</summary>
    public static IOperation? MadeWith(Site site, IOperation variable) =>
        variable is ILocalReferenceOperation { Local: var local } && site.Writes.TryGetValue(local, out int writes) && writes == 1
            ? Locals.Around(variable).Declarator(local)?.Initializer?.Value
            : null;

    /// <summary>The expression without conversions and parentheses; unlike <see cref="Bare"/> it keeps its sign.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    /// <summary>The expression's text, in parentheses unless nothing binds closer.</summary>
    public static string Primary(IOperation operation)
    {
        SyntaxNode syntax = Unwrapped(operation).Syntax;
        return syntax is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax ? syntax.ToString() : "(" + syntax + ")";
    }

    public static bool AreAlike(IOperation a, IOperation b) => SyntaxFactory.AreEquivalent(Bare(a).Syntax, Bare(b).Syntax);

    /// <summary>Whether both are elements, of one array each, at one place: <c>y[i]</c> and <c>p[i]</c>.</summary>
    public static bool AreAtSamePlace(IOperation one, IOperation other) =>
        Indexing.Of(Bare(one)) is var (_, at) && Indexing.Of(Bare(other)) is var (_, place)
        && at.Length == place.Length && at.Zip(place, AreAlike).All(same => same);

    public static bool IsNumber(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } constant } && Literal.NumberOf(constant) is not null;

    /// <summary>Whether a factor is written with a minus.</summary>
    public static bool IsNegative(IOperation operation) =>
        Unwrapped(operation) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } && !IsNumber(operation)
        || (operation.ConstantValue is { HasValue: true, Value: { } constant } && Literal.NumberOf(constant) < 0);
}
