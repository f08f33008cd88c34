using System;
using System.Globalization;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>Which mutants are tried: <c>LOSSGEN_MUTANTS=all</c> asks for all, a number for one of so many.</summary>
internal static class MutantSample
{
    private static readonly string Asked = Environment.GetEnvironmentVariable("LOSSGEN_MUTANTS") ?? string.Empty;

    public static bool IsAsked => Asked.Length > 0;

    /// <summary>One of so many is tried. A prime, so that the sample has mutants of every kind and place.</summary>
    public static int Stride { get; } = Asked switch
    {
        "all" => 1,
        "" => 61,
        _ => int.Parse(Asked, CultureInfo.InvariantCulture),
    };
}
