using System;

namespace LossGen;

/// <summary>
/// Says that a number of a formula differs from row to row: the kernel's parameter of that name is a span with one element per row.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PerRowAttribute : Attribute;
