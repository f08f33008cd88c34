namespace LossGen.Generators.Specs;

/// <summary>A loss that a user wrote as a formula.</summary>
/// <param name="Name">The formula's name.</param>
/// <param name="Loss">The loss of a row, or of one label; in stable form.</param>
/// <param name="Targets">What its targets can be.</param>
/// <param name="Parameters">What it takes besides.</param>
internal sealed record CustomLoss(string Name, Formula Loss, TargetKinds Targets, EquatableArray<CustomParameter> Parameters);

/// <summary>What a formula computes, in a language of its own: a specification carries it and does not read it.</summary>
internal abstract record Formula;

/// <summary>A number of a formula that a kernel's parameter gives.</summary>
/// <param name="Name">Its name in the formula and in the kernel's signature.</param>
/// <param name="Role">What it stands for in the compiler.</param>
internal sealed record CustomParameter(string Name, KernelRole Role);
