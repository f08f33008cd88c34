namespace LossGen.Generators.Rows;

/// <summary>
/// The sum of the other exponentials to twice the digits, from the sum that is known: each exponential is split into a head on a grid of the
/// sum's size, whose sum has no rounding, and a tail that is so small that its roundings do not count. Plain sums of every schedule do it.
/// </summary>
/// <param name="steps">The steps of the program.</param>
/// <param name="exponential">e_k, of which the largest is 1.</param>
/// <param name="sum">The sum of all but the largest, as a sum of rounded numbers gives it.</param>
/// <param name="suffix">What tells the names of this softmax from those of another.</param>
internal sealed class FineSum(StepList steps, Expr exponential, Expr sum, string suffix)
{
    /// <summary>The sum, rounded once.</summary>
    public Expr Sum => steps.Defined("othersFine" + suffix, Heads + Tails);

    /// <summary>What that rounding left out.</summary>
    public Expr Error => steps.Defined("othersError" + suffix, Heads - Sum + Tails);

    // Four times the sum: neither the sum of the heads, with the 1 in it, nor a head plus the anchor leaves the grid.
    private Expr Anchor => steps.Defined("anchor" + suffix, 4 * sum);

    // Below 1 the largest, which is 1, would be far from the grid and is left out; above, one 1 too many is taken back.
    private Expr IsBelowOne => new Compare(CompareOp.Greater, Expr.One, sum);

    private Expr LeftOut => steps.Defined("leftOut" + suffix, new Choose(IsBelowOne, Expr.One, -1));

    private Expr Summand => steps.Defined("summand" + suffix, new Choose(new Compare(CompareOp.Equal, exponential, LeftOut), Expr.Zero, exponential));

    // Two steps: nothing may simplify them.
    private Expr Anchored => steps.Defined("anchored" + suffix, Summand + Anchor);

    private Expr Head => steps.Defined("head" + suffix, Anchored - Anchor);

    private Expr Heads => steps.Defined("heads" + suffix, steps.Reduced("headSum" + suffix, ReduceOp.Sum, Head) - new Choose(IsBelowOne, Expr.Zero, Expr.One));

    private Expr Tails => steps.Reduced("tails" + suffix, ReduceOp.Sum, steps.Defined("tail" + suffix, Summand - Head));
}
