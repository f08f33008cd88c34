using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;

namespace LossGen.Analyzers.Rules;

/// <summary>What a loss is given: logits, probabilities or their logarithms, as far as that is known.</summary>
internal static class Contents
{
    public static Domain DomainOf(Value value) => value.Op switch
    {
        Op.Softmax or Op.Sigmoid or Op.Probabilities => Domain.Probabilities,
        Op.LogSoftmax or Op.LogSigmoid or Op.LogProbabilities => Domain.LogProbabilities,
        _ => value.DeclaredDomain,
    };

    public static string NameOf(Value value) => value.Op switch
    {
        Op.Softmax => "the output of a softmax",
        Op.Sigmoid => "the output of a sigmoid",
        Op.LogSoftmax => "the output of a log-softmax",
        Op.LogSigmoid => "the logarithm of a sigmoid",
        _ => value.DeclaredDomain == Domain.LogProbabilities || value.Is(Op.LogProbabilities) ? "log-probabilities" : "probabilities",
    };

    /// <summary>The value's name with the numbers it lies between.</summary>
    public static string NameOf(Value value, Range range)
    {
        Value of = Shape.WithoutPlace(value);
        string name = of.Op switch
        {
            Op.Softmax or Op.Sigmoid or Op.LogSoftmax or Op.LogSigmoid => NameOf(of),
            Op.Tanh => "the output of a tanh",
            Op.Linear => "the output of a linear layer",
            Op.Max when of.Arg(0).IsConst(0) || of.Arg(1).IsConst(0) => "the output of a ReLU",
            Op.Clamp => "numbers clipped",
            _ => "numbers",
        };
        return double.IsInfinity(range.Low) && double.IsInfinity(range.High) ? name
            : double.IsInfinity(range.Low) ? name + " up to " + Text(range.High)
            : double.IsInfinity(range.High) ? name + " from " + Text(range.Low) + " on"
            : of.Is(Op.Clamp) || name == "numbers" ? name + " between " + Text(range.Low) + " and " + Text(range.High)
            : name + ", between " + Text(range.Low) + " and " + Text(range.High);
    }

    /// <summary>A short text for an exponent in a message.</summary>
    public static string TextOf(Value exponent) => ValueText.Of(exponent) is { Length: <= 24 } text && text.IndexOf('?') < 0 ? text : "the exponent";

    /// <summary>A limit in a message.</summary>
    public static string Text(double end) => end.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');
}
