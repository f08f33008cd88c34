using System;
using System.Collections.Generic;

namespace LossGen.Models.Training;

/// <summary>The last steps and the changes of the gradient along them, which stand for the inverse Hessian.</summary>
internal sealed class LbfgsMemory
{
    private const int Most = 10;

    private readonly List<(double[] Step, double[] Change, double Curvature)> pairs = [];

    public bool IsEmpty => pairs.Count == 0;

    public void Clear() => pairs.Clear();

    /// <summary>Keeps a pair, unless the gradient did not grow along the step.</summary>
    public void Add(double[] step, double[] change)
    {
        double curvature = VectorSums.Dot(step, change);
        if (!(curvature > 1e-14 * VectorSums.Dot(change, change)))
        {
            return;
        }

        if (pairs.Count == Most)
        {
            pairs.RemoveAt(0);
        }

        pairs.Add((step, change, curvature));
    }

    /// <summary>Minus the inverse Hessian times a gradient: the two loops of Nocedal and Wright, algorithm 7.4.</summary>
    public double[] Direction(double[] gradient)
    {
        double[] direction = (double[])gradient.Clone();
        Span<double> shares = stackalloc double[Most];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = VectorSums.Dot(pairs[i].Step, direction) / pairs[i].Curvature;
            VectorSums.AddMultiple(pairs[i].Change, -shares[i], direction);
        }

        double scale = pairs.Count == 0 ? 1 : pairs[^1].Curvature / VectorSums.Dot(pairs[^1].Change, pairs[^1].Change);
        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] *= -scale;
        }

        for (int i = 0; i < pairs.Count; i++)
        {
            double share = VectorSums.Dot(pairs[i].Change, direction) / pairs[i].Curvature;
            VectorSums.AddMultiple(pairs[i].Step, -share - shares[i], direction);
        }

        return direction;
    }
}
