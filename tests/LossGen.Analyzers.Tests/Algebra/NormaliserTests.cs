using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Algebra;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests.Algebra;

/// <summary>The canonical form of an expression has its value, whatever its inputs are.</summary>
public class NormaliserTests
{
    private const int Expressions = 4000;
    private const int Draws = 5;

    private static readonly Op[] Unary = [Op.Neg, Op.Neg, Op.Exp, Op.Exp, Op.Abs, Op.Tanh];

    private static readonly Op[] Binary = [Op.Add, Op.Sub, Op.Mul, Op.Div, Op.Div, Op.Max];

    private readonly Value a = Value.Leaf("a", "a");
    private readonly Value b = Value.Leaf("b", "b");
    private readonly Value row = Value.Leaf("row", "row");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_canonical_form_has_the_value_of_what_is_written(int seed)
    {
        var random = new Random(seed);
        int rewritten = 0, compared = 0;
        var recognised = new HashSet<Op>();
        for (int expression = 0; expression < Expressions; expression++)
        {
            var (written, canonical) = Draw(random, depth: 4, isRow: expression % 2 == 0);
            rewritten += written.Equals(canonical) ? 0 : 1;
            recognised.UnionWith(Parts(canonical).Select(part => part.Op).Except(Parts(written).Select(part => part.Op)));
            for (int draw = 0; draw < Draws; draw++)
            {
                var given = new Dictionary<Value, double[]>
                {
                    [a] = [Number(random)],
                    [b] = [Number(random)],
                    [row] = [Number(random), Number(random), Number(random)],
                };
                var asWritten = new ValueEvaluator(given);
                double[] expected = asWritten.Of(written);
                if (!expected.All(double.IsFinite) || !double.IsFinite(asWritten.Scale) || asWritten.Scale > 1e6 || asWritten.IsDelicate)
                {
                    continue;
                }

                compared++;
                double[] actual = new ValueEvaluator(given).Of(canonical);
                double slack = 1e-12 * (1 + asWritten.Scale) * (1 + asWritten.Scale);
                for (int i = 0; i < Math.Max(expected.Length, actual.Length); i++)
                {
                    actual[i % actual.Length].ShouldBe(expected[i % expected.Length], slack, $"seed {seed}, expression {expression}: {ValueText.Of(written)} became {ValueText.Of(canonical)}");
                }
            }
        }

        compared.ShouldBeGreaterThan(Expressions * Draws / 2);
        rewritten.ShouldBeGreaterThan(Expressions / 10);
        recognised.ShouldContain(Op.Sigmoid);
        recognised.ShouldContain(Op.Softmax);
    }

    private static IEnumerable<Value> Parts(Value value) => value.Args.SelectMany(Parts).Prepend(value);

    private static double Number(Random random) => random.Next(5) == 0 ? random.Next(-2, 3) : (random.NextDouble() - 0.5) * 6;

    /// <summary>An expression as it is written, and as the engine builds it: a number, or one number for each element of the row.</summary>
    private (Value Written, Value Canonical) Draw(Random random, int depth, bool isRow)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            Value leaf = isRow ? row : random.Next(4) == 0 ? Value.Const(random.Next(-2, 3)) : random.Next(2) == 0 ? a : b;
            return (leaf, leaf);
        }

        (Value Written, Value Canonical) Of(Op op, params (Value Written, Value Canonical)[] parts) =>
            (Value.Of(op, parts.Select(part => part.Written).ToArray()), Canonical.Build(op, parts.Select(part => part.Canonical).ToArray()));

        (Value, Value) one = (Value.Const(1), Value.Const(1));
        var x = Draw(random, depth - 1, isRow);

        // What is subtracted in the exponents of a softmax is given the benefit of the doubt, and taken for the maximum: here it is one.
        var exp = Of(Op.Exp, isRow && x.Canonical.Is(Op.Sub) ? Of(Op.Sub, x, Of(Op.MaxOf, x)) : x);
        switch (random.Next(isRow ? 8 : 10))
        {
            // The shapes that people write functions of the family in, and what is near them.
            case 0:
                return Of(Op.Div, one, Of(Op.Add, one, Of(Op.Exp, Of(Op.Neg, x))));
            case 1:
                return Of(Op.Div, exp, Of(Op.Add, one, random.Next(3) == 0 ? Of(Op.Exp, Draw(random, depth - 1, isRow)) : exp));
            case 2 when isRow:
                return Of(Op.Mul, exp, Of(Op.Div, one, Of(random.Next(3) == 0 ? Op.MaxOf : Op.Sum, exp)));
            case 3 when isRow:
                return Of(Op.Div, exp, Of(Op.Sum, random.Next(3) == 0 ? Of(Op.Exp, Draw(random, depth - 1, isRow)) : exp));
            case 2 or 3:
                return Of(Op.Choose, Of(Op.Greater, x, (b, b)), x, random.Next(2) == 0 ? (b, b) : Draw(random, depth - 1, isRow));
            case 4 or 5:
                return Of(Unary[random.Next(Unary.Length)], x);
            case 6 or 7:
                return Of(Binary[random.Next(Binary.Length)], x, Draw(random, depth - 1, isRow));
            case 8:
                return Of(Op.Div, exp, Of(Op.Add, exp, Of(Op.Exp, Draw(random, depth - 1, isRow))));
            default:
                return Of(random.Next(2) == 0 ? Op.Sum : Op.MaxOf, Draw(random, depth - 1, isRow: true));
        }
    }
}
