using LossGen.Numerics;

namespace LossGen;

/// <summary>One logit of a yes-or-no question and its label, as the formula of a binary loss sees them.</summary>
public sealed class BinaryRow
{
    private BinaryRow(double logit, double label)
    {
        Logit = logit;
        Label = label;
    }

    /// <summary>x, the logit: positive for yes.</summary>
    public double Logit { get; }

    /// <summary>t, the probability of yes that the label gives, from 0 to 1.</summary>
    public double Label { get; }

    /// <summary>p = σ(x), the probability of yes.</summary>
    public double P => StableMath.Sigmoid(Logit);

    /// <summary>q = 1 − p = σ(−x), without cancellation.</summary>
    public double Q => StableMath.Sigmoid(-Logit);

    /// <summary>−log p, at least 0.</summary>
    public double NegLogP => StableMath.Softplus(-Logit);

    /// <summary>−log q, at least 0.</summary>
    public double NegLogQ => StableMath.Softplus(Logit);

    /// <summary>Makes a row from a logit and its label.</summary>
    /// <param name="logit">The logit.</param>
    /// <param name="label">The probability of yes, from 0 to 1.</param>
    public static BinaryRow Of(double logit, double label) => new(logit, label);
}
