using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>Where the functions of a floating-point type leave their range, as text for messages.</summary>
internal sealed class Precision
{
    private static readonly Precision Single = new("88.7", "−103.97", "−16.6", "16.6", "103.97");
    private static readonly Precision Double = new("709.8", "−745.13", "−36.7", "36.7", "745.13");

    private Precision(string expOverflow, string expIsZero, string onePlusExpIsOne, string sigmoidIsOne, string gap)
    {
        ExpOverflow = expOverflow;
        ExpIsZero = expIsZero;
        OnePlusExpIsOne = onePlusExpIsOne;
        SigmoidIsOne = sigmoidIsOne;
        Gap = gap;
    }

    /// <summary>exp is infinite from here on.</summary>
    public string ExpOverflow { get; }

    /// <summary>exp is 0 below this.</summary>
    public string ExpIsZero { get; }

    /// <summary>1 + exp(x) is 1 below this.</summary>
    public string OnePlusExpIsOne { get; }

    /// <summary>sigmoid is 1 from here on.</summary>
    public string SigmoidIsOne { get; }

    /// <summary>How far a logit may lie below the largest before its probability is 0.</summary>
    public string Gap { get; }

    /// <summary>Tensors are taken for <c>float</c>, which they are unless somebody asks for more.</summary>
    public static Precision Of(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Double ? Double : Single;
}
