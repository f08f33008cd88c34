using System.Linq;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;

namespace LossGen.Generators;

/// <summary>What the pipeline carries for one method: values only, equal when nothing that matters has changed.</summary>
/// <param name="Spec">The kernel to write.</param>
/// <param name="Refused">The method that cannot become one but must compile.</param>
/// <param name="Problem">Why: the first problem's id.</param>
internal sealed record KernelModel(KernelSpec? Spec, MethodShape? Refused, string? Problem)
{
    public static KernelModel Of(KernelReading reading) => reading.Spec is not null
        ? new KernelModel(reading.Spec, null, null)
        : new KernelModel(null, reading.Refusable, reading.Problems.FirstOrDefault(problem => !problem.IsWarning)?.Id);
}
