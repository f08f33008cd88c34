using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Engine;

/// <summary>The methods whose summaries are being computed, innermost first: what ends recursion.</summary>
internal sealed class CallChain
{
    private const int MaxLength = 6;

    private readonly CallChain? outer;
    private readonly IMethodSymbol? method;
    private readonly int length;

    private CallChain(CallChain? outer, IMethodSymbol? method)
    {
        this.outer = outer;
        this.method = method;
        length = outer is null ? 0 : outer.length + 1;
    }

    public static CallChain None => new(outer: null, method: null);

    /// <summary>Set when a summary had to be cut short: then it is true only for this way of getting there and must not be kept.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The chain with one more method, or null where that would not end.</summary>
    public CallChain? Enter(IMethodSymbol next)
    {
        bool repeats = length >= MaxLength;
        for (CallChain? link = this; link is not null && !repeats; link = link.outer)
        {
            repeats = SymbolEqualityComparer.Default.Equals(link.method, next);
        }

        if (!repeats)
        {
            return new CallChain(this, next);
        }

        for (CallChain? link = this; link is not null; link = link.outer)
        {
            link.WasCut = true;
        }

        return null;
    }
}
