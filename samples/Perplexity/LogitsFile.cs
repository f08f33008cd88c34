using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Perplexity;

/// <summary>A file of logits, of which only a block of tokens is in memory at a time, and the file of their targets.</summary>
internal sealed class LogitsFile : IDisposable
{
    private readonly SafeFileHandle logits;
    private readonly int[] targets;

    private LogitsFile(SafeFileHandle logits, int[] targets, int classes)
    {
        this.logits = logits;
        this.targets = targets;
        Classes = classes;
    }

    public int Classes { get; }

    public int Tokens => targets.Length;

    public long Bytes => (long)Tokens * Classes * sizeof(ushort);

    public static LogitsFile Open(string logits, string targets, int classes)
    {
        byte[] indices = File.ReadAllBytes(targets);
        if (indices.Length % sizeof(int) != 0)
        {
            throw new InvalidDataException($"{targets}: {indices.Length} bytes are no whole number of int32.");
        }

        int[] tokens = MemoryMarshal.Cast<byte, int>(indices).ToArray();
        int wrong = Array.FindIndex(tokens, token => token != TokenLoss.Ignored && (token < 0 || token >= classes));
        if (wrong >= 0)
        {
            string allowed = $"it must be from 0 to {classes - 1}, or {TokenLoss.Ignored}";
            throw new InvalidDataException($"{targets}: the target of token {wrong} is {tokens[wrong]}; {allowed}.");
        }

        var file = new LogitsFile(File.OpenHandle(logits, options: FileOptions.SequentialScan), tokens, classes);
        long found = RandomAccess.GetLength(file.logits);
        if (found == file.Bytes)
        {
            return file;
        }

        file.Dispose();
        string needed = $"{file.Tokens} targets and {classes} classes of 2 bytes need {file.Bytes}";
        throw new InvalidDataException($"{logits}: it has {found} bytes; {needed}.");
    }

    public ReadOnlySpan<int> Targets(int first, int count) => targets.AsSpan(first, count);

    /// <summary>Reads tokens into memory that the caller owns.</summary>
    public void Read(int first, Span<Half> block)
    {
        var rest = MemoryMarshal.AsBytes(block);
        for (long place = (long)first * Classes * sizeof(ushort); !rest.IsEmpty;)
        {
            int read = RandomAccess.Read(logits, rest, place);
            if (read == 0)
            {
                throw new EndOfStreamException($"The file of logits became shorter while it was read: nothing is at byte {place}.");
            }

            rest = rest[read..];
            place += read;
        }
    }

    public void Dispose() => logits.Dispose();
}
