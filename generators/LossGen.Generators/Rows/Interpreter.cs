using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>What the interpreter reads for one row. Values that the program does not load may be left out.</summary>
internal sealed record RowInputs(double[] Logits)
{
    public int Target { get; init; }

    public bool Ignored { get; init; }

    /// <summary>What the other parameters hold for this row: an element per class, one number, or a row of pairs.</summary>
    public IReadOnlyDictionary<KernelRole, double[]> Roles { get; init; } = new Dictionary<KernelRole, double[]>();

    public double GradientScale { get; init; } = 1;
}

/// <summary>What one row gives: the loss, its gradient, and every output under its kind.</summary>
internal sealed record RowOutputs(double Loss, double[] Gradient, IReadOnlyDictionary<OutputKind, double[]> All);

/// <summary>Runs a row program in double, one step after the other: the meaning of a program, free of any schedule.</summary>
internal sealed class Interpreter
{
    private readonly RowProgram program;
    private readonly RowInputs inputs;
    private readonly Dictionary<string, double[]> values = [];

    private Interpreter(RowProgram program, RowInputs inputs)
    {
        this.program = program;
        this.inputs = inputs;
    }

    public static RowOutputs Run(RowProgram program, RowInputs inputs) => new Interpreter(program, inputs).Run();

    private RowOutputs Run()
    {
        var outputs = new Dictionary<OutputKind, double[]>();
        foreach (var statement in program.Statements)
        {
            switch (statement)
            {
                case Load load:
                    values[load.Name] = Each(k => Value(load, k));
                    break;
                case Let let:
                    values[let.Name] = Each(k => Evaluate(let.Value, k));
                    break;
                case Reduce reduce:
                    double result = Combine(reduce);
                    values[reduce.Name] = Each(_ => result);
                    break;
                case Store store:
                    outputs[store.Output] = Each(k => Evaluate(store.Value, k));
                    break;
            }
        }

        bool kept = program.Kept.All(Holds);
        bool counted = program.Counted.All(Holds);
        foreach (var output in outputs.Keys.Where(output =>
            output == OutputKind.Correct ? !counted : !kept && Outputs.DependsOnTarget(output)).ToList())
        {
            outputs[output] = new double[inputs.Logits.Length];
        }

        double[] loss = outputs.TryGetValue(OutputKind.Losses, out double[]? rows) || outputs.TryGetValue(OutputKind.Total, out rows) ? rows : [0];
        return new RowOutputs(loss[0], outputs.TryGetValue(OutputKind.Gradient, out double[]? gradient) ? gradient : [], outputs);
    }

    private bool Holds(Expr condition) => Evaluate(condition, 0) != 0;

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, inputs.Logits.Length).Select(value)];

    private double Combine(Reduce reduce)
    {
        double[] terms = Each(k => Evaluate(reduce.Body, k));
        if (reduce.Op is ReduceOp.Max or ReduceOp.Min)
        {
            return terms.Any(double.IsNaN) ? double.NaN : reduce.Op == ReduceOp.Max ? terms.Max() : terms.Min();
        }

        if (reduce.Op == ReduceOp.AtTarget)
        {
            return terms[inputs.Target];
        }

        if (reduce.Op == ReduceOp.Sum)
        {
            return terms.Sum();
        }

        int top = Array.IndexOf(terms, terms.Max());
        return terms.Any(double.IsNaN) ? double.NaN : terms.Where((_, k) => k != top).Sum();
    }

    private double Evaluate(Expr expr, int k) => expr switch
    {
        Number number => number.Value,
        Name name => values[name.Id][k],
        Unary u => Operations.Of(u.Op).Value(Evaluate(u.Operand, k)),
        PowerOfOthers p => Math.Pow(ShareOfOthers(Evaluate(p.Exponential, k), Evaluate(p.Rest, k) + Evaluate(p.RestError, k)), p.Exponent),
        Power p => Math.Pow(Evaluate(p.Operand, k), p.Exponent),
        Least l => Evaluate(l.Max, k) - (1e6 * l.Temperature),
        ExactExp e => Math.Exp((Evaluate(e.Logit, k) - Evaluate(e.Max, k)) / e.Temperature),
        Binary b => Apply(b.Op, Evaluate(b.Left, k), Evaluate(b.Right, k)),
        IsNaN n => double.IsNaN(Evaluate(n.Operand, k)) ? 1 : 0,
        Compare c => Compare.Holds(c.Op, Evaluate(c.Left, k), Evaluate(c.Right, k)) ? 1 : 0,
        Choose c => Evaluate(c.Condition, k) != 0 ? Evaluate(c.Then, k) : Evaluate(c.Otherwise, k),
        _ => throw new InvalidOperationException("A row program holds no " + expr.GetType().Name + "."),
    };

    private static double ShareOfOthers(double exponential, double rest) => (exponential == 1 ? rest : 1 + rest - exponential) / (1 + rest);

    private static double Apply(BinaryOp op, double left, double right) => op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Divide => left / right,
        BinaryOp.MultiplyOrZero when left == 0 => 0,
        BinaryOp.Max => Math.Max(left, right),
        BinaryOp.Multiply or BinaryOp.MultiplyOrZero => left * right,
        _ => throw new InvalidOperationException("The interpreter does not know " + op + "."),
    };

    private double Value(Load load, int k) => load.Kind switch
    {
        InputKind.Logit => inputs.Logits[k],
        InputKind.TargetLogit => inputs.Logits[inputs.Target],
        InputKind.ClassIndex => k,
        InputKind.TargetIndex => inputs.Target,
        InputKind.ClassCount => inputs.Logits.Length,
        InputKind.IsTarget => k == inputs.Target ? 1 : 0,
        InputKind.GradientScale => inputs.GradientScale,
        InputKind.OfElement or InputKind.OfClass => inputs.Roles[load.Role][k],
        InputKind.OfTarget => inputs.Roles[load.Role][inputs.Target],
        InputKind.OfRow or InputKind.OfCall => inputs.Roles[load.Role][0],
        InputKind.OfPair => inputs.Roles[load.Role][load.Role == KernelRole.Confusion ? (k * inputs.Logits.Length) + inputs.Target : (inputs.Target * inputs.Logits.Length) + k],
        InputKind.NotIgnored or InputKind.InRange => inputs.Ignored ? 0 : 1,
        _ => throw new NotSupportedException($"{load.Kind} has no value."),
    };
}
