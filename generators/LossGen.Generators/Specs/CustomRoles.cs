using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LossGen.Generators.Specs;

/// <summary>
/// Roles of the parameters that a user's own formula has. They are numbered, since a formula may call them as it likes, and no name of a
/// user's may meet one of the kernel's: text is written with placeholders, which <see cref="WithNames"/> replaces at the end.
/// </summary>
internal static class CustomRoles
{
    private static readonly Regex Placeholder = new(@"\bcustom(?<role>\d{4})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    private const int FirstNumber = 1000;
    private const int FirstOfRow = 2000;
    private const int FirstOfClass = 3000;
    private const int End = 4000;

    /// <summary>A number of the whole call.</summary>
    public static KernelRole Number(int index) => (KernelRole)(FirstNumber + index);

    /// <summary>One per row.</summary>
    public static KernelRole OfRow(int index) => (KernelRole)(FirstOfRow + index);

    /// <summary>One per class.</summary>
    public static KernelRole OfClass(int index) => (KernelRole)(FirstOfClass + index);

    public static bool Is(KernelRole role) => (int)role is >= FirstNumber and < End;

    public static bool IsNumber(KernelRole role) => (int)role is >= FirstNumber and < FirstOfRow;

    public static RoleInfo InfoOf(KernelRole role)
    {
        string placeholder = "custom" + ((int)role).ToString(CultureInfo.InvariantCulture);
        var extent = IsNumber(role) ? BufferExtent.Number : (int)role < FirstOfClass ? BufferExtent.OnePerRow : BufferExtent.OnePerClass;
        return new RoleInfo(role, placeholder + "Given", IsWritten: false, extent, placeholder + "Value", placeholder, IsOfSomeLosses: true);
    }

    /// <summary>The text with the user's names in the place of the placeholders.</summary>
    public static string WithNames(string text, KernelSpec spec) => spec.Loss.Custom is { Parameters.Count: > 0 } custom
        ? Placeholder.Replace(text, match => NameOf(custom, int.Parse(match.Groups["role"].Value, CultureInfo.InvariantCulture)))
        : text;

    private static string NameOf(CustomLoss custom, int role)
    {
        foreach (var parameter in custom.Parameters)
        {
            if ((int)parameter.Role == role)
            {
                return parameter.Name;
            }
        }

        return "custom" + role.ToString(CultureInfo.InvariantCulture);
    }
}
