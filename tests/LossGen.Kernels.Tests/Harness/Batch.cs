using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>Where a batch's logits come from.</summary>
public enum Rows
{
    Normal1,
    Normal3,
    Normal40,

    /// <summary>One class far ahead, with differences that float cannot represent.</summary>
    Confident,

    /// <summary>Several classes share the maximum.</summary>
    Tied,

    /// <summary>About half the classes are −∞.</summary>
    Masked,

    /// <summary>Ordinary rows, all moved by 1000.</summary>
    Offset,

    /// <summary>The class that is ahead is another one in each row: with as many rows as classes, every class is once.</summary>
    Leading,
}

/// <summary>Seeded rows of logits and class indices.</summary>
public sealed class Batch
{
    private Batch(int classes, double[] logits, int[] targets)
    {
        Classes = classes;
        Logits = logits;
        Targets = targets;
    }

    public int Classes { get; }

    public double[] Logits { get; }

    public int[] Targets { get; }

    public int Count => Targets.Length;

    public float[] FloatLogits => [.. Logits.Select(x => (float)x)];

    public double[] Row(int row) => Logits[(row * Classes)..((row + 1) * Classes)];

    public double[] FloatRow(int row) => [.. Row(row).Select(x => (double)(float)x)];

    public static Batch Of(int classes, int rows, Rows kind, double scale = 1, int seed = 1)
    {
        var random = new Random((classes * 7919) + (rows * 104729) + ((int)kind * 15485863) + seed);
        var logits = new List<double>();
        var targets = new List<int>();
        for (int row = 0; row < rows; row++)
        {
            double[] x = Row(random, classes, kind, row);
            logits.AddRange(x.Select(value => value * scale));
            targets.Add(kind == Rows.Confident && row % 4 != 3 ? Array.IndexOf(x, x.Max()) : Pick(random, x));
        }

        return new Batch(classes, [.. logits], [.. targets]);
    }

    // A target of −∞ has an infinite loss; it has tests of its own.
    private static int Pick(Random random, double[] x)
    {
        int target = random.Next(x.Length);
        return double.IsNegativeInfinity(x[target]) ? Array.IndexOf(x, x.Max()) : target;
    }

    private static double[] Row(Random random, int classes, Rows kind, int row)
    {
        double[] x = new double[classes];
        double spread = kind switch
        {
            Rows.Normal40 => 40,
            Rows.Normal1 or Rows.Confident => 1,
            _ => 3,
        };
        for (int k = 0; k < classes; k++)
        {
            x[k] = Normal(random) * spread;
        }

        switch (kind)
        {
            case Rows.Confident:
                int winner = random.Next(classes);
                for (int k = 0; k < classes; k++)
                {
                    x[k] = k == winner ? 10 + (row % 91) + 0.3 : -0.1 + (x[k] * 0.37);
                }

                break;
            case Rows.Tied:
                double top = x.Max() + 0.7;
                for (int k = 0; k < classes; k += 1 + random.Next(3))
                {
                    x[k] = top;
                }

                break;
            case Rows.Masked:
                int shown = random.Next(classes);
                for (int k = 0; k < classes; k++)
                {
                    x[k] = k != shown && random.Next(2) == 0 ? double.NegativeInfinity : x[k];
                }

                break;
            case Rows.Leading:
                x[row % classes] = x.Max() + 12;
                break;
            case Rows.Offset:
                for (int k = 0; k < classes; k++)
                {
                    x[k] += 1000;
                }

                break;
        }

        return x;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
