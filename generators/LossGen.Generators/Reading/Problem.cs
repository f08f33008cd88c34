using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>Something in a kernel's definition that the user must change.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What its message says.</param>
internal sealed record Problem(string Id, Location Place, params object[] Arguments)
{
    /// <summary>Whether the kernel is generated all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether the compiler reports it, so that we need not: the kernel is refused all the same.</summary>
    public bool IsCompilers { get; init; }

    /// <summary>For a missing parameter: its declaration, which a code fix adds.</summary>
    public string? MissingParameter { get; init; }

    /// <summary>For a parameter of a wrong type: the modifier and the type that it must have, if there is only one.</summary>
    public string? SuggestedType { get; init; }

    /// <summary>For a method that returns something else than a loss: the types that it may return, the likeliest first.</summary>
    public string? SuggestedReturns { get; init; }

    /// <summary>For a method without an accessibility: that this is what it lacks.</summary>
    public bool LacksAccessibility { get; init; }

    /// <summary>For a parameter that must always be given: that it has a default value.</summary>
    public bool HasDefault { get; init; }

    /// <summary>For a parameter without a role: the one that it was probably meant to have.</summary>
    public KernelRole? SuggestedRole { get; init; }

    /// <summary>What does not compile in itself.</summary>
    public static Problem OfCompiler(Location place) => new(string.Empty, place) { IsCompilers = true };
}
