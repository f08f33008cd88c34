using System.Collections.Generic;
using System.Linq;

namespace LossGen.Oracle.Losses;

/// <summary>The softmax of one row of finite logits (or −∞) in 256 bits.</summary>
public sealed class ExactSoftmaxRow
{
    private readonly BigFloat[] logits;
    private readonly BigFloat max;
    private readonly BigFloat[] exponentials;
    private readonly BigFloat sum;
    private readonly BigFloat logSum;

    public ExactSoftmaxRow(IEnumerable<double> values)
    {
        logits = [.. values.Select(value => (BigFloat)value)];
        max = logits.Aggregate(BigFloat.Max);
        exponentials = [.. logits.Select(x => BigFloat.Exp(x - max))];
        sum = exponentials.Aggregate((a, b) => a + b);
        logSum = BigFloat.Log(sum);
    }

    public BigFloat NegLogP(int k) => (max - logits[k]) + logSum;

    public BigFloat P(int k) => exponentials[k] / sum;

    /// <summary>1 − p: with 256 bits, the subtraction keeps more than any double.</summary>
    public BigFloat Q(int k) => (sum - exponentials[k]) / sum;
}
