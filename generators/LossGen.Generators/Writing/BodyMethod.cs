using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing;

/// <summary>The signature that all bodies of a kernel share: references to the first element of each span, the number of rows, the gradient's factor.</summary>
internal static class BodyMethod
{
    public static string Parameters(KernelSpec spec) => string.Join(", ", ParameterList(spec));

    /// <summary>The arguments of a body that is called from the kernel's entry, for all rows.</summary>
    public static string Arguments(KernelSpec spec) => Arguments(spec, inBody: false, firstRow: "0");

    /// <summary>The same arguments handed on by a method that has the bodies' own parameters.</summary>
    public static string ForwardedArguments(KernelSpec spec) => Arguments(spec, inBody: true, FirstRow);

    private static string Arguments(KernelSpec spec, bool inBody, string firstRow) => string.Join(
        ", ",
        [
            .. KernelBuffer.Of(spec).Select(buffer => "ref " + First(buffer, inBody)),
            .. spec.Has(KernelRole.Correct) ? (string[])["ref correct"] : [],
            .. Numbers(spec).Select(number => number.Name == FirstRow ? firstRow : number.Name),
        ]);

    /// <summary>The reference to a span's first element; in a body, its plain name stands for the current rows.</summary>
    public static string First(KernelBuffer buffer, bool inBody = true) => inBody && buffer.Extent == BufferExtent.OnePerClass ? buffer.Name : "first" + char.ToUpperInvariant(buffer.Name[0]) + buffer.Name.Substring(1);

    /// <summary>The reference to the first element of a role's span, where that is not the current row's.</summary>
    public static string First(KernelRole role) => "first" + role;

    /// <summary>How far into a buffer the elements of a row begin; 0 where they are the same for every row.</summary>
    public static string RowStart(KernelBuffer buffer, KernelSpec spec, string row) => buffer.Extent switch
    {
        BufferExtent.RowOfClasses => $"(nint){row} * {buffer.Step(spec.Classes)}",
        BufferExtent.RowOfFeatures => $"(nint){row} * featureCount",
        BufferExtent.OnePerRow => row,
        BufferExtent.WordsPerRow => $"(nint){row} * {MaskText.Words(spec.Classes)}",
        BufferExtent.OnePerClass or BufferExtent.ClassPairs or BufferExtent.WeightsOfClasses or BufferExtent.Number => "0",
        _ => throw new System.NotSupportedException($"{buffer.Extent} has no rows."),
    };

    /// <summary>Where the rows begin. Positions begin anywhere in a plane, so their spans are passed whole.</summary>
    public const string FirstRow = "firstRow";

    /// <summary>How many rows, and what else is not constant.</summary>
    public static IReadOnlyList<(string Type, string Name)> Numbers(KernelSpec spec)
    {
        List<(string Type, string Name)> numbers = [];
        if (spec.IsStrided)
        {
            numbers.Add(("int", FirstRow));
        }

        numbers.Add(("int", "rows"));
        if (!spec.Classes.IsConstant)
        {
            numbers.Add(("int", "classes"));
        }

        if (spec.IsStrided)
        {
            numbers.Add(("int", "inner"));
        }

        if (spec.Has(KernelRole.RowStride))
        {
            numbers.Add(("int", RoleTable.Of(KernelRole.RowStride).Name));
        }

        foreach (var custom in spec.Parameters.Where(parameter => CustomRoles.IsNumber(parameter.Role)))
        {
            numbers.Add((Literals.Keyword(spec.Element), RoleTable.Of(custom.Role).Name));
        }

        if (spec.Parameter(KernelRole.Baseline) is { } baseline)
        {
            numbers.Add((baseline.Item, RoleTable.Of(KernelRole.Baseline).Name));
        }

        if (spec.ScalesGradient)
        {
            numbers.Add((Literals.Keyword(spec.Element), "gradientScale"));
        }

        return numbers;
    }

    private static IEnumerable<string> ParameterList(KernelSpec spec) =>
    [
        .. KernelBuffer.Of(spec).Select(buffer => $"ref {buffer.Item} {First(buffer)}"),
        .. spec.Has(KernelRole.Correct) ? (string[])["ref int correct"] : [],
        .. Numbers(spec).Select(number => number.Type + " " + number.Name),
    ];
}
