using System;
using System.Buffers.Binary;
using System.IO;

namespace LossGen.Models.Files;

/// <summary>
/// The binary form, little-endian: "LGSR", the version, the classes, the features (32 bits each), the coefficients and intercepts (64 bits each), and
/// a checksum of all that comes before (FNV-1a, 64 bits).
/// </summary>
internal static class BinaryModel
{
    private const int Version = 1;
    private const int HeaderLength = 16;

    private static ReadOnlySpan<byte> Mark => "LGSR"u8;

    public static bool IsIn(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Mark);

    public static void Write(Stream stream, ReadOnlySpan<double> coefficients, ReadOnlySpan<double> intercepts)
    {
        byte[] bytes = new byte[checked(HeaderLength + (8 * (coefficients.Length + intercepts.Length + 1)))];
        var rest = bytes.AsSpan();
        Mark.CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(rest[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(rest[8..], intercepts.Length);
        BinaryPrimitives.WriteInt32LittleEndian(rest[12..], coefficients.Length / intercepts.Length);
        rest = rest[HeaderLength..];
        foreach (double value in (double[])[.. coefficients, .. intercepts])
        {
            BinaryPrimitives.WriteDoubleLittleEndian(rest, value);
            rest = rest[8..];
        }

        BinaryPrimitives.WriteUInt64LittleEndian(rest, Checksum(bytes.AsSpan(0, bytes.Length - 8)));
        stream.Write(bytes);
    }

    public static (double[] Coefficients, double[] Intercepts) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The model is cut off after {bytes.Length} bytes, within its header."));
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (version != Version)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The model has the format version {version}; this library reads version {Version}."));
        }

        int classes = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        int features = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (classes < 1 || features < 0)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The model's header is damaged: it says {classes} classes and {features} features."));
        }

        UInt128 needed = HeaderLength + (8 * (((UInt128)classes * (UInt128)features) + (UInt128)classes + 1));
        if ((UInt128)bytes.Length != needed)
        {
            string how = (UInt128)bytes.Length < needed ? "cut off" : "followed by something else";
            throw new InvalidDataException(
                FormattableString.Invariant($"The model is {how}: {classes} classes of {features} features take {needed} bytes, and there are {bytes.Length}."));
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]) != Checksum(bytes[..^8]))
        {
            throw new InvalidDataException("The model is damaged: its checksum does not match.");
        }

        double[] coefficients = new double[classes * features];
        double[] intercepts = new double[classes];
        var rest = bytes[HeaderLength..];
        foreach (double[] target in (double[][])[coefficients, intercepts])
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = BinaryPrimitives.ReadDoubleLittleEndian(rest);
                rest = rest[8..];
            }
        }

        return (coefficients, intercepts);
    }

    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 1099511628211;
        }

        return hash;
    }
}
