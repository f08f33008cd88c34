using System;
using System.Collections.Generic;
using System.Numerics.Tensors;

namespace Digits.Training;

/// <summary>A function to minimise, with its gradient.</summary>
internal delegate double Function(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>
/// Limited-memory BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5). Written here because it must end well on a function that
/// is only smooth to some 8 digits, where a general minimiser calls the last line search a failure.
/// </summary>
internal sealed class Lbfgs(Function function, double gradientTolerance = 1e-6, int maxIterations = 500, int memory = 20)
{
    private readonly LinkedList<Pair> pairs = new();

    public IEnumerable<Step> Minimise(double[] start)
    {
        var at = Point.Evaluate(function, start);
        yield return Describe(0, at);
        for (int iteration = 1; iteration <= maxIterations && Norm(at.Gradient) > gradientTolerance; iteration++)
        {
            Point? next = LineSearch.Along(function, at, Direction(at.Gradient), firstStep: pairs.Count == 0 ? 1 / Norm(at.Gradient) : 1);
            if (next is null)
            {
                // The remaining decrease is below what the function can tell apart.
                yield break;
            }

            Remember(at, next);
            at = next;
            yield return Describe(iteration, at);
        }
    }

    private static Step Describe(int iteration, Point at) => new(iteration, at.Value, Norm(at.Gradient), at.X);

    private static double Norm(double[] x) => TensorPrimitives.Norm<double>(x);

    // Minus the inverse Hessian of the remembered steps, times the gradient: the two-loop recursion.
    private double[] Direction(double[] gradient)
    {
        var direction = new double[gradient.Length];
        TensorPrimitives.Negate<double>(gradient, direction);
        var weights = new Stack<double>();
        for (var node = pairs.Last; node is not null; node = node.Previous)
        {
            double weight = TensorPrimitives.Dot<double>(node.Value.Moved, direction) / node.Value.Curvature;
            weights.Push(weight);
            TensorPrimitives.MultiplyAdd<double>(node.Value.Turned, -weight, direction, direction);
        }

        if (pairs.Last is { } last)
        {
            TensorPrimitives.Multiply(direction, last.Value.Curvature / TensorPrimitives.SumOfSquares<double>(last.Value.Turned), direction);
        }

        for (var node = pairs.First; node is not null; node = node.Next)
        {
            double back = TensorPrimitives.Dot<double>(node.Value.Turned, direction) / node.Value.Curvature;
            TensorPrimitives.MultiplyAdd<double>(node.Value.Moved, weights.Pop() - back, direction, direction);
        }

        return direction;
    }

    private void Remember(Point from, Point to)
    {
        var pair = new Pair(new double[from.X.Length], new double[from.X.Length]);
        TensorPrimitives.Subtract<double>(to.X, from.X, pair.Moved);
        TensorPrimitives.Subtract<double>(to.Gradient, from.Gradient, pair.Turned);
        if (pair.Curvature <= 0)
        {
            return;
        }

        pairs.AddLast(pair);
        if (pairs.Count > memory)
        {
            pairs.RemoveFirst();
        }
    }

    private sealed record Pair(double[] Moved, double[] Turned)
    {
        public double Curvature => TensorPrimitives.Dot<double>(Moved, Turned);
    }
}
