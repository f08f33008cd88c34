using Digits.Input;

namespace Boosting;

/// <summary>The derivatives of the rows' losses with respect to one class, as the kernel wrote them: rows × classes.</summary>
internal readonly struct Derivatives(double[] gradient, double[] hessian, int label)
{
    public (double First, double Second) Of(int row) =>
        (gradient[(row * DigitSet.Classes) + label], hessian[(row * DigitSet.Classes) + label]);
}
