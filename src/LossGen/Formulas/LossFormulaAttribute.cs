using System;

namespace LossGen;

/// <summary>
/// Marks a method as the formula of a loss: the value of one row, as a paper prints it. It is an ordinary method, in double, that can be
/// called and tested; <see cref="CustomLossAttribute"/> turns the same method into a stable, differentiated, vectorised kernel.
/// </summary>
/// <remarks>
/// The method is static, returns <see langword="double"/>, and takes a <see cref="LossRow"/> or a <see cref="BinaryRow"/> first. Each further
/// <see langword="double"/> is a parameter of the kernel with that name (or a constant of the type), with <see cref="PerRowAttribute"/> one
/// number per row, and a <c>Func&lt;int, double&gt;</c> one number per class.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossFormulaAttribute : Attribute;
