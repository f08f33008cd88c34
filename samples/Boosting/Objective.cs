using System;
using Digits.Input;
using LossGen;

namespace Boosting;

/// <summary>The kernel: its body is generated when this project is built.</summary>
internal static partial class Objective
{
    /// <summary>
    /// The sum of the rows' losses, and the first and second derivatives of each row's loss, as XGBoost's multi-class objective has them:
    /// p − y and max(2·p·(1 − p), 1e-16).
    /// </summary>
    [CrossEntropy(DigitSet.Classes, Reduction = Reduction.Sum, Hessian = HessianConvention.XGBoost)]
    public static partial double Sum(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> hessianDiagonal);
}
