using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>Writes y·log(p) as a function that is 0 where y is 0, whatever p: its value as p falls to 0.</summary>
internal static class ZeroTimesLog
{
    public static Cure? Of(Site site, TermKind kind)
    {
        if (kind is not (TermKind.Binary or TermKind.CrossEntropy or TermKind.Entropy) || OfProduct(site.Operation) is not var (product, text))
        {
            return null;
        }

        var replacements = new List<(SyntaxNode At, string Text)> { (product.Syntax, text) };
        if (kind is TermKind.Binary or TermKind.Entropy)
        {
            IOperation whole = Terms.Of(site.Operation).Outermost;
            replacements.AddRange(whole.Descendants().Where(operation => !ReferenceEquals(operation, site.Operation) && Operands.Of(operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract })
                .Select(OfProduct).OfType<(IOperation Product, string Text)>().Select(other => (other.Product.Syntax, other.Text)));
        }

        string name = text.Substring(0, text.IndexOf('('));
        return Cure.Of("Call " + name + ": 0 where the factor is 0", replacements.ToArray());
    }

    // y·log(p), or (1 − y)·log(1 − p) with the digits of a small p
    private static (IOperation Product, string Text)? OfProduct(IOperation log)
    {
        if (log is not IInvocationOperation { TargetMethod: { Name: "Log", ContainingType: { Name: "Math" or "MathF", ContainingNamespace.Name: "System" } }, Arguments: { Length: 1 } arguments }
            || Factor(log) is not var (product, factor))
        {
            return null;
        }

        IOperation p = Terms.Unwrapped(arguments[0].Value);
        string y = factor.Syntax.ToString();
        return p is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var one, RightOperand: var rest } && one.ConstantValue is { HasValue: true, Value: { } constant } && Literal.NumberOf(constant) == 1
                ? (product, "StableMath.XLog1PY(" + y + ", -" + Terms.Primary(rest) + ")")
            : SyntaxFactory.AreEquivalent(factor.Syntax, p.Syntax) ? (product, "StableMath.XLogX(" + y + ")")
            : (product, "StableMath.XLogY(" + y + ", " + p.Syntax + ")");
    }

    private static (IOperation Product, IOperation Factor)? Factor(IOperation log)
    {
        IOperation inner = log;
        while (inner.Parent is IConversionOperation or IParenthesizedOperation)
        {
            inner = inner.Parent;
        }

        return inner.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            ? (product, Terms.Unwrapped(ReferenceEquals(product.LeftOperand, inner) ? product.RightOperand : product.LeftOperand))
            : null;
    }
}
