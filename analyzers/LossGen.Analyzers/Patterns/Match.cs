using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Patterns;

/// <summary>What the names in a pattern stand for.</summary>
internal sealed class Match
{
    private readonly ImmutableDictionary<string, Value> captured;

    private Match(ImmutableDictionary<string, Value> captured) => this.captured = captured;

    public static Match Empty { get; } = new(ImmutableDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal));

    public Value this[string name] => captured.TryGetValue(name, out Value? value) ? value : Value.Unknown;

    public bool Has(string name) => captured.ContainsKey(name);

    /// <summary>The match with one more name, or null where the name already stands for something else.</summary>
    public Match? With(string name, Value value)
    {
        if (captured.TryGetValue(name, out Value? before))
        {
            return before.Equals(value) ? this : null;
        }

        return new Match(captured.Add(name, value));
    }
}
