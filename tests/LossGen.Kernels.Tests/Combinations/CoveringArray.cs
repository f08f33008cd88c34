using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>
/// Rows of choices in which every pair of levels that may meet does meet. Greedy: a row starts with a pair that is missing, and each further
/// factor gets the level that adds the most missing pairs. The same seed gives the same rows.
/// </summary>
internal sealed class CoveringArray
{
    private const int Candidates = 12;

    private readonly int[] sizes;
    private readonly int[] first;
    private readonly Func<int[], int, int, bool> isAllowed;
    private readonly Random random;
    private readonly bool[,] missing;
    private int left;

    /// <param name="sizes">The number of levels of each factor; level 0 is the ordinary one.</param>
    /// <param name="isPair">Whether two levels, numbered through, can meet at all.</param>
    /// <param name="isAllowed">Whether a factor may have a level in a row that is not complete: −1 stands for what is not chosen.</param>
    public CoveringArray(int[] sizes, Func<int, int, bool> isPair, Func<int[], int, int, bool> isAllowed, int seed)
    {
        this.sizes = sizes;
        this.isAllowed = isAllowed;
        random = new Random(seed);
        first = new int[sizes.Length];
        for (int factor = 1; factor < sizes.Length; factor++)
        {
            first[factor] = first[factor - 1] + sizes[factor - 1];
        }

        int levels = sizes.Sum();
        missing = new bool[levels, levels];
        foreach (var (a, b) in Pairs(sizes).Where(pair => isPair(pair.A, pair.B)))
        {
            missing[a, b] = missing[b, a] = true;
            left++;
        }
    }

    /// <summary>All pairs of levels of different factors, numbered through.</summary>
    public static IEnumerable<(int A, int B)> Pairs(int[] sizes)
    {
        int[] factorOf = [.. sizes.SelectMany((size, factor) => Enumerable.Repeat(factor, size))];
        return from a in Enumerable.Range(0, factorOf.Length)
               from b in Enumerable.Range(a + 1, factorOf.Length - a - 1)
               where factorOf[a] != factorOf[b]
               select (a, b);
    }

    /// <param name="witness">A row that has a pair, where a search does not find one.</param>
    public List<int[]> Rows(Func<int, int, int[]> witness)
    {
        var rows = new List<int[]>();
        while (left > 0)
        {
            var (a, b) = NextMissing();
            int[]? best = null;
            int most = 0;
            for (int i = 0; i < Candidates; i++)
            {
                if (Candidate(a, b) is { } row && Gain(row) is var gain && gain > most)
                {
                    (best, most) = (row, gain);
                }
            }

            best ??= witness(a, b);
            Cover(best);
            if (missing[a, b])
            {
                throw new InvalidOperationException($"The row for the levels {a} and {b} lacks them.");
            }

            rows.Add(best);
        }

        return rows;
    }

    private (int A, int B) NextMissing()
    {
        int levels = missing.GetLength(0);
        int start = random.Next(levels);
        for (int i = 0; i < levels; i++)
        {
            int a = (start + i) % levels;
            for (int b = 0; b < levels; b++)
            {
                if (missing[a, b])
                {
                    return (a, b);
                }
            }
        }

        throw new InvalidOperationException("Nothing is missing.");
    }

    private int[]? Candidate(int a, int b)
    {
        int[] row = new int[sizes.Length];
        Array.Fill(row, -1);
        foreach (int level in (int[])[a, b])
        {
            int factor = FactorOf(level);
            row[factor] = level - first[factor];
        }

        int[] order = [.. Enumerable.Range(0, sizes.Length).Where(factor => row[factor] < 0)];
        random.Shuffle(order);
        foreach (int factor in order)
        {
            int chosen = -1, most = -1;
            foreach (int level in Enumerable.Range(0, sizes[factor]).Where(level => isAllowed(row, factor, level)))
            {
                int gain = Enumerable.Range(0, sizes.Length).Count(other =>
                    row[other] >= 0 && missing[first[factor] + level, first[other] + row[other]]);
                if (gain > most || (gain == most && level > 0 && chosen > 0 && random.Next(2) == 0))
                {
                    (chosen, most) = (level, gain);
                }
            }

            if (chosen < 0)
            {
                return null;
            }

            row[factor] = chosen;
        }

        return row;
    }

    private int FactorOf(int level) => Array.FindLastIndex(first, start => start <= level);

    private int Gain(int[] row) => PairsOf(row).Count(pair => missing[pair.A, pair.B]);

    private void Cover(int[] row)
    {
        foreach (var (a, b) in PairsOf(row).Where(pair => missing[pair.A, pair.B]))
        {
            missing[a, b] = missing[b, a] = false;
            left--;
        }
    }

    private IEnumerable<(int A, int B)> PairsOf(int[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            for (int j = i + 1; j < row.Length; j++)
            {
                yield return (first[i] + row[i], first[j] + row[j]);
            }
        }
    }
}
