namespace LossGen.Generators.Specs;

/// <summary>The user's partial method as text, to be repeated by its other half.</summary>
/// <param name="Namespace">The namespace, or nothing for the global one.</param>
/// <param name="Types">The headers of the containing types, outermost first: <c>public static partial class Loss&lt;T&gt;</c>.</param>
/// <param name="Header">Modifiers, return type and name: <c>public static partial float Loss</c>.</param>
/// <param name="Parameters">The parameters as declared, without default values.</param>
/// <param name="Name">The method's name alone.</param>
/// <param name="HintName">The generated file's name, one per method.</param>
/// <param name="HasDocumentation">Whether the user wrote a doc comment; ours would replace it.</param>
internal sealed record MethodShape(
    string Namespace,
    EquatableArray<string> Types,
    string Header,
    EquatableArray<string> Parameters,
    string Name,
    string HintName,
    bool HasDocumentation)
{
    /// <summary>Whether the user wrote the half with the body, so that what is missing is the declaration.</summary>
    public bool HasBody { get; init; }
}
