namespace LossGen.Playground.Analysis;

/// <summary>A file that the generator wrote.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The code.</param>
public sealed record GeneratedFile(string Name, string Text);
