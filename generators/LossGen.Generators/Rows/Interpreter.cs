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

/// <summary>
/// Runs a row program in double, one step after the other: the meaning of a program, free of any schedule. The program is read once, into
/// functions of a row and a class; a value of the row is computed once a row.
/// </summary>
internal sealed class Interpreter
{
    private readonly Dictionary<string, (int Slot, Shape Shape)> names = [];
    private readonly List<Action<Row>> steps;
    private readonly IReadOnlyList<Part> kept;
    private readonly IReadOnlyList<Part> counted;

    public Interpreter(RowProgram program)
    {
        steps = [.. program.Statements.Select(Step)];
        kept = [.. program.Kept.Select(Read)];
        counted = [.. program.Counted.Select(Read)];
    }

    /// <summary>An expression's value for a class of a row.</summary>
    private delegate double Part(Row row, int k);

    public static RowOutputs Run(RowProgram program, RowInputs inputs) => new Interpreter(program).Run(inputs);

    public RowOutputs Run(RowInputs inputs)
    {
        var row = new Row(inputs, names.Count);
        foreach (var step in steps)
        {
            step(row);
        }

        var outputs = row.Outputs;
        bool isKept = kept.All(condition => condition(row, 0) != 0);
        bool isCounted = counted.All(condition => condition(row, 0) != 0);
        foreach (var output in outputs.Keys.Where(output =>
            output == OutputKind.Correct ? !isCounted : !isKept && Outputs.DependsOnTarget(output)).ToList())
        {
            outputs[output] = new double[row.Classes];
        }

        double[] loss = outputs.TryGetValue(OutputKind.Losses, out double[]? rows) || outputs.TryGetValue(OutputKind.Total, out rows) ? rows : [0];
        return new RowOutputs(loss[0], outputs.TryGetValue(OutputKind.Gradient, out double[]? gradient) ? gradient : [], outputs);
    }

    private Action<Row> Step(Statement statement)
    {
        switch (statement)
        {
            case Load load:
                return Define(load.Name, Inputs.ShapeOf(load.Kind), Value(load));
            case Let let:
                return Define(let.Name, let.Value.Shape, Read(let.Value));
            case Reduce reduce:
                var body = Read(reduce.Body);
                return Define(reduce.Name, Shape.Row, (row, _) => Combine(reduce.Op, row.OfClasses(body), row.Inputs.Target));
            case Store store:
                var stored = Read(store.Value);
                return store.Value.Shape == Shape.Class
                    ? row => row.Outputs[store.Output] = row.OfClasses(stored)
                    : row => row.Outputs[store.Output] = [.. Enumerable.Repeat(stored(row, 0), row.Classes)];
            default:
                throw new InvalidOperationException("A row program holds no " + statement.GetType().Name + ".");
        }
    }

    private Action<Row> Define(string name, Shape shape, Part value)
    {
        int slot = names.Count;
        names[name] = (slot, shape);
        return shape == Shape.Class ? row => row.Values[slot] = row.OfClasses(value) : row => row.Values[slot] = [value(row, 0)];
    }

    private static double Combine(ReduceOp op, double[] terms, int target)
    {
        switch (op)
        {
            case ReduceOp.AtTarget:
                return terms[target];
            case ReduceOp.Sum:
                return terms.Sum();
            case var _ when terms.Any(double.IsNaN):
                return double.NaN;
            case ReduceOp.Max:
                return terms.Max();
            case ReduceOp.Min:
                return terms.Min();
            case ReduceOp.SumOthers:
                int top = Array.IndexOf(terms, terms.Max());
                return terms.Where((_, k) => k != top).Sum();
            default:
                throw new InvalidOperationException("The interpreter does not know " + op + ".");
        }
    }

    private Part Read(Expr expr)
    {
        switch (expr)
        {
            case Number number:
                return (_, _) => number.Value;
            case Name name:
                var (slot, shape) = names[name.Id];
                return shape == Shape.Class ? (row, k) => row.Values[slot][k] : (row, _) => row.Values[slot][0];
            case Unary u:
                return Of(Operations.Of(u.Op).Value, u.Operand);
            case Power p:
                return Of(x => Math.Pow(x, p.Exponent), p.Operand);
            case PowerOfOthers p:
                return Of((e, rest) => Math.Pow(ShareOfOthers(e, rest), p.Exponent), p.Exponential, p.Rest + p.RestError);
            case Least l:
                return Of(max => max - (1e6 * l.Temperature), l.Max);
            case ExactExp e:
                return Of((x, max) => Math.Exp((x - max) / e.Temperature), e.Logit, e.Max);
            case Binary b:
                return Of(Function(b.Op), b.Left, b.Right);
            case IsNaN n:
                return Of(x => double.IsNaN(x) ? 1 : 0, n.Operand);
            case Compare c:
                return Of((x, y) => Compare.Holds(c.Op, x, y) ? 1 : 0, c.Left, c.Right);
            case Choose c:
                var (condition, then, otherwise) = (Read(c.Condition), Read(c.Then), Read(c.Otherwise));
                return (row, k) => condition(row, k) != 0 ? then(row, k) : otherwise(row, k);
            default:
                throw new InvalidOperationException("A row program holds no " + expr.GetType().Name + ".");
        }
    }

    private Part Of(Func<double, double> function, Expr operand)
    {
        var part = Read(operand);
        return (row, k) => function(part(row, k));
    }

    private Part Of(Func<double, double, double> function, Expr left, Expr right)
    {
        var (first, second) = (Read(left), Read(right));
        return (row, k) => function(first(row, k), second(row, k));
    }

    private static double ShareOfOthers(double exponential, double rest) => (exponential == 1 ? rest : 1 + rest - exponential) / (1 + rest);

    private static Func<double, double, double> Function(BinaryOp op) => op switch
    {
        BinaryOp.Add => (left, right) => left + right,
        BinaryOp.Subtract => (left, right) => left - right,
        BinaryOp.Multiply => (left, right) => left * right,
        BinaryOp.Divide => (left, right) => left / right,
        BinaryOp.MultiplyOrZero => (left, right) => left == 0 ? 0 : left * right,
        BinaryOp.Max => Math.Max,
        _ => throw new InvalidOperationException("The interpreter does not know " + op + "."),
    };

    private static Part Value(Load load)
    {
        var role = load.Role;
        return load.Kind switch
        {
            InputKind.Logit => (row, k) => row.Inputs.Logits[k],
            InputKind.TargetLogit => (row, _) => row.Inputs.Logits[row.Inputs.Target],
            InputKind.ClassIndex => (_, k) => k,
            InputKind.TargetIndex => (row, _) => row.Inputs.Target,
            InputKind.ClassCount => (row, _) => row.Classes,
            InputKind.IsTarget => (row, k) => k == row.Inputs.Target ? 1 : 0,
            InputKind.GradientScale => (row, _) => row.Inputs.GradientScale,
            InputKind.OfElement or InputKind.OfClass => (row, k) => row.Inputs.Roles[role][k],
            InputKind.OfTarget => (row, _) => row.Inputs.Roles[role][row.Inputs.Target],
            InputKind.OfRow or InputKind.OfCall => (row, _) => row.Inputs.Roles[role][0],
            InputKind.OfPair when role == KernelRole.Confusion => (row, k) => row.Inputs.Roles[role][(k * row.Classes) + row.Inputs.Target],
            InputKind.OfPair => (row, k) => row.Inputs.Roles[role][(row.Inputs.Target * row.Classes) + k],
            InputKind.NotIgnored or InputKind.InRange => (row, _) => row.Inputs.Ignored ? 0 : 1,
            _ => throw new NotSupportedException($"{load.Kind} has no value."),
        };
    }

    /// <summary>What is known of a row while its program runs: the value of each name, one number or one per class, and the outputs.</summary>
    private sealed class Row(RowInputs inputs, int names)
    {
        public RowInputs Inputs { get; } = inputs;

        public int Classes => Inputs.Logits.Length;

        public double[][] Values { get; } = new double[names][];

        public Dictionary<OutputKind, double[]> Outputs { get; } = [];

        public double[] OfClasses(Part part)
        {
            double[] values = new double[Classes];
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = part(this, k);
            }

            return values;
        }
    }
}
