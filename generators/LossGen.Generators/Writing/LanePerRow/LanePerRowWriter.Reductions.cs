using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.LanePerRow;

/// <content>Reductions over the classes, as trees: short chains, and the same tree for every row.</content>
internal sealed partial class LanePerRowWriter
{
    private void WriteReduce(Reduce reduce)
    {
        switch (reduce.Op)
        {
            case ReduceOp.Max when Tournament is { } exponentials
                && RowProgram.NamesIn(exponentials.Value).Any(name => name.Id == reduce.Name):
                Step("maximum, by comparing and exchanging: low1… are exactly the other logits");
                WriteMaximumAndOthers(reduce.Name, [.. Each(k => Print(reduce.Body, k))]);
                break;
            case ReduceOp.Max:
                Step("maximum");
                WriteTree(reduce.Name, [.. Each(k => Print(reduce.Body, k))], v.Max);
                break;
            case ReduceOp.Min:
                Step("minimum");
                WriteTree(reduce.Name, [.. Each(k => Print(reduce.Body, k))], v.Min);
                break;
            case ReduceOp.Sum:
                Step("sum over the classes");
                WriteTree(reduce.Name, [.. Each(k => Summand(reduce.Body, k))], Add);
                break;
            case ReduceOp.SumOthers when Classes == 1:
                Step("no other class: 0, or NaN for a logit that is not finite");
                w.Line($"{v.Type} {reduce.Name} = {Print(reduce.Body, 0)} - {Print(reduce.Body, 0)};");
                break;
            case ReduceOp.SumOthers when Tournament is { } exponentials && reduce.Body is Name body && body.Id == exponentials.Name:
                Step("others = the sum of the other exponentials; max - max turns an infinite maximum into NaN");
                WriteExponentials(exponentials, firstOfMaximum);
                foreach (string part in deferred)
                {
                    w.Line(part);
                }

                w.Line($"{v.Type} {reduce.Name} = {othersOfMaximum} + (max - max);");
                break;
            case ReduceOp.SumOthers:
                Step("others = their sum without the largest, which is 1: compare and exchange; high - high keeps its NaN");
                WriteOthers(reduce.Name, [.. Each(k => Print(reduce.Body, k))]);
                break;
        }
    }

    private IEnumerable<string> Each(System.Func<int, string> value) => Enumerable.Range(0, Classes).Select(value);

    // The sum of the other exponentials, which waits until the maximum of the logits is known.
    private readonly List<string> deferred = [];
    private string othersOfMaximum = string.Empty;

    // The number of its first exchange: another softmax of the same rows may have exchanged before.
    private int firstOfMaximum;

    /// <summary>The maximum of the logits; all lower ones are put aside, and the sum of their exponentials is planned in the order of <see cref="WriteOthers"/>.</summary>
    private void WriteMaximumAndOthers(string name, List<string> logits)
    {
        firstOfMaximum = exchanges + 1;
        (string top, string sum) = Combine(logits, (first, second) => (Exchange(first, second).Low.Replace("low", "e"), "high" + Literals.Integer(exchanges)), value =>
        {
            string part = "othersPart" + Literals.Integer(++parts);
            deferred.Add($"{v.Type} {part} = {value};");
            return part;
        });
        w.Line($"{v.Type} {name} = {top};");
        othersOfMaximum = sum;
    }

    /// <summary>The sum of all but the largest. The lower of a pair is added soon: kept until the end it would take a register.</summary>
    private void WriteOthers(string name, List<string> values)
    {
        (string top, string sum) = Combine(values, Exchange, value =>
        {
            string part = name + "Part" + Literals.Integer(++parts);
            w.Line($"{v.Type} {part} = {value};");
            return part;
        });
        w.Line($"{v.Type} {name} = {sum} + ({top} - {top});");
    }

    /// <summary>Compares and exchanges by fours, then the winners, and adds the lower ones up.</summary>
    private static (string Top, string Sum) Combine(List<string> values, System.Func<string, string, (string Low, string High)> exchange, System.Func<string, string> part)
    {
        var groups = new List<(string Top, string Sum)>();
        for (int start = 0; start < values.Count; start += 4)
        {
            groups.Add(CombineFour(values.Skip(start).Take(4).ToList(), exchange, part));
        }

        while (groups.Count > 1)
        {
            var next = new List<(string Top, string Sum)>();
            for (int i = 0; i + 1 < groups.Count; i += 2)
            {
                (string low, string high) = exchange(groups[i].Top, groups[i + 1].Top);
                string sum = string.Join(" + ", new[] { groups[i].Sum, groups[i + 1].Sum }.Where(summand => summand.Length > 0));
                next.Add((high, part(sum.Contains(" ") ? $"({sum}) + {low}" : sum.Length > 0 ? $"{sum} + {low}" : low)));
            }

            if (groups.Count % 2 == 1)
            {
                next.Add(groups[groups.Count - 1]);
            }

            groups = next;
        }

        return groups[0];
    }

    private static (string Top, string Sum) CombineFour(List<string> values, System.Func<string, string, (string Low, string High)> exchange, System.Func<string, string> part)
    {
        if (values.Count == 1)
        {
            return (values[0], string.Empty);
        }

        (string low1, string high1) = exchange(values[0], values[1]);
        if (values.Count == 2)
        {
            return (high1, low1);
        }

        (string low2, string high2) = values.Count == 4 ? exchange(values[2], values[3]) : (string.Empty, values[2]);
        (string low3, string top) = exchange(high1, high2);
        return (top, part(values.Count == 4 ? $"({low1} + {low2}) + {low3}" : $"{low1} + {low3}"));
    }

    /// <summary>
    /// Puts the lower of a pair aside. The order of the operands matters: of a pair with NaN, the native minimum and maximum both return their
    /// second operand, so each of the two goes its way and none is lost.
    /// </summary>
    private (string Low, string High) Exchange(string first, string second)
    {
        string number = Literals.Integer(++exchanges);
        w.Line($"{v.Type} low{number} = {v.Min(second, first)}, high{number} = {v.Max(first, second)};");
        return ("low" + number, "high" + number);
    }

    private int exchanges;

    /// <summary>A difference in parentheses: without them a sum would add its first operand to the sum and then subtract the other.</summary>
    private string Summand(Expr body, int k) =>
        body is Binary { Op: BinaryOp.Add or BinaryOp.Subtract } ? "(" + Print(body, k) + ")" : Print(body, k);

    private static string Add(string left, string right) => $"({left} + {right})";

    /// <summary>A tree, four leaves to a line.</summary>
    private void WriteTree(string name, List<string> leaves, System.Func<string, string, string> combine)
    {
        while (leaves.Count > 4)
        {
            var next = new List<string>();
            for (int i = 0; i < leaves.Count; i += 4)
            {
                var group = leaves.Skip(i).Take(4).ToList();
                if (group.Count == 1)
                {
                    next.Add(group[0]);
                    continue;
                }

                string part = name + "Part" + Literals.Integer(++parts);
                w.Line($"{v.Type} {part} = {Bare(Tree(group, combine))};");
                next.Add(part);
            }

            leaves = next;
        }

        w.Line($"{v.Type} {name} = {Bare(Tree(leaves, combine))};");
    }

    private int parts;

    /// <summary>Without the parentheses around the whole, where there are such.</summary>
    private static string Bare(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return text;
            }
        }

        return text.Substring(1, text.Length - 2);
    }

    private static string Tree(List<string> terms, System.Func<string, string, string> combine)
    {
        while (terms.Count > 1)
        {
            var next = new List<string>();
            for (int i = 0; i + 1 < terms.Count; i += 2)
            {
                next.Add(combine(terms[i], terms[i + 1]));
            }

            if (terms.Count % 2 == 1)
            {
                next.Add(terms[terms.Count - 1]);
            }

            terms = next;
        }

        return terms[0];
    }
}
