using System;

namespace LossGen;

/// <summary>Tells the analyzers that a value holds logits: unnormalised scores, any real number.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LogitsAttribute : Attribute;

/// <summary>Tells the analyzers that a value holds probabilities, 0 … 1.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ProbabilitiesAttribute : Attribute;

/// <summary>Tells the analyzers that a value holds logarithms of probabilities, −∞ … 0.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LogProbabilitiesAttribute : Attribute;
