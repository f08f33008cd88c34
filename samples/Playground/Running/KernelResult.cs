namespace LossGen.Playground.Running;

/// <summary>What one row gives; null for what was not asked for.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Probabilities">One number per class.</param>
/// <param name="Gradient">One number per class.</param>
public sealed record KernelResult(double? Loss, double[]? Probabilities, double[]? Gradient);
