namespace Digits.Training;

/// <summary>One iteration of the training, for the display.</summary>
internal sealed record Step(int Iteration, double Objective, double GradientNorm, double[] Parameters);
