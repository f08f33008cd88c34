using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>
/// A kernel with spans that may be absent is several kernels: one for every choice of what is there, each with the bits and the speed of a
/// kernel that was declared so. A call takes one branch to the right one.
/// </summary>
internal static class KernelVariants
{
    /// <summary>
    /// All of them, in the order of the numbers that <see cref="WriteChoice"/> gives them: first the one where everything is there.
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

    /// <summary>What comes between a method's name and <c>Kernel</c>.</summary>
    public static string Suffix(KernelSpec variant) => variant.Absent.Count > 0
        ? "Without" + string.Join("And", variant.Absent)
        : Has(variant) ? "WithAll" : string.Empty;

    /// <summary>The class that the user's method calls.</summary>
    public static void WriteChoice(SourceWriter w, KernelSpec spec)
    {
        var optional = Optional(spec);
        bool returns = spec.Returns != ReturnKind.Void;
        w.Line("// An empty span stands for a parameter that is not there, as its default value does: every choice has a kernel of its own.");
        w.Open("file static class " + KernelFile.ChoiceName(spec));
        w.Open($"public static {EntryMethod.ReturnType(spec)} Run({EntryMethod.Parameters(spec)})");
        var bits = optional.Select((parameter, bit) => $"({RoleTable.Of(parameter.Role).Name}.IsEmpty ? {1 << bit} : 0)");
        w.Line($"int absent = {string.Join(" | ", bits)};");
        w.Open("switch (absent)");
        var variants = Of(spec);
        for (int number = 1; number <= variants.Count; number++)
        {
            var variant = variants[number % variants.Count];
            string call = $"{KernelFile.ClassName(variant)}.Run({EntryMethod.Arguments(variant)});";
            w.Line(number < variants.Count ? $"case {number}:" : "default:");
            w.Line("    " + (returns ? "return " : string.Empty) + call);
            if (!returns)
            {
                w.Line("    break;");
            }
        }

        w.Close();
        w.Close();
        w.Close();
    }

    private static List<KernelParameter> Optional(KernelSpec spec) =>
        [.. spec.Parameters.Where(parameter => parameter.IsOptional).OrderBy(parameter => parameter.Role)];
}
