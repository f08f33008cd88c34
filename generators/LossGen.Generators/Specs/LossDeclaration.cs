using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Specs;

/// <summary>What <c>targets</c> can mean to a loss.</summary>
[Flags]
internal enum TargetKinds
{
    /// <summary>The loss has no targets.</summary>
    None = 0,

    /// <summary>One class index per row, of any integer type.</summary>
    Indices = 1,

    /// <summary>One number per class of each row, of the logits' type.</summary>
    Numbers = 2,

    /// <summary>Yes or no for each label: numbers from 0 to 1, <c>bool</c>, <c>byte</c>, or a bit mask per row in a <c>ulong</c>.</summary>
    Labels = 4,
}

/// <summary>A parameter that a loss has besides the common ones.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="IsRequired">Whether the loss cannot be computed without.</param>
internal sealed record RoleUse(KernelRole Role, bool IsRequired = true);

/// <summary>Why a method that is right in each of its parts is refused.</summary>
/// <param name="Option">The option to change; the whole attribute, if none.</param>
/// <param name="Message">The reason.</param>
internal sealed record Refusal(string? Option, string Message);

/// <summary>The side of a loss that a reader of methods needs: its attribute, its options and their ranges, its parameters. Its formula is in a derived class.</summary>
internal abstract class LossDeclaration
{
    /// <summary>The attribute's name, without its suffix.</summary>
    public abstract string Name { get; }

    /// <summary>What it computes, in the words of a sentence.</summary>
    public abstract string Title { get; }

    /// <summary>For a function of the logits alone: the output that gives it its name.</summary>
    public virtual KernelRole? Output => null;

    /// <summary>What its targets can be.</summary>
    public virtual TargetKinds Targets => TargetKinds.Indices;

    /// <summary>The options that it has besides the common ones.</summary>
    public virtual IReadOnlyList<LossOption> Options => [];

    /// <summary>The parameters that it has besides the common ones.</summary>
    public virtual IReadOnlyList<RoleUse> Roles => [];

    /// <summary>Common parameters that have no meaning here.</summary>
    public virtual IReadOnlyList<KernelRole> Without => [];

    public string MetadataName => "LossGen." + Name + "Attribute";

    public LossTraits Traits => new(Name, Title, Output is null, Targets == TargetKinds.Labels, Custom);

    /// <summary>The user's formula, if it is one.</summary>
    public virtual CustomLoss? Custom => null;

    /// <summary>Why a common parameter has no meaning here, where that takes more words than these.</summary>
    public virtual string? WhyWithout(KernelRole role) => null;

    /// <summary>What does not fit together, once every part was read.</summary>
    public virtual IEnumerable<Refusal> Refuse(KernelSpec spec) => [];

    /// <summary>Whether a parameter means something to this loss.</summary>
    public bool Has(KernelRole role) => Output is not null ? NeedNoLoss.Contains(role)
        : role == KernelRole.Targets || role == KernelRole.Correct ? Targets != TargetKinds.None && !Without.Contains(role)
        : role == KernelRole.ClassWeights ? Targets != TargetKinds.None
        : Roles.Any(use => use.Role == role) || (!RoleTable.Of(role).IsOfSomeLosses && !Without.Contains(role));

    private static readonly KernelRole[] NeedNoLoss =
        [KernelRole.Logits, KernelRole.LogitBias, KernelRole.Probabilities, KernelRole.LogProbabilities, KernelRole.LogSumExp, KernelRole.Predictions, KernelRole.Classes, KernelRole.Inner, KernelRole.Mask,
            KernelRole.Features, KernelRole.Weights, KernelRole.Bias, KernelRole.RowStride];
}

/// <summary>What the rest of the compiler knows of a loss besides its formula.</summary>
/// <param name="Name">The attribute's name, without its suffix.</param>
/// <param name="Title">What it computes, in the words of a sentence.</param>
/// <param name="IsLoss">Whether there is a loss, and not just a function of the logits.</param>
/// <param name="IsBinary">Whether every logit is a question of its own, answered with yes or no.</param>
/// <param name="Custom">The user's formula, if it is one.</param>
internal sealed record LossTraits(string Name, string Title, bool IsLoss, bool IsBinary, CustomLoss? Custom = null);
