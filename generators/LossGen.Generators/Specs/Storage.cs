using System.Linq;

namespace LossGen.Generators.Specs;

/// <summary>
/// The types that numbers have in memory. Arithmetic is that of float or double, whatever the memory holds: a narrower number is widened where
/// it is loaded, and rounded where it is stored.
/// </summary>
internal static class Storage
{
    /// <summary>What is computed in float.</summary>
    private static readonly string[] Narrow = ["Half", "BFloat16"];

    /// <summary>The C# keyword of the numbers that are computed with.</summary>
    public static string Of(ElementType element) => element == ElementType.Float ? "float" : "double";

    /// <summary>Whether a type of elements is one of numbers, and not of class indices or flags.</summary>
    public static bool IsNumber(string item) => item is "float" or "double" || IsNarrow(item);

    /// <summary>Whether it has fewer bits than the arithmetic.</summary>
    public static bool IsNarrow(string item) => Narrow.Contains(item, System.StringComparer.Ordinal);

    /// <summary>Whether widening takes so many instructions that a number is widened once and waits as a float.</summary>
    public static bool IsCostly(string item) => item == "Half";

    /// <summary>The type in which such numbers are computed.</summary>
    public static string Arithmetic(string item) => item == "double" ? "double" : "float";

    /// <summary>How many numbers a line of the cache holds: 64 bytes of them.</summary>
    public static int PerCacheLine(string item) => item == "double" ? 8 : IsNarrow(item) ? 32 : 16;
}
