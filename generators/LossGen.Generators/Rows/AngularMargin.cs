using System;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>
/// What a large-margin softmax puts in the place of the target's logit ‖W‖‖f‖·cos θ: ‖W‖‖f‖·ψ(θ) with ψ = (−1)^j cos(mθ) − 2j for θ between
/// jπ/m and (j + 1)π/m. cos(mθ) is the Chebyshev polynomial T_m of cos θ, so no angle is computed.
/// </summary>
internal sealed class AngularMargin(int m, Expr logit, StepList steps)
{
    public Expr Logit => steps.Defined("fTarget", Norm * Piece(Psi));

    /// <summary>The derivative with respect to the plain logit: ψ as a function of the cosine. The norms are constants.</summary>
    public Expr Slope => steps.Defined("slopeTarget", Piece(Derivative));

    private Expr Norm => steps.Load(InputKind.OfRow, KernelRole.Norms);

    /// <summary>cos θ, kept in its range; a norm of 0 has any angle.</summary>
    private Expr Cosine
    {
        get
        {
            var quotient = steps.Defined("quotient", new Choose(new Compare(CompareOp.Equal, Norm, Expr.Zero), Expr.One, logit / Norm));
            return steps.Defined("cosine", -Expr.Larger(-1, -Expr.Larger(-1, quotient)));
        }
    }

    private Expr Psi(int j) => (j % 2 == 0 ? Chebyshev(m) : -Chebyshev(m)) - (2 * j);

    /// <summary>T_m′ = m·U_{m−1}.</summary>
    private Expr Derivative(int j)
    {
        var c = Cosine;
        Expr slope = m switch
        {
            2 => 4 * c,
            3 => 12 * (c * c) - 3,
            4 => (32 * (c * c) - 16) * c,
            _ => throw new NotSupportedException($"There is no margin of {m} angles."),
        };
        return j % 2 == 0 ? slope : -slope;
    }

    private Expr Chebyshev(int order)
    {
        var c = Cosine;
        return order switch
        {
            2 => 2 * (c * c) - 1,
            3 => (4 * (c * c) - 3) * c,
            4 => 8 * (c * c) * (c * c - 1) + 1,
            _ => throw new NotSupportedException($"There is no margin of {order} angles."),
        };
    }

    /// <summary>The piece of ψ that an angle belongs to, by its cosine.</summary>
    private Expr Piece(Func<int, Expr> piece)
    {
        var result = piece(m - 1);
        for (int j = m - 2; j >= 0; j--)
        {
            result = new Choose(new Compare(CompareOp.GreaterOrEqual, Cosine, Math.Cos((j + 1) * Math.PI / m)), piece(j), result);
        }

        return result;
    }
}
