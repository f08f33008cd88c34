using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LossGen.Benchmarks.Quick;

/// <summary>A model of one operation over the last axis, in the format of ONNX: protocol buffers, of which this writes the few fields needed.</summary>
internal static class OnnxModel
{
    private const int Float = 1;
    private const int Integer = 2;

    public static byte[] Of(string operation)
    {
        byte[] axis = [.. Text(1, "axis"), .. Number(3, -1), .. Number(20, Integer)];
        byte[] node = [.. Text(1, "x"), .. Text(2, "y"), .. Text(4, operation), .. Message(5, axis)];
        byte[] graph = [.. Message(1, node), .. Text(2, "graph"), .. Message(11, Matrix("x")), .. Message(12, Matrix("y"))];
        byte[] operators = [.. Text(1, string.Empty), .. Number(2, 13)];
        return [.. Number(1, 8), .. Message(7, graph), .. Message(8, operators)];
    }

    private static byte[] Matrix(string name)
    {
        byte[] shape = [.. Message(1, Text(2, "rows")), .. Message(1, Text(2, "classes"))];
        byte[] tensor = [.. Number(1, Float), .. Message(2, shape)];
        return [.. Text(1, name), .. Message(2, Message(1, tensor))];
    }

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Message(int field, byte[] content) => [.. Varint((ulong)((field << 3) | 2)), .. Varint((ulong)content.Length), .. content];

    private static byte[] Number(int field, long value) => [.. Varint((ulong)(field << 3)), .. Varint((ulong)value)];

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
