using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Oracle;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>Rows for a loss, in float's numbers: what every parameter holds, for kernels, the interpreter and the oracle alike.</summary>
public sealed partial class LossBatch
{
    private readonly LossCase loss;
    private readonly Batch batch;
    private readonly Dictionary<string, (Amount Amount, double[] Values)> inputs = new(StringComparer.Ordinal);

    public LossBatch(LossCase loss, Batch batch)
    {
        this.loss = loss;
        this.batch = batch;
        var random = new Random(batch.Classes + (31 * batch.Count));
        if (loss.Targets is TargetsAre.Probabilities or TargetsAre.Labels)
        {
            inputs["targets"] = (Amount.PerElement, loss.IsBinary ? Labels(random) : Probabilities(random));
        }

        foreach (var input in loss.Inputs)
        {
            inputs[input.Name] = (input.Amount, [.. Enumerable.Range(0, Count(input.Amount)).Select(_ => (double)(float)input.Draw(random))]);
        }
    }

    public int Rows => batch.Count;

    public int Classes => batch.Classes;

    public double[] Logits => [.. batch.Logits.Select(x => (double)(float)x)];

    public int Target(int row) => batch.Targets[row];

    public LossArguments<T> Arguments<T>(Func<double, T> convert)
    {
        var arguments = new LossArguments<T>
        {
            Classes = Classes,
            Logits = [.. Logits.Select(convert)],
            Gradient = new T[Rows * Classes],
            Losses = new T[Rows],
            Hessian = new T[Rows * Classes],
        };
        arguments.Targets = inputs.TryGetValue("targets", out var targets) ? targets.Values.Select(convert).ToArray() : batch.Targets.ToArray();
        foreach (var pair in inputs)
        {
            arguments.Inputs[pair.Key] = [.. pair.Value.Values.Select(convert)];
        }

        return arguments;
    }

    /// <summary>A row in 256 bits, with what every parameter holds for it.</summary>
    public OracleRow Oracle(int row) => new(
        [.. Row(row).Select(x => (BigFloat)x)],
        batch.Targets[row],
        inputs.ToDictionary(pair => pair.Key, pair => OfRow(pair.Value, row).Select(x => (BigFloat)x).ToArray(), StringComparer.Ordinal));

    private double[] Row(int row) => Logits[(row * Classes)..((row + 1) * Classes)];

    private double[] OfRow((Amount Amount, double[] Values) input, int row) => input.Amount switch
    {
        Amount.PerElement => input.Values[(row * Classes)..((row + 1) * Classes)],
        Amount.PerRow => [input.Values[row]],
        _ => input.Values,
    };

    private int Count(Amount amount) => amount switch
    {
        Amount.PerElement => Rows * Classes,
        Amount.PerClass => Classes,
        Amount.PerRow => Rows,
        Amount.PerPair => Classes * Classes,
        _ => 1,
    };

    private double[] Probabilities(Random random)
    {
        var values = new List<double>();
        for (int row = 0; row < Rows; row++)
        {
            double[] weights = [.. Enumerable.Range(0, Classes).Select(k => (k + row) % 5 == 4 ? 0 : random.NextDouble())];
            double sum = Math.Max(weights.Sum(), 1e-3);
            values.AddRange(weights.Select(weight => (double)(float)(weight / sum)));
        }

        return [.. values];
    }

    private double[] Labels(Random random) =>
        [.. Enumerable.Range(0, Rows * Classes).Select(_ => random.Next(3) switch { 0 => 0, 1 => 1, _ => (double)(float)random.NextDouble() })];
}
