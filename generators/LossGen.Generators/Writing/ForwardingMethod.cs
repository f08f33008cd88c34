using System;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>The other half of the user's partial method, inside its containing types.</summary>
internal static class ForwardingMethod
{
    public static void Write(SourceWriter w, KernelSpec spec, RowProgram program) => WriteInside(w, spec.Method, () =>
    {
        if (!spec.Method.HasDocumentation)
        {
            WriteDocumentation(w, spec, program);
        }

        string arguments = string.Join(", ", spec.Parameters.OrderBy(parameter => parameter.Role).Select(parameter => Argument(spec, parameter)));
        w.Line($"{spec.Method.Header}({string.Join(", ", spec.Method.Parameters)}) =>");
        w.Line($"    global::LossGen.Generated.{KernelFile.ChoiceName(spec)}.Run({arguments});");
    });

    private static string Argument(KernelSpec spec, KernelParameter parameter) => parameter.Twin is { } twin
        ? $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{twin}, global::LossGen.Numerics.{parameter.Item}>({ViewArguments.Of(spec, parameter)})"
        : Prefix(spec, parameter) + ViewArguments.Of(spec, parameter);

    // A number of the user's own formula may be a double where the kernel computes in float.
    private static string Prefix(KernelSpec spec, KernelParameter parameter) =>
        parameter.Role == KernelRole.Correct ? "out "
        : CustomRoles.IsNumber(parameter.Role) && parameter.Item != Literals.Keyword(spec.Element) ? "(" + Literals.Keyword(spec.Element) + ")"
        : string.Empty;

    public static void WriteRefusal(SourceWriter w, MethodShape method, string problem) => WriteInside(w, method, () =>
    {
        string header = $"{method.Header}({string.Join(", ", method.Parameters)})";
        if (method.HasBody)
        {
            w.Line(header + ";");
            return;
        }

        w.Line(header + " =>");
        w.Line($"    throw new global::System.NotSupportedException({Literals.Text(problem)});");
    });

    private static void WriteInside(SourceWriter w, MethodShape method, Action writeMember)
    {
        if (method.Namespace.Length > 0)
        {
            w.Open("namespace " + method.Namespace);
        }

        foreach (string type in method.Types)
        {
            w.Open(type);
        }

        writeMember();
        foreach (string type in method.Types)
        {
            w.Close();
        }

        if (method.Namespace.Length > 0)
        {
            w.Close();
        }
    }

    private static void WriteDocumentation(SourceWriter w, KernelSpec spec, RowProgram program)
    {
        if (!spec.HasLoss)
        {
            w.Line($"/// <summary>The {spec.Loss.Name} of {spec.Classes.InWords} logits per row.</summary>");
            return;
        }

        string meaning = spec.Loss.IsBinary ? string.Empty : " with p = softmax(x), q = 1 - p and n = -log p";
        string combined = spec.Returns == ReturnKind.Void ? "of each row" : spec.IsMean ? "averaged over the rows" : "summed over the rows";
        w.Line($"/// <summary>The {spec.Loss.Title} of {spec.Classes.InWords} logits per row, {combined}: {Escape(program.Loss)}{meaning}.</summary>");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
