using System.IO;
using System.Reflection;

namespace LossGen.Package.Tests.Running;

/// <summary>A text that is embedded in the tests.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
