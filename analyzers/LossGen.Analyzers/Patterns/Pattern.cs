using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Patterns;

/// <summary>A shape of values. Patterns are built once, from <see cref="P"/>.</summary>
internal abstract class Pattern
{
    /// <summary>The match extended by this pattern, or null.</summary>
    public abstract Match? Extend(Match match, Value value);

    public Match? On(Value value) => Extend(Match.Empty, value);
}
