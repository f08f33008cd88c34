using System;
using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Algebra;

/// <summary>The range of an expression holds its value, whatever its inputs are.</summary>
public class RangesTests
{
    private static readonly Op[] Unary =
    [
        Op.Tanh, Op.Sigmoid, Op.Softplus, Op.Exp, Op.Expm1, Op.Abs, Op.Sqrt, Op.Neg, Op.LogSigmoid,
    ];

    private static readonly Op[] Binary = [Op.Add, Op.Sub, Op.Mul, Op.Div, Op.Max, Op.Min];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_range_holds_the_value_for_all_inputs(int seed)
    {
        var random = new Random(seed);
        int bounded = 0;
        for (int expression = 0; expression < 2000; expression++)
        {
            Value[] inputs = [Value.Leaf("a", "a"), Value.Leaf("b", "b")];
            Value value = Random(random, inputs, depth: 4);
            LossGen.Analyzers.Domains.Range range = Ranges.Of(value, Facts.None);
            bounded += double.IsInfinity(range.Low) && double.IsInfinity(range.High) ? 0 : 1;
            for (int draw = 0; draw < 20; draw++)
            {
                double computed = new ValueEvaluator(new Dictionary<Value, double[]> { [inputs[0]] = [Draw(random)], [inputs[1]] = [Draw(random)] }).Number(value);
                if (!double.IsNaN(computed))
                {
                    double slack = 1e-12 * (1 + Math.Abs(computed));
                    computed.ShouldBeInRange(range.Low - slack, range.High + slack, "seed " + seed + ", expression " + expression);
                }
            }
        }

        bounded.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Comparisons_narrow_a_range()
    {
        Value x = Value.Leaf("x");
        Facts facts = Facts.None.And(Value.Of(Op.Greater, x, Value.Const(2)), holds: true).And(Value.Of(Op.Greater, x, Value.Const(5)), holds: false);
        LossGen.Analyzers.Domains.Range range = Ranges.Of(x, facts);
        (range.Low, range.High).ShouldBe((2, 5));
    }

    // Every comparison of x with a constant, read either way round, true or not: x is told from a number exactly where the number would fail.
    [Fact]
    public void A_comparison_tells_a_value_from_the_numbers_that_fail_it()
    {
        Value x = Value.Leaf("x");
        foreach (Op op in (Op[])[Op.Greater, Op.GreaterOrEqual])
        {
            foreach (int limit in (int[])[-1, 0, 1, 2])
            {
                foreach (bool isFirst in (bool[])[true, false])
                {
                    foreach (bool holds in (bool[])[true, false])
                    {
                        Value constant = Value.Const(limit);
                        Facts facts = Facts.None.And(isFirst ? Value.Of(op, x, constant) : Value.Of(op, constant, x), holds);
                        foreach (int number in (int[])[0, 1])
                        {
                            (int larger, int smaller) = isFirst ? (number, limit) : (limit, number);
                            bool passes = (op == Op.Greater ? larger > smaller : larger >= smaller) == holds;
                            facts.TellFrom(x, number).ShouldBe(!passes, $"{op} {limit} {isFirst} {holds} {number}");
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Only_one_of_two_dependent_parts_is_reached()
    {
        Value t = Value.Of(Op.Tanh, Value.Leaf("x"));
        Ranges.Of(Value.Of(Op.Sub, Value.Const(1), t), Facts.None).ShouldBe(new LossGen.Analyzers.Domains.Range(0, 2, IsReached: true));
        Ranges.Of(Value.Of(Op.Sub, t, Value.Of(Op.Mul, t, t)), Facts.None).IsReached.ShouldBeFalse();
    }

    private static double Draw(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => 1,
        2 => -1,
        3 => (random.NextDouble() - 0.5) * 1e-6,
        4 => (random.NextDouble() - 0.5) * 100,
        _ => (random.NextDouble() - 0.5) * 4,
    };

    private static Value Random(Random random, Value[] inputs, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            return random.Next(3) == 0 ? Value.Const(random.Next(-3, 4)) : inputs[random.Next(inputs.Length)];
        }

        Value Part() => Random(random, inputs, depth - 1);
        return random.Next(5) switch
        {
            0 => Value.Of(Op.Clamp, Part(), Value.Const(-1), Value.Const(random.Next(0, 3))),
            1 => Value.Of(Op.Choose, Value.Of(Op.Greater, inputs[0], Value.Const(random.Next(-1, 2))), Part(), Part()),
            2 or 3 => Value.Of(Unary[random.Next(Unary.Length)], Part()),
            _ => Value.Of(Binary[random.Next(Binary.Length)], Part(), Part()),
        };
    }
}
