using System;
using System.Runtime.InteropServices;

namespace OnnxEvaluation;

/// <summary>A linear layer as an ONNX model: logits = features · weightsᵀ + bias.</summary>
internal static class LinearModel
{
    private const int IrVersion = 8;
    private const int Opset = 13;
    private const int Float = 1;

    /// <param name="weights">Classes × features, row by row.</param>
    /// <param name="bias">One number per class.</param>
    public static byte[] Write(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        int classes = bias.Length, features = weights.Length / classes;
        var layer = new ProtoWriter()
            .Text(1, "features").Text(1, "weights").Text(1, "bias")
            .Text(2, "logits")
            .Text(4, "Gemm")
            .Message(5, new ProtoWriter().Text(1, "transB").Number(3, 1).Number(20, 2));
        var graph = new ProtoWriter()
            .Message(1, layer)
            .Text(2, "linear")
            .Message(5, Tensor("weights", weights, classes, features))
            .Message(5, Tensor("bias", bias, classes))
            .Message(11, Value("features", features))
            .Message(12, Value("logits", classes));
        return new ProtoWriter()
            .Number(1, IrVersion)
            .Message(7, graph)
            .Message(8, new ProtoWriter().Number(2, Opset))
            .ToArray();
    }

    private static ProtoWriter Tensor(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> dimensions)
    {
        var tensor = new ProtoWriter();
        foreach (int dimension in dimensions)
        {
            tensor.Number(1, dimension);
        }

        return tensor.Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    /// <summary>Rows of numbers, however many rows there are.</summary>
    private static ProtoWriter Value(string name, int columns)
    {
        var shape = new ProtoWriter()
            .Message(1, new ProtoWriter().Text(2, "rows"))
            .Message(1, new ProtoWriter().Number(1, columns));
        var tensor = new ProtoWriter().Number(1, Float).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
