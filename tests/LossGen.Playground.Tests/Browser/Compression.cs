using System.IO;
using System.IO.Compression;

namespace LossGen.Playground.Tests.Browser;

/// <summary>What a server sends that compresses with Brotli. A publish compresses harder still, and takes minutes.</summary>
internal static class Compression
{
    private const int Quality = 6;

    public static long SizeOf(string file)
    {
        using var target = new MemoryStream();
        using (var stream = new BrotliStream(target, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true))
        using (FileStream source = File.OpenRead(file))
        {
            source.CopyTo(stream);
        }

        return target.Length;
    }
}
