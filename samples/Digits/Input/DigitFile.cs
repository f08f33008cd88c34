using System;
using System.IO;
using System.IO.Compression;
using System.Reflection;

namespace Digits.Input;

/// <summary>Opens the built-in data or a file of the user's, compressed or not.</summary>
internal static class DigitFile
{
    private const string BuiltIn = "digits.csv.gz";

    public static DigitSet Load(string? path)
    {
        string name = path ?? BuiltIn;
        try
        {
            using Stream file = path is null ? Assembly.GetExecutingAssembly().GetManifestResourceStream(BuiltIn)! : File.OpenRead(path);
            using Stream text = IsCompressed(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(text);
            return DigitReader.Read(reader, name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadDataException(name, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new BadDataException(name, e.Message);
        }
    }

    // By what it is, not by what it is called.
    private static bool IsCompressed(Stream file)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        bool compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return compressed;
    }
}
