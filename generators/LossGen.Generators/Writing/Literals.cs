using System.Globalization;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Writing;

/// <summary>Numbers, strings and types as C#, whatever the culture of the machine.</summary>
internal static class Literals
{
    public static string Keyword(ElementType element) => Storage.Of(element);

    public static string Number(double value, ElementType element) => element == ElementType.Float
        ? Finite((float)value, ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f", "float")
        : Finite(value, value.ToString("R", CultureInfo.InvariantCulture) + "d", "double");

    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static string Finite(double value, string text, string type) =>
        double.IsNaN(value) ? type + ".NaN"
        : double.IsPositiveInfinity(value) ? type + ".PositiveInfinity"
        : double.IsNegativeInfinity(value) ? type + ".NegativeInfinity"
        : text;
}
