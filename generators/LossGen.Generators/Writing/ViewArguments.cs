using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>Matrices and tensors of the user's method on their way to the kernel, which takes spans.</summary>
internal static class ViewArguments
{
    private const string Rows = "global::LossGen.CompilerServices.KernelRows";
    private const string Tensors = "KernelTensors";

    /// <summary>What is handed on for a parameter.</summary>
    public static string Of(KernelSpec spec, KernelParameter parameter)
    {
        string method = parameter.View == BufferView.Tensor
            ? $"global::LossGen.Generated.{Tensors}.{(parameter.IsWritten ? "Written" : "Read")}"
            : Rows + (parameter.IsOptional ? ".OfOptional" : ".Of");
        string classes = spec.Parameter(KernelRole.Classes)?.Name ?? spec.Classes.ToString();
        return parameter.View == BufferView.Span
            ? parameter.Name
            : $"{method}({parameter.Name}, {classes}, {Literals.Text(parameter.Name.TrimStart('@'))})";
    }

    /// <summary>The class that makes spans of tensors: the library does not know their type, the project does.</summary>
    public static void WriteTensors(SourceWriter w, KernelSpec spec)
    {
        var tensors = spec.Parameters.Where(parameter => parameter.View == BufferView.Tensor).ToList();
        if (tensors.Count == 0)
        {
            return;
        }

        w.Line("// The memory of a tensor whose rows lie one behind the other.");
        w.Open("file static class " + Tensors);
        foreach (bool isWritten in tensors.Select(parameter => parameter.IsWritten).Distinct().OrderBy(isWritten => isWritten))
        {
            (string name, string span, string tensor) = isWritten
                ? ("Written", "Span<T>", "TensorSpan<T>")
                : ("Read", "ReadOnlySpan<T>", "ReadOnlyTensorSpan<T>");
            w.Open($"public static {span} {name}<T>(global::System.Numerics.Tensors.{tensor} tensor, int classes, string parameter)");
            w.Line("int length = KernelRows.LengthOf(tensor.Lengths, tensor.IsDense, tensor.FlattenedLength, classes, parameter);");
            w.Line("return length == 0 ? default : tensor.GetSpan(stackalloc nint[tensor.Rank], length);");
            w.Close();
        }

        w.Close();
        w.Blank();
    }
}
