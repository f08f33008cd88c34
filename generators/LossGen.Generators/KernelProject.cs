using LossGen.Generators.Definitions;
using LossGen.Generators.Planning;
using LossGen.Generators.Reading;

namespace LossGen.Generators;

/// <summary>What one method's generated file depends on besides the method.</summary>
/// <param name="Facts">What the project allows.</param>
/// <param name="Trial">What tests and benchmarks ask for.</param>
/// <param name="SharedNames">Names of files that two methods would share: a project that is half-typed may have them, and a file cannot be added twice.</param>
internal sealed record KernelProject(CompilationFacts Facts, Trial Trial, EquatableArray<string> SharedNames)
{
    /// <summary>Why no kernel can be written in this project; nothing, if it can.</summary>
    public string Problem => Facts.Problem is { } id ? KernelDescriptors.Sentence(id) : string.Empty;
}
