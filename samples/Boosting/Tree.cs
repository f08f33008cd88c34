using System;

namespace Boosting;

/// <summary>A regression tree: a split with two branches, or a leaf with a value.</summary>
internal sealed class Tree
{
    private readonly Split split;
    private readonly Tree? left;
    private readonly Tree? right;
    private readonly double value;

    private Tree(double value) => this.value = value;

    private Tree(Split split, Tree left, Tree right)
    {
        this.split = split;
        this.left = left;
        this.right = right;
    }

    public Split Root => split;

    /// <summary>A tree of at most so many splits from the root to a leaf. Leaves are Newton's steps −G/(H + λ).</summary>
    public static Tree Grow(Table table, int[] rows, Derivatives derivatives, double lambda, int depth)
    {
        Split split = depth == 0 ? default : Split.Best(table, rows, derivatives, lambda);
        if (split.Gain > 0)
        {
            int[] low = Array.FindAll(rows, row => table[row, split.Feature] <= split.Threshold);
            int[] high = Array.FindAll(rows, row => table[row, split.Feature] > split.Threshold);
            return new Tree(
                split, Grow(table, low, derivatives, lambda, depth - 1), Grow(table, high, derivatives, lambda, depth - 1));
        }

        double first = 0, second = 0;
        foreach (int row in rows)
        {
            var (g, h) = derivatives.Of(row);
            first += g;
            second += h;
        }

        return new Tree(-first / (second + lambda));
    }

    public double Value(Table table, int row) => left is null || right is null
        ? value
        : (table[row, split.Feature] <= split.Threshold ? left : right).Value(table, row);
}
