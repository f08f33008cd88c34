using System.Globalization;
using System.Text;
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

    /// <summary>A string as a literal of one line, whatever it holds: a message may quote what a user wrote, and a line break in it would end the literal.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            bool isPlain = char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            text.Append(c is '\\' or '"' ? "\\" + c : isPlain ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return text.Append('"').ToString();
    }

    private static string Finite(double value, string text, string type) =>
        double.IsNaN(value) ? type + ".NaN"
        : double.IsPositiveInfinity(value) ? type + ".PositiveInfinity"
        : double.IsNegativeInfinity(value) ? type + ".NegativeInfinity"
        : text;
}
