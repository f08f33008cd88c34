using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>
/// For every pair of levels an ordinary declaration with it that the reader accepts, or why there is none. Levels that need a certain loss are
/// tried with the losses of <see cref="Carriers"/>.
/// </summary>
internal sealed class PairTable
{
    private static readonly string[] Carriers =
        ["CrossEntropy", "BinaryCrossEntropy", "CustomLoss:Spread", "FocalCrossEntropy", "SimilarityCrossEntropy", "PolicyGradient",
            "KLDivergence", "Softmax"];

    private static readonly int[] FactorOf = [.. Choices.Sizes.SelectMany((size, factor) => Enumerable.Repeat(factor, size))];
    private static readonly int[] LevelOf = [.. Choices.Sizes.SelectMany(size => Enumerable.Range(0, size))];

    private readonly Dictionary<(int, int), int[]> witnesses = [];
    private readonly Dictionary<(int, int), Refused> refused = [];

    private PairTable()
    {
        var open = CoveringArray.Pairs(Choices.Sizes).ToList();
        foreach (string carrier in Carriers)
        {
            int loss = Array.IndexOf(Choices.Factors[0].Levels, carrier);
            var tried = open.Where(pair => FactorOf[pair.A] != 0 || carrier == Carriers[0]).ToList();
            var rows = tried.Select(pair => Row(pair, loss)).ToList();
            var readings = Reading.Of([.. rows.Select(row => new Declaration(row))]);
            for (int i = 0; i < tried.Count; i++)
            {
                if (readings[i].Spec is not null)
                {
                    witnesses.Add(tried[i], rows[i]);
                }
                else if (!refused.TryGetValue(tried[i], out var known) || known.Id == "CS0246")
                {
                    refused[tried[i]] = new Refused([Choice(tried[i].A), Choice(tried[i].B)], readings[i].Id, readings[i].Reason);
                }
            }

            open.RemoveAll(witnesses.ContainsKey);
        }

        foreach (var pair in witnesses.Keys)
        {
            refused.Remove(pair);
        }
    }

    public static Lazy<PairTable> Instance { get; } = new(() => new PairTable());

    public IEnumerable<Refused> Refusals => refused.Values;

    public bool IsPossible(int a, int b) => witnesses.ContainsKey((Math.Min(a, b), Math.Max(a, b)));

    public int[] Witness(int a, int b) => witnesses[(Math.Min(a, b), Math.Max(a, b))];

    private static (int Factor, int Level) Choice(int level) => (FactorOf[level], LevelOf[level]);

    /// <summary>The ordinary declaration of a loss, with a pair of levels.</summary>
    private static int[] Row((int A, int B) pair, int loss)
    {
        int[] row = new int[Choices.Factors.Count];
        row[0] = loss;
        row[FactorOf[pair.A]] = LevelOf[pair.A];
        row[FactorOf[pair.B]] = LevelOf[pair.B];
        return row;
    }
}
