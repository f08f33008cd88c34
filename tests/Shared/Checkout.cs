using System.Linq;
using System.Reflection;

namespace LossGen.ProcessTesting;

/// <summary>Where the sources of the tests lie and how they were built.</summary>
internal static class Checkout
{
    public static string Root { get; } = Value("RepoRoot");

    public static string Configuration { get; } = Value("Configuration");

    private static string Value(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
