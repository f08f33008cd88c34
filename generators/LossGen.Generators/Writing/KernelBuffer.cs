using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>A span of the kernel, under its role's name.</summary>
internal sealed record KernelBuffer(KernelRole Role, string Name, string Item, BufferExtent Extent, bool IsWritten)
{
    /// <summary>Whether a row may have more elements than classes.</summary>
    public bool IsPadded { get; init; }

    /// <summary>The spans of a kernel, in a fixed order.</summary>
    public static IReadOnlyList<KernelBuffer> Of(KernelSpec spec) =>
    [
        .. from parameter in spec.Parameters
           where RoleTable.Of(parameter.Role).Extent != BufferExtent.Number
           let role = RoleTable.Of(parameter.Role)
           orderby parameter.Role
           select new KernelBuffer(parameter.Role, role.Name, parameter.Item, ExtentOf(spec, parameter.Role), parameter.IsWritten)
           {
               IsPadded = spec.Has(KernelRole.RowStride) && (parameter.Role is KernelRole.Logits or KernelRole.Gradient),
           },
    ];

    /// <summary>How many elements apart its rows of classes begin, as C#.</summary>
    public string Step(ClassCount classes) => IsPadded ? RoleTable.Of(KernelRole.RowStride).Name : classes.ToString();

    private static BufferExtent ExtentOf(KernelSpec spec, KernelRole role) => role switch
    {
        KernelRole.Targets when LabelBits.HasWords(spec) => BufferExtent.WordsPerRow,
        KernelRole.Targets => spec.HasIndexTargets || spec.Parameter(role)!.Item == "ulong" ? BufferExtent.OnePerRow : BufferExtent.RowOfClasses,
        KernelRole.Mask when MaskText.IsBits(spec) => BufferExtent.WordsPerRow,
        _ => RoleTable.Of(role).Extent,
    };
}
