using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>
/// The name of a method's generated file. No two methods that may stand in one project share one: overloads, generic types and names
/// that differ in case only have a hash of their full signature.
/// </summary>
internal static class HintName
{
    public static string Of(IMethodSymbol method)
    {
        string full = method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        uint hash = 2166136261;
        foreach (char c in full)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        var readable = new StringBuilder();
        foreach (char c in method.ContainingType.Name + "." + method.Name)
        {
            readable.Append(char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_');
        }

        return readable + "." + hash.ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }
}
