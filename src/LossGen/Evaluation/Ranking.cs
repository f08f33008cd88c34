using System;

namespace LossGen;

/// <summary>Yes-or-no answers in the order of their scores; those of one score stand together.</summary>
internal readonly struct Ranking
{
    private readonly double[] scores;
    private readonly bool[] isYes;
    private readonly bool hasNaN;

    private Ranking(double[] scores, bool[] isYes, bool hasNaN)
    {
        this.scores = scores;
        this.isYes = isYes;
        this.hasNaN = hasNaN;
    }

    /// <summary>2·U/(2·P·N) with Mann and Whitney's U, which counts in whole halves: exact but for the quotient.</summary>
    public double Auroc
    {
        get
        {
            long twice = 0, yesBelow = 0, noBelow = 0;
            for (int start = 0; start < scores.Length;)
            {
                int end = EndOfTies(start, out int yes);
                int no = end - start - yes;
                twice += yes * ((2 * noBelow) + no);
                yesBelow += yes;
                noBelow += no;
                start = end;
            }

            return hasNaN ? double.NaN : twice / (2.0 * yesBelow * noBelow);
        }
    }

    public double AveragePrecision
    {
        get
        {
            // From low to high the answers at a score or above are known from what lies below.
            int allYes = Array.FindAll(isYes, static yes => yes).Length;
            int yesFrom = allYes;
            double sum = 0;
            for (int start = 0; start < scores.Length;)
            {
                int end = EndOfTies(start, out int yes);
                sum += (double)yes * yesFrom / (scores.Length - start);
                yesFrom -= yes;
                start = end;
            }

            return hasNaN ? double.NaN : sum / allYes;
        }
    }

    public static Ranking Of<T, TToDouble>(ReadOnlySpan<T> scores, TToDouble read, ReadOnlySpan<bool> targets, string name)
        where TToDouble : struct, IToDouble<T>
    {
        EvaluationRows.CheckAnswers(scores.Length, name, targets.Length);
        double[] keys = new double[scores.Length];
        bool hasNaN = false;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = read.Of(scores[i]);
            hasNaN |= double.IsNaN(keys[i]);
        }

        bool[] isYes = targets.ToArray();
        Array.Sort(keys, isYes);
        return new Ranking(keys, isYes, hasNaN);
    }

    private int EndOfTies(int start, out int yes)
    {
        // The first is counted by itself: NaN is unequal to itself, too.
        yes = isYes[start] ? 1 : 0;
        int end = start + 1;
        for (; end < scores.Length && scores[end] == scores[start]; end++)
        {
            yes += isYes[end] ? 1 : 0;
        }

        return end;
    }
}
