using LossGen.Analyzers.Values;

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
}
