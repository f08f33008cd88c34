using System;

namespace LossGen;

/// <summary>Says what a parameter of a kernel stands for, whatever it is called.</summary>
/// <param name="role">The role; it wins over the parameter's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RoleAttribute(KernelRole role) : Attribute
{
    /// <summary>What the parameter stands for.</summary>
    public KernelRole Role { get; } = role;
}
