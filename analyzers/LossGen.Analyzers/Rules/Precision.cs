using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>Where the functions of a floating-point type leave their range, as text for messages.</summary>
/// <param name="ExpOverflow">exp is infinite from here on.</param>
/// <param name="Gap">How far a logit may lie below the largest before its probability is 0; exp is 0 below minus this.</param>
/// <param name="Saturation">sigmoid is 1 from here on, and 1 + exp(x) is 1 below minus this.</param>
/// <param name="Unit">1 + x is 1 for x below this.</param>
internal sealed record Precision(string ExpOverflow, string Gap, string Saturation, string Unit)
{
    // Half's functions of this kind compute in float.
    private static readonly Precision Half = new("11.1", "17.3", "7.6", "6.0E-8");
    private static readonly Precision Single = new("88.7", "103.97", "16.6", "6.0E-8");
    private static readonly Precision Double = new("709.8", "745.13", "36.7", "1.1E-16");

    /// <summary>The numbers of the messages, to compare with.</summary>
    public double Overflow => Number(ExpOverflow);

    /// <inheritdoc cref="Overflow"/>
    public double Saturated => Number(Saturation);

    /// <inheritdoc cref="Overflow"/>
    public double Vanished => Number(Gap);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Of a function of something that was rounded to <c>float</c> before: the logarithm, as a double, of a sigmoid in float.</summary>
    public static Precision Of(ITypeSymbol? type, Value from) =>
        ElementOf(from.Origin?.Type) is { SpecialType: SpecialType.System_Single } narrow ? Of(narrow) : Of(type);

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1 } memory => memory.TypeArguments[0],
        _ => type,
    };

    /// <summary>Tensors and type parameters are taken for <c>float</c>, which they are unless somebody asks for more.</summary>
    public static Precision Of(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => Double,
        { Name: "Half", ContainingNamespace.Name: "System" } => Half,
        INamedTypeSymbol { Arity: 1 } or IArrayTypeSymbol => Of(ElementOf(type)),
        _ => Single,
    };
}
