namespace LossGen.Kernels.Tests.Mutants;

/// <summary>One change of a kernel's text.</summary>
/// <param name="Id">Its number in the kernel, from 1.</param>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Before">The expression or statement.</param>
/// <param name="After">What stands there instead.</param>
/// <param name="Place">The method, and the line around it.</param>
internal sealed record Mutant(int Id, string Kind, string Before, string After, string Place)
{
    public override string ToString() => $"#{Id} {Kind}: {Before} → {After} in {Place}";
}
