using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>
/// A kernel with spans that may be absent is several kernels: one for every choice of what is there, each with the bits and the speed of a
/// kernel that was declared so. A call takes one branch to the right one.
/// </summary>
internal static class KernelVariants
{
    /// <summary>
    /// All of them, in the order of the numbers that a call forms from what is absent, a bit each: first the one where everything is there.
    /// </summary>
    public static IReadOnlyList<KernelSpec> Of(KernelSpec spec)
    {
        var optional = Optional(spec);
        return [.. Enumerable.Range(0, 1 << optional.Count).Select(number =>
        {
            var absent = optional.Where((_, bit) => (number >> bit & 1) != 0).Select(parameter => parameter.Role).ToList();
            return spec with
            {
                Parameters = spec.Parameters.Where(parameter => !absent.Contains(parameter.Role)).ToEquatableArray(),
                Absent = absent.Select(role => role.ToString()).ToEquatableArray(),
            };
        })];
    }

    public static bool Has(KernelSpec spec) => Optional(spec).Count > 0;

    /// <summary>The spans that may be absent, in the order of their bits.</summary>
    public static IReadOnlyList<KernelParameter> Optional(KernelSpec spec) =>
        [.. spec.Parameters.Where(parameter => parameter.IsOptional).OrderBy(parameter => parameter.Role)];
}
