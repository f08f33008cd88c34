using System.Collections.Generic;
using System.Linq;
using System.Text;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace LossGen.Playground.Running;

/// <summary>A method in the kernel's own type that calls it with arrays: reflection passes no spans, and the method may be private.</summary>
internal static class Harness
{
    /// <summary>The method that is added.</summary>
    public const string Method = "CallFromPlayground";

    /// <summary>C# that takes the parameters' numbers, calls the kernel, writes back what it wrote, and returns the loss.</summary>
    public static string Of(Kernel kernel)
    {
        MethodShape shape = kernel.Spec.Method;
        var text = new StringBuilder();
        if (shape.Namespace.Length > 0)
        {
            text.Append("namespace ").Append(shape.Namespace).Append(";\n");
        }

        foreach (string type in shape.Types)
        {
            text.Append(type).Append("\n{\n");
        }

        Write(text, kernel);
        text.Append('\n').Append('}', shape.Types.Count).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, Kernel kernel)
    {
        text.Append("internal static double ").Append(Method).Append("(double[][] given, int classes)\n{\n");
        var arguments = new List<string>();
        var after = new List<string>();
        for (int i = 0; i < kernel.Method.Parameters.Length; i++)
        {
            arguments.Add(Argument(text, after, kernel, i));
        }

        string call = $"{kernel.Method.Name}({string.Join(", ", arguments)})";
        text.Append(kernel.Method.ReturnsVoid ? call + ";\n" : $"double result = (double){call};\n");
        after.ForEach(line => text.Append(line).Append('\n'));
        text.Append(kernel.Method.ReturnsVoid ? "return double.NaN;\n}" : "return result;\n}");
    }

    private static string Argument(StringBuilder text, List<string> after, Kernel kernel, int i)
    {
        IParameterSymbol symbol = kernel.Method.Parameters[i];
        KernelParameter parameter = kernel.Spec.Parameters[i];
        if (symbol.RefKind == RefKind.Out)
        {
            after.Add($"given[{i}][0] = (double)b{i};");
            return $"out {Full(symbol.Type)} b{i}";
        }

        if (Kernel.IsCount(parameter.Role))
        {
            return parameter.Role == KernelRole.Classes ? "classes" : "1";
        }

        if (RoleTable.Of(parameter.Role).Extent == BufferExtent.Number)
        {
            return $"({Full(symbol.Type)})given[{i}][0]";
        }

        string item = ItemOf(symbol.Type);
        string converted = item == "bool" ? "v != 0" : $"({item})v";
        text.Append($"var b{i} = global::System.Array.ConvertAll(given[{i}], static v => {converted});\n");
        string view = View(text, parameter, item, i);
        if (parameter.IsWritten)
        {
            const string Linq = "global::System.Linq.Enumerable";
            string written = parameter.View == BufferView.Matrix ? $"{Linq}.ToArray({Linq}.Cast<{item}>({view}))" : $"b{i}";
            after.Add($"given[{i}] = global::System.Array.ConvertAll({written}, static v => (double)v);");
        }

        return view;
    }

    private static string View(StringBuilder text, KernelParameter parameter, string item, int i)
    {
        switch (parameter.View)
        {
            case BufferView.Matrix:
                text.Append($"var m{i} = new {item}[1, b{i}.Length];\nfor (int k = 0; k < b{i}.Length; k++) m{i}[0, k] = b{i}[k];\n");
                return $"m{i}";
            case BufferView.Tensor:
                text.Append($"var m{i} = new global::System.Numerics.Tensors.TensorSpan<{item}>(b{i}, [1, b{i}.Length]);\n");
                return $"m{i}";
            default:
                return $"b{i}";
        }
    }

    private static string ItemOf(ITypeSymbol type) => Full(type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } span => span.TypeArguments.Single(),
        _ => type,
    });

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
