using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>How many elements of a span belong to one row.</summary>
internal enum BufferExtent
{
    RowOfClasses,
    OnePerRow,

    /// <summary>The same elements for every row: one per class.</summary>
    OnePerClass,
}

/// <summary>A span of the kernel, under its role's name.</summary>
internal sealed record KernelBuffer(KernelRole Role, string Name, string Item, BufferExtent Extent, bool IsWritten)
{
    /// <summary>The spans of a kernel, in a fixed order.</summary>
    public static IReadOnlyList<KernelBuffer> Of(KernelSpec spec) =>
    [
        .. from parameter in spec.Parameters
           where parameter.Role is not (KernelRole.Scale or KernelRole.Correct or KernelRole.Classes or KernelRole.Inner)
           let role = RoleTable.Of(parameter.Role)
           orderby parameter.Role
           select new KernelBuffer(parameter.Role, role.Name, parameter.Item, ExtentOf(spec, parameter.Role), parameter.IsWritten),
    ];

    private static BufferExtent ExtentOf(KernelSpec spec, KernelRole role) => role switch
    {
        KernelRole.Targets => spec.HasIndexTargets ? BufferExtent.OnePerRow : BufferExtent.RowOfClasses,
        _ => RoleTable.Of(role).Extent,
    };
}
