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
        if (written is not InvocationExpressionSyntax call)
        {
            return Nested(written) is { } expression ? (expression, string.Empty) : null;
        }

        if (call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var function })
        {
            string name = ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression as SimpleNameSyntax)?.Identifier.ValueText ?? string.Empty;
            return Nested(written) is { } other ? (other, name) : null;
        }

        ExpressionSyntax[] arguments = [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)];
        return owner switch
        {
            StableMath => OfNumbers(call, arguments, scene.HelperWith),
            "Math" or "MathF" => OfNumbers(call, arguments, scene.MathWith),
            "torch" => OfTensors(call, scene.TorchType),
            "functional" => OfTensors(call, scene.FunctionalType),
            _ => Nested(written) is { } other ? (other, function) : null,
        };

        (ExpressionSyntax, string)? OfNumbers(InvocationExpressionSyntax of, ExpressionSyntax[] numbers, System.Func<string, SpecialType, (INamedTypeSymbol Type, string Name)?> find)
        {
            SpecialType wanted = scene.Model.GetTypeInfo(target).Type?.SpecialType ?? SpecialType.None;
            SpecialType[] given = [.. numbers.Select(TypeOf)];

            // The wider of all types is computed in, so that no digit is lost that was there before.
            SpecialType own = given.Contains(SpecialType.System_Double) ? SpecialType.System_Double : given.Contains(SpecialType.System_Single) ? SpecialType.System_Single : SpecialType.None;
            bool isNumber = wanted is SpecialType.System_Single or SpecialType.System_Double;
            SpecialType computed = isNumber && own == SpecialType.System_Double ? own : wanted;
            if (find(function, computed) is not var (type, name))
            {
                return null;
            }

            bool isCast = isNumber && own != computed && numbers.Length > 0 && scene.Model.GetSpeculativeTypeInfo(target.SpanStart, numbers[0], SpeculativeBindingOption.BindAsExpression).Type?.IsValueType is true;
            InvocationExpressionSyntax cast = isCast ? of.ReplaceNode(numbers[0], Cast(computed, numbers[0])) : of;
            ExpressionSyntax result = Calls.Annotated(cast.WithExpression(Calls.Member(scene, type, name)));
            return (computed == wanted ? result : Calls.Cast(wanted, result), type.Name + "." + name);
        }

        (ExpressionSyntax, string)? OfTensors(InvocationExpressionSyntax of, INamedTypeSymbol? type) => type is null ? null
            : (of.ReplaceNodes(MembersOf(owner, of), (_, member) => Calls.Member(scene, type, member.Name.Identifier.ValueText)), type.Name + "." + function);
    }

    private static IEnumerable<MemberAccessExpressionSyntax> MembersOf(string owner, ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .OfType<MemberAccessExpressionSyntax>().Where(access => access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == owner);

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

    // A minus stays outside, as it stood.
    private static ExpressionSyntax Cast(SpecialType type, ExpressionSyntax number) => number is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus
        ? minus.WithOperand(Calls.Parenthesized(Calls.Cast(type, minus.Operand)))
        : Calls.Cast(type, number);

    private SpecialType TypeOf(ExpressionSyntax expression) =>
        scene.Model.GetSpeculativeTypeInfo(target.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type?.SpecialType ?? SpecialType.None;
}
