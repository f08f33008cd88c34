using System;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Patterns;

namespace LossGen.Analyzers.Rules;

/// <summary>y·log(p) + (1 − y)·log(1 − p), either class first, summed as they are or with both signs turned.</summary>
internal static class BinaryCrossEntropy
{
    /// <summary>The whole of it.</summary>
    /// <param name="ofP">The logarithm of p.</param>
    /// <param name="ofRest">The logarithm of 1 − p.</param>
    public static Pattern Of(Pattern ofP, Pattern ofRest) =>
        P.Either(Both(part => part, Op.Add, ofP, ofRest), Both(P.Neg, Op.Sub, ofP, ofRest));

    private static Pattern Both(Func<Pattern, Pattern> sign, Op op, Pattern ofP, Pattern ofRest)
    {
        Pattern positive = P.Is(Op.Mul, P.Any("y"), ofP);
        Pattern negative = P.Is(Op.Mul, P.Is(Op.Sub, P.Number(1), P.Any("y")), ofRest);
        return P.Either(P.Is(op, sign(positive), negative), P.Is(op, sign(negative), positive));
    }
}
