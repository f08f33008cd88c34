using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>The branch to the right one of a kernel's variants.</summary>
internal static class VariantChoice
{
    /// <summary>What comes between a method's name and <c>Kernel</c>.</summary>
    public static string Suffix(KernelSpec variant) => variant.Absent.Count > 0
        ? "Without" + string.Join("And", variant.Absent)
        : KernelVariants.Has(variant) ? "WithAll" : string.Empty;

    /// <summary>The class that the user's method calls.</summary>
    public static void Write(SourceWriter w, KernelPlan plan)
    {
        var spec = plan.Spec;
        var optional = KernelVariants.Optional(spec);
        bool returns = spec.Returns != ReturnKind.Void;
        w.Line("// An empty span stands for a parameter that is not there, as its default value does: every choice has a kernel of its own.");
        w.Open("file static class " + KernelFile.ChoiceName(spec));
        w.Open($"public static {EntryMethod.ReturnType(spec)} Run({EntryMethod.Parameters(spec)})");
        var bits = optional.Select((parameter, bit) => $"({RoleTable.Of(parameter.Role).Name}.IsEmpty ? {1 << bit} : 0)");
        w.Line($"int absent = {string.Join(" | ", bits)};");
        w.Open("switch (absent)");
        for (int number = 1; number <= plan.Variants.Count; number++)
        {
            var variant = plan.Variants[number % plan.Variants.Count].Spec;
            string call = $"{KernelFile.ClassName(variant)}.Run({EntryMethod.Arguments(variant)});";
            w.Line(number < plan.Variants.Count ? $"case {number}:" : "default:");
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
}
