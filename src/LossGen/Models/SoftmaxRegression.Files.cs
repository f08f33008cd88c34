using System;
using System.IO;
using LossGen.Models.Files;

namespace LossGen.Models;

/// <content>Models as files: JSON to read and diff, and a binary form with a checksum.</content>
public sealed partial class SoftmaxRegression
{
    /// <summary>Writes the model in its binary form: every bit of every number, and a checksum.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BinaryModel.Write(stream, coefficients, intercepts);
    }

    /// <summary>Writes the model as JSON, whose numbers read back to the same bits.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <exception cref="InvalidOperationException">A coefficient is NaN or ∞, which JSON cannot hold.</exception>
    public void SaveJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonModel.Write(stream, coefficients, intercepts);
    }

    /// <summary>Reads a model that <see cref="Save"/> or <see cref="SaveJson"/> wrote.</summary>
    /// <param name="stream">Is read to its end, and stays open.</param>
    /// <exception cref="InvalidDataException">It is no such model, is cut off or damaged, or comes from a later version; the message says which.</exception>
    public static SoftmaxRegression Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        var (coefficients, intercepts) = BinaryModel.IsIn(bytes) ? BinaryModel.Read(bytes) : JsonModel.Read(memory.GetBuffer().AsMemory(0, bytes.Length));
        return new SoftmaxRegression(coefficients, intercepts, report: null);
    }
}
