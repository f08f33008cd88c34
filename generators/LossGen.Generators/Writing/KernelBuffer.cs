using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>A span of the kernel, under its role's name.</summary>
internal sealed record KernelBuffer(KernelRole Role, string Name, string Item, BufferExtent Extent, bool IsWritten)
{
    /// <summary>The spans of a kernel, in a fixed order.</summary>
    public static IReadOnlyList<KernelBuffer> Of(KernelSpec spec) =>
    [
        .. from parameter in spec.Parameters
           where RoleTable.Of(parameter.Role).Extent != BufferExtent.Number
           let role = RoleTable.Of(parameter.Role)
           orderby parameter.Role
           select new KernelBuffer(parameter.Role, role.Name, parameter.Item, ExtentOf(spec, parameter.Role), parameter.IsWritten),
    ];

    private static BufferExtent ExtentOf(KernelSpec spec, KernelRole role) => role switch
    {
        KernelRole.Targets => spec.HasIndexTargets || spec.Parameter(role)!.Item == "ulong" ? BufferExtent.OnePerRow : BufferExtent.RowOfClasses,
        KernelRole.Mask when MaskText.IsBits(spec) => BufferExtent.WordsPerRow,
        _ => RoleTable.Of(role).Extent,
    };
}
