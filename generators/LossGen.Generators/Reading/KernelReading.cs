using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Reading;

/// <summary>What the reader found: a specification, or the problems that stand in its way.</summary>
/// <param name="Spec">The kernel, where no problem is an error.</param>
/// <param name="Refusable">The method, where its other half can be generated at all, be it only to throw.</param>
/// <param name="Problems">What should change.</param>
internal sealed record KernelReading(KernelSpec? Spec, MethodShape? Refusable, IReadOnlyList<Problem> Problems)
{
    /// <summary>What must change.</summary>
    public IEnumerable<Problem> Errors => Problems.Where(problem => !problem.IsWarning);
}
