using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Playground.Running;

/// <summary>
/// A kernel's formula as a paper prints it, computed as it is written: exponentials without a shift, p = e / Σ e, n = −log p and q = 1 − p,
/// each rounded to the kernel's type. This is what the kernel avoids.
/// </summary>
internal sealed class NaiveFormula
{
    private readonly KernelSpec spec;
    private readonly RowInputs inputs;
    private readonly Dictionary<LogitSource, double[]> probabilities = [];

    private NaiveFormula(KernelSpec spec, RowInputs inputs)
    {
        this.spec = spec;
        this.inputs = inputs;
    }

    private int Classes => inputs.Logits.Length;

    /// <summary>The loss, the probabilities and the gradient of one row.</summary>
    public static KernelResult Of(KernelSpec spec, RowInputs inputs) => new NaiveFormula(spec, inputs).Compute();

    private KernelResult Compute()
    {
        LossFormula formula = LossFormulas.Of(spec);
        if (formula.AngularMargin(spec) > 1)
        {
            // Its logits are changed before they are logits, which no formula of a row says.
            return new KernelResult(null, null, null);
        }

        double[] p = Each(k => Evaluate(formula.Probability, k));
        if (!spec.HasLoss)
        {
            return new KernelResult(null, p, null);
        }

        Expr loss = KernelProgram.WeightedLoss(spec, formula);
        Expr gradient = KernelProgram.WeightedGradient(spec, formula, loss);
        double value = Evaluate(loss, 0);
        double share = Share();
        return new KernelResult(Round(value / Weight()), p, Each(k => Round(Evaluate(gradient, k) * share * Slope(k))));
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, Classes).Select(value)];

    private double Round(double value) => spec.Element == ElementType.Float ? (float)value : value;

    // A mean over one row divides by the row's own weights.
    private double Weight()
    {
        if (!spec.IsMean)
        {
            return 1;
        }

        if (spec.Loss.IsBinary)
        {
            // Labels are counted, whatever they weigh.
            return Classes;
        }

        double target = spec.HasClassWeights && spec.HasIndexTargets ? Evaluate(Inputs.OfTarget(KernelRole.ClassWeights), 0) : 1;
        return spec.Has(KernelRole.SampleWeights) ? target * Evaluate(Inputs.OfRow(KernelRole.SampleWeights), 0) : target;
    }

    private double Share()
    {
        double scale = spec.Has(KernelRole.Scale) ? inputs.Roles[KernelRole.Scale][0] : 1;
        return scale / (Weight() * spec.Options.Temperature);
    }

    private double Biased(int k) =>
        spec.Has(KernelRole.LogitBias) ? Round(inputs.Logits[k] + inputs.Roles[KernelRole.LogitBias][k]) : inputs.Logits[k];

    private double Capped(int k)
    {
        double cap = spec.Options.Softcap;
        return cap == 0 ? Biased(k) : Round(cap * Round(Math.Tanh(Round(Biased(k) / cap))));
    }

    private double Slope(int k)
    {
        double cap = spec.Options.Softcap;
        return cap == 0 ? 1 : Round(1 - Math.Pow(Math.Tanh(Biased(k) / cap), 2));
    }

    private bool IsExcluded(int k) => spec.Has(KernelRole.Mask) && inputs.Roles[KernelRole.Mask][k] == 0;

    private double[] Softmax(LogitSource source)
    {
        if (probabilities.TryGetValue(source, out double[]? known))
        {
            return known;
        }

        double[] e = Each(k => Exponential(source, k));
        double sum = Sum(e);
        return probabilities[source] = [.. e.Select(term => Round(term / sum))];
    }

    private double Exponential(LogitSource source, int k)
    {
        double temperature = source.IsTempered ? spec.Options.Temperature : 1;
        double x = source.Role == KernelRole.Logits ? Capped(k) : inputs.Roles[source.Role][k];
        double penalty = source.Penalty is { } given ? Evaluate(given, k) : 0;
        return IsExcluded(k) ? 0 : Round(Math.Exp(Round(source.Sharpness * (x - penalty) / temperature)));
    }

    private double Sum(IEnumerable<double> terms) => terms.Aggregate(0.0, (total, term) => Round(total + term));

    private double Label(int k) => Round(1 / Round(1 + Round(Math.Exp(-Capped(k) / spec.Options.Temperature))));

    private double Evaluate(Expr expr, int k) => Round(expr switch
    {
        Number number => number.Value,
        Input input => Value(input, k),
        Primitive primitive => Value(primitive, k),
        Unary unary => Operations.Of(unary.Op).Value(Evaluate(unary.Operand, k)),
        Power power => Math.Pow(Evaluate(power.Operand, k), power.Exponent),
        Binary binary => Value(binary.Op, Evaluate(binary.Left, k), Evaluate(binary.Right, k)),
        Compare compare => Compare.Holds(compare.Op, Evaluate(compare.Left, k), Evaluate(compare.Right, k)) ? 1 : 0,
        Choose choose => Evaluate(choose.Condition, k) != 0 ? Evaluate(choose.Then, k) : Evaluate(choose.Otherwise, k),
        IsNaN test => double.IsNaN(Evaluate(test.Operand, k)) ? 1 : 0,
        ClassSum sum => Sum(Each(j => Evaluate(sum.Body, j))),
        ClassMax max => Each(j => Evaluate(max.Body, j)).Max(),
        IsFirstMax first => FirstMax(first.Max) == k ? 1 : 0,
        _ => throw new NotSupportedException("The formula has a " + expr.GetType().Name + ", which is not computed as it is written."),
    });

    private int FirstMax(Expr max)
    {
        double[] values = Each(j => Evaluate(max is ClassMax { Body: var body } ? body : max, j));
        return Array.IndexOf(values, values.Max());
    }

    private static double Value(BinaryOp op, double left, double right) => op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Divide => left / right,
        BinaryOp.Max => Math.Max(left, right),
        // The paper's product knows of no guard.
        _ => left * right,
    };

    private double Value(Primitive primitive, int k) => primitive.Kind switch
    {
        PrimitiveKind.P => Softmax(primitive.Of)[k],
        PrimitiveKind.Q => Round(1 - Softmax(primitive.Of)[k]),
        PrimitiveKind.NegLogP => -Math.Log(Softmax(primitive.Of)[k]),
        PrimitiveKind.TargetP => Softmax(primitive.Of)[inputs.Target],
        PrimitiveKind.TargetQ => Round(1 - Softmax(primitive.Of)[inputs.Target]),
        PrimitiveKind.TargetNegLogP => -Math.Log(Softmax(primitive.Of)[inputs.Target]),
        PrimitiveKind.TargetExcess => Round(-Math.Log(Softmax(primitive.Of)[inputs.Target])) - Round(1 - Softmax(primitive.Of)[inputs.Target]),
        PrimitiveKind.LogSumExp or PrimitiveKind.LogSum => Math.Log(Sum(Each(j => Exponential(primitive.Of, j)))),
        // Without a shift, two sums are no distance apart.
        PrimitiveKind.Distance => 0,
        PrimitiveKind.LabelP => Label(k),
        PrimitiveKind.LabelQ => Round(1 - Label(k)),
        PrimitiveKind.LabelNegLogP => -Math.Log(Label(k)),
        PrimitiveKind.LabelNegLogQ => -Math.Log(Round(1 - Label(k))),
        _ => throw new NotSupportedException("The formula has a " + primitive.Kind + ", which papers do not print."),
    };

    private double Value(Input input, int k) => input.Kind switch
    {
        InputKind.Logit => Capped(k),
        InputKind.TargetLogit => Capped(inputs.Target),
        InputKind.ClassIndex => k,
        InputKind.TargetIndex => inputs.Target,
        InputKind.ClassCount => Classes,
        InputKind.IsTarget => k == inputs.Target ? 1 : 0,
        InputKind.OfElement or InputKind.OfClass => Given(input.Role)[k],
        InputKind.OfTarget => Given(input.Role)[inputs.Target],
        InputKind.OfRow or InputKind.OfCall => Given(input.Role)[0],
        InputKind.OfPair => Given(input.Role)[input.Role == KernelRole.Confusion ? (k * Classes) + inputs.Target : (inputs.Target * Classes) + k],
        InputKind.GradientScale => 1,
        _ => 1,
    };

    private double[] Given(KernelRole role)
    {
        if (inputs.Roles.TryGetValue(role, out double[]? values))
        {
            return values;
        }

        var constants = spec.Options.ConstantsOf(role);
        return constants.Count > 0 ? [.. constants] : throw new NotSupportedException("Nothing gives " + RoleTable.Of(role).Name + ".");
    }
}
