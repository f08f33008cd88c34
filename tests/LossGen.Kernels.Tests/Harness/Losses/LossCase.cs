using System;
using System.Collections.Generic;
using LossGen.Oracle;

namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>How much of a parameter a kernel takes.</summary>
public enum Amount
{
    PerElement,
    PerClass,
    PerRow,
    PerPair,
    Once,
}

/// <summary>A parameter besides logits and targets, and how its numbers are drawn.</summary>
public sealed record LossInput(string Name, Amount Amount, Func<Random, double> Draw);

/// <summary>What <c>targets</c> are.</summary>
public enum TargetsAre
{
    None,
    Indices,
    Probabilities,

    /// <summary>Numbers from 0 to 1, often 0 or 1 themselves.</summary>
    Labels,
}

/// <summary>One way to use a loss, with the formula of the literature that it is held against.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Options">Its options, as C#.</param>
/// <param name="Formula">The loss of a row in 256 bits, as the literature prints it.</param>
public sealed record LossCase(string Attribute, string Options, Func<OracleRow, BigFloat> Formula)
{
    public TargetsAre Targets { get; init; } = TargetsAre.Indices;

    public IReadOnlyList<LossInput> Inputs { get; init; } = [];

    /// <summary>Σ|terms of the printed formula| where terms of both signs are added: of the loss for k = −1, of the derivative for a class.</summary>
    public Func<OracleRow, int, double>? Terms { get; init; }

    /// <summary>Whether the gap to the maximum, whose rounding an exponential amplifies, has a share in the bound.</summary>
    public bool GapCounts { get; init; }

    /// <summary>To how many digits the loss's own formula is that of the literature: fewer, where it has constants that were rounded to double.</summary>
    public int Digits { get; init; } = 50;

    /// <summary>The number of roundings that the bound allows, in units in the last place.</summary>
    public double Ulps { get; init; } = 8;

    /// <summary>Whether the kernels write the diagonal of the Hessian too.</summary>
    public bool HasHessian { get; init; } = true;

    /// <summary>Whether the derivative is finite where the loss is infinite.</summary>
    public bool HasBoundedSlope { get; init; } = true;

    /// <summary>Whether the derivative jumps: on a tie with the margin, another rounding gives another derivative.</summary>
    public bool HasCorners { get; init; }

    /// <summary>Whether logits are transformed before the loss's own formula sees them.</summary>
    public bool IsTransformed { get; init; }

    /// <summary>Whether the loss is a function of the probabilities, and not of the logits themselves.</summary>
    public bool IsOfProbabilities { get; init; } = true;

    /// <summary>Whether every logit is a question of its own.</summary>
    public bool IsBinary => Targets == TargetsAre.Labels;

    public override string ToString() => Attribute + "(" + Options + ")";
}
