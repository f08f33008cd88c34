using System;

namespace LossGen.Playground.Examples;

/// <summary>A program that is ready to look at.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Code">Writes the program.</param>
/// <param name="Rule">The rule that it shows, if it shows one.</param>
public sealed record Example(string Group, string Title, Func<string> Code, string? Rule = null);
