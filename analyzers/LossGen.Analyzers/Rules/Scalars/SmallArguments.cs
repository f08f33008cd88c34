using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>Whether the lost digits of a small argument can matter to anybody; asked by the rules that speak of accuracy alone.</summary>
internal static class SmallArguments
{
    /// <summary>Whether to be silent about a difference or a sum whose argument may be small.</summary>
    public static bool AreHarmless(Site site, Value argument) =>
        site.Facts.NearZero(argument) || IsCurve(site, argument) || Names.Say(Meaning.OnScreen, Terms.Of(site.Operation).ContextIn(site.Owner));

    // 700·(exp(m/1127) − 1): constants on both sides fix a scale, such as mel or an easing curve, and the whole range counts.
    private static bool IsCurve(Site site, Value argument) =>
        Shape.WithoutPlace(argument) is { Op: Op.Mul or Op.Div } scaled && (IsScale(scaled.Args[0]) || IsScale(scaled.Args[1]))
        && IsScaledByNumber(site.Operation);

    private static bool IsScale(Value value) => value.Is(Op.Const) && value.Number is not (1 or -1);

    private static bool IsScaledByNumber(IOperation difference)
    {
        IOperation part = difference;
        while (part.Parent is IConversionOperation or IParenthesizedOperation)
        {
            part = part.Parent;
        }

        return part.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } product
            && IsFixed(ReferenceEquals(product.LeftOperand, part) ? product.RightOperand : product.LeftOperand);
    }

    // 1.5, or Math.Exp(3) - 1
    private static bool IsFixed(IOperation operation) => Terms.Bare(operation) switch
    {
        { ConstantValue.HasValue: true } => true,
        IBinaryOperation binary => IsFixed(binary.LeftOperand) && IsFixed(binary.RightOperand),
        IInvocationOperation { Instance: null, Arguments: { Length: > 0 } arguments } => IsFixed(arguments[0].Value),
        _ => false,
    };
}
