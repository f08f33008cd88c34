using System;
using System.Linq;
using LossGen.Generators.Definitions;
using LossGen.Generators.Planning;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;

namespace LossGen.Generators;

/// <summary>What is written for one method, decided in full: a value, equal when the file would be.</summary>
/// <param name="TooOld">The attribute to report, in a language that is too old.</param>
/// <param name="Problem">The id of that report.</param>
/// <param name="Method">The method that gets a file; none where two would share one, as in a project that is half-typed.</param>
/// <param name="Refusal">Why it is not a kernel; empty where it is one.</param>
/// <param name="Plan">The kernel; none where planning has failed.</param>
/// <param name="Fault">How it has failed.</param>
internal sealed record PlannedKernel(
    SourcePlace? TooOld, string Problem, MethodShape? Method, string Refusal, KernelPlan? Plan, string Fault)
{
    public static PlannedKernel Of(KernelModel model, KernelProject project)
    {
        bool isShared = model.Method is { } named && project.SharedNames.Contains(named.HintName, StringComparer.OrdinalIgnoreCase);
        var method = isShared ? null : model.Method;
        string refusal = project.Problem.Length > 0 ? project.Problem : model.Reason;
        var (plan, fault) = method is null || refusal.Length > 0
            ? (null, string.Empty)
            : FaultBarrier.Plan(() => KernelPlan.Of(model.Spec!, project.Trial));
        return new PlannedKernel(model.TooOld, project.Facts.Problem ?? RuleIds.LanguageVersion, method, refusal, plan, fault);
    }
}
