using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Finds the types that have the functions a cure names, and the numbers they are to compute in.</summary>
internal sealed class Spelling(FixScene scene, ExpressionSyntax target)
{
    private const string StableMath = "StableMath";

    /// <summary>The expression with full names, and the name of the function that it calls; null where the project lacks one of them.</summary>
    public (ExpressionSyntax Expression, string Name)? Of(ExpressionSyntax written)
    {
        var call = written as InvocationExpressionSyntax;
        var access = call?.Expression as MemberAccessExpressionSyntax;
        string function = (access?.Name ?? call?.Expression as SimpleNameSyntax)?.Identifier.ValueText ?? string.Empty;
        return (access?.Expression as IdentifierNameSyntax)?.Identifier.ValueText switch
        {
            StableMath => OfNumbers(call!, function, scene.HelperWith),
            "Math" or "MathF" => OfNumbers(call!, function, scene.MathWith),
            "torch" => OfTensors(call!, "torch", scene.TorchType),
            "functional" => OfTensors(call!, "functional", scene.FunctionalType),
            _ => Nested(written) is { } other ? (other, function) : null,
        };
    }

    // The wider of all types is computed in, so that no digit is lost that was there before.
    private (ExpressionSyntax Expression, string Name)? OfNumbers(
        InvocationExpressionSyntax call, string function, Func<string, SpecialType, (INamedTypeSymbol Type, string Name)?> find)
    {
        ITypeSymbol?[] given = [.. call.ArgumentList.Arguments.Select(argument => TypeOf(argument.Expression))];
        SpecialType wanted = scene.Model.GetTypeInfo(target).Type?.SpecialType ?? SpecialType.None;
        SpecialType own = Array.Exists(given, type => type?.SpecialType == SpecialType.System_Double) ? SpecialType.System_Double
            : Array.Exists(given, type => type?.SpecialType == SpecialType.System_Single) ? SpecialType.System_Single
            : SpecialType.None;
        bool isNumber = wanted is SpecialType.System_Single or SpecialType.System_Double;
        SpecialType computed = isNumber && own == SpecialType.System_Double ? own : wanted;
        if (find(function, computed) is not var (type, name))
        {
            return null;
        }

        bool isCast = isNumber && own != computed && given.FirstOrDefault() is { IsValueType: true };
        ExpressionSyntax? first = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        InvocationExpressionSyntax cast = isCast ? call.ReplaceNode(first!, Cast(computed, first!)) : call;
        ExpressionSyntax result = Calls.Annotated(cast.WithExpression(Calls.Member(scene, type, name)));
        return (computed == wanted ? result : Calls.Cast(wanted, result), type.Name + "." + name);
    }

    private (ExpressionSyntax Expression, string Name)? OfTensors(InvocationExpressionSyntax call, string owner, INamedTypeSymbol? type) =>
        type is null ? null : (
            call.ReplaceNodes(MembersOf(owner, call), (_, member) => Calls.Member(scene, type, member.Name.Identifier.ValueText)),
            type.Name + "." + ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText);

    // -StableMath.XLogY(y, p), somewhere inside of what the rule wrote
    private ExpressionSyntax? Nested(ExpressionSyntax written)
    {
        if (MembersOf(StableMath, written).FirstOrDefault() is not { } helper)
        {
            return written;
        }

        string function = helper.Name.Identifier.ValueText;
        return scene.StableMathWith(function) is { } type ? written.ReplaceNode(helper, Calls.Member(scene, type, function)) : null;
    }

    private static IEnumerable<MemberAccessExpressionSyntax> MembersOf(string owner, ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == owner);

    // A minus stays outside, as it stood.
    private static ExpressionSyntax Cast(SpecialType type, ExpressionSyntax number) =>
        number is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus
            ? minus.WithOperand(Calls.Parenthesized(Calls.Cast(type, minus.Operand)))
            : Calls.Cast(type, number);

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) =>
        scene.Model.GetSpeculativeTypeInfo(target.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
}
