using System;
using LossGen.Numerics;

namespace LossGen;

/// <summary>
/// One row of logits and its target, as the formula of a loss sees them. All quantities are computed from the logits without cancellation:
/// with m the largest logit and r = Σ exp(x_k − m) over all classes but one that has it, −log p_k = (m − x_k) + log1p(r).
/// </summary>
public sealed class LossRow
{
    private readonly double[] logits;
    private readonly double[]? labels;
    private readonly int target;
    private readonly int top;
    private readonly double others;

    private LossRow(double[] logits, double[]? labels, int target)
    {
        this.logits = logits;
        this.labels = labels;
        this.target = target;
        top = First(logits);
        for (int k = 0; k < logits.Length; k++)
        {
            others += k == top ? 0 : Math.Exp(logits[k] - logits[top]);
        }

        // An infinite or missing maximum makes every quantity NaN.
        others += logits[top] - logits[top];
    }

    /// <summary>The number of classes, at least 1.</summary>
    public int Classes => logits.Length;

    /// <summary>The class index of the target, from 0 to <see cref="Classes"/> − 1.</summary>
    /// <exception cref="InvalidOperationException">The row was made with a probability per class.</exception>
    public int Target =>
        labels is null
            ? target
            : throw new InvalidOperationException("The row's target is a probability per class and has no index; use Label(k).");

    /// <summary>Makes a row with a class index as its target.</summary>
    /// <param name="logits">One logit per class.</param>
    /// <param name="target">The index of the right class.</param>
    /// <exception cref="ArgumentException">There is no logit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is no class.</exception>
    public static LossRow Of(ReadOnlySpan<double> logits, int target)
    {
        CheckClasses(logits);
        return target >= 0 && target < logits.Length
            ? new LossRow(logits.ToArray(), null, target)
            : throw new ArgumentOutOfRangeException(
                nameof(target),
                target,
                $"The target {target} is no class: there are {logits.Length} logits."
            );
    }

    /// <summary>Makes a row with a probability per class as its target.</summary>
    /// <param name="logits">One logit per class.</param>
    /// <param name="labels">One probability per class.</param>
    /// <exception cref="ArgumentException">There is no logit, or the lengths differ.</exception>
    public static LossRow Of(ReadOnlySpan<double> logits, ReadOnlySpan<double> labels)
    {
        CheckClasses(logits);
        return labels.Length == logits.Length
            ? new LossRow(logits.ToArray(), labels.ToArray(), -1)
            : throw new ArgumentException(
                $"There are {labels.Length} labels and {logits.Length} logits; both need one per class.",
                nameof(labels)
            );
    }

    /// <summary>x_k, the logit of class k.</summary>
    public double Logit(int k) => logits[Checked(k)];

    /// <summary>p_k, the softmax probability of class k.</summary>
    public double P(int k) => Math.Exp(logits[Checked(k)] - logits[top]) / (1 + others);

    /// <summary>q_k = 1 − p_k, computed from the other classes' exponentials: exact to the last digits where p_k is nearly 1.</summary>
    public double Q(int k)
    {
        double exponential = Math.Exp(logits[Checked(k)] - logits[top]);
        return (exponential == 1 ? others : 1 + others - exponential) / (1 + others);
    }

    /// <summary>n_k = −log p_k, at least 0; +∞ for a logit of −∞.</summary>
    public double NegLogP(int k) => logits[top] - logits[Checked(k)] + StableMath.Log1p(others);

    /// <summary>t_k, the probability of class k that the target gives: 1 or 0 where the target is an index.</summary>
    public double Label(int k) =>
        labels is not null ? labels[Checked(k)]
        : Checked(k) == target ? 1
        : 0;

    /// <summary>The sum over all classes.</summary>
    /// <param name="term">The term of class k.</param>
    public double Sum(Func<int, double> term)
    {
        if (term is null)
        {
            throw new ArgumentNullException(nameof(term));
        }

        double sum = 0;
        for (int k = 0; k < Classes; k++)
        {
            sum += term(k);
        }

        return sum;
    }

    /// <summary>The largest value over all classes; NaN where one is.</summary>
    /// <param name="term">The value of class k.</param>
    public double Max(Func<int, double> term)
    {
        if (term is null)
        {
            throw new ArgumentNullException(nameof(term));
        }

        double largest = term(0);
        for (int k = 1; k < Classes; k++)
        {
            double value = term(k);
            largest = value > largest || double.IsNaN(value) ? value : largest;
        }

        return largest;
    }

    private static void CheckClasses(ReadOnlySpan<double> logits)
    {
        if (logits.IsEmpty)
        {
            throw new ArgumentException("There are 0 logits; a row needs one per class, and at least one class.", nameof(logits));
        }
    }

    private static int First(double[] logits)
    {
        int top = 0;
        for (int k = 1; k < logits.Length && !double.IsNaN(logits[top]); k++)
        {
            top = logits[k] > logits[top] || double.IsNaN(logits[k]) ? k : top;
        }

        return top;
    }

    private int Checked(int k) =>
        k >= 0 && k < logits.Length
            ? k
            : throw new ArgumentOutOfRangeException(nameof(k), k, $"{k} is no class: there are {logits.Length}.");
}
