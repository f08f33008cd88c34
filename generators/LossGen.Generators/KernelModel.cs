using System;
using System.Linq;
using LossGen.Generators.Definitions;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;

namespace LossGen.Generators;

/// <summary>What the pipeline carries for one method: values only, equal when nothing that matters has changed.</summary>
/// <param name="Spec">The kernel to write.</param>
/// <param name="Refused">The method that cannot become one but must compile.</param>
/// <param name="Reason">Why: the problems as the user is told them.</param>
/// <param name="TooOld">
/// The attribute, in a language before C# 9: the user's half is an error of the compiler's there, after which no analyzer runs in a build.
/// </param>
internal sealed record KernelModel(KernelSpec? Spec, MethodShape? Refused, string Reason, SourcePlace? TooOld = null)
{
    /// <summary>Nothing is generated: the method has no other half, or another of its attributes gives it one.</summary>
    public static KernelModel Nothing { get; } = new(null, null, string.Empty);

    /// <summary>The method, if anything is generated for it.</summary>
    public MethodShape? Method => Spec?.Method ?? Refused;

    public static KernelModel Of(KernelReading reading) => reading.Spec is not null
        ? new KernelModel(reading.Spec, null, string.Empty)
        : new KernelModel(null, reading.Refusable, string.Join(" ", reading.Errors.Select(Sentence).Distinct(StringComparer.Ordinal)));

    private static string Sentence(Problem problem) => problem.IsCompilers
        ? "The declaration of this kernel does not compile."
        : KernelDescriptors.Sentence(problem.Id, problem.Arguments);
}
