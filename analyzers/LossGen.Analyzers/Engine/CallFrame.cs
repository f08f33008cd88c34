using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Engine;

/// <summary>What a template's placeholders stand for in one call.</summary>
/// <param name="Receiver">The instance called on.</param>
/// <param name="Args">The arguments by ordinal.</param>
/// <param name="Arguments">The arguments as written.</param>
internal sealed record CallFrame(Value? Receiver, ImmutableArray<Value> Args, ImmutableArray<IArgumentOperation> Arguments)
{
    public Value Named(string name)
    {
        foreach (IArgumentOperation argument in Arguments)
        {
            if (argument.Parameter is { } parameter && string.Equals(parameter.Name, name, StringComparison.Ordinal) && parameter.Ordinal < Args.Length)
            {
                return Args[parameter.Ordinal];
            }
        }

        return Value.Unknown;
    }
}
