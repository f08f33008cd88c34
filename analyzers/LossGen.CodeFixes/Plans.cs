using LossGen.Analyzers.Rules;

namespace LossGen.CodeFixes;

/// <summary>The plan for each cure that moves or removes statements.</summary>
internal static class Plans
{
    public static Edit? Make(FixScene scene, Cure cure) => cure.Rebuilding switch
    {
        Rebuilding.Kernel => KernelCall.Plan(scene, cure),
        Rebuilding.LoopOfSum => LoopSum.Plan(scene, cure),
        Rebuilding.Softmax => LoopSoftmax.Plan(scene, cure) ?? ShiftByMaximum.Plan(scene, cure),
        Rebuilding.ShiftByMaximum => ShiftByMaximum.Plan(scene, cure),
        Rebuilding.LogarithmOfSoftmax => SoftmaxStatements.Plan(scene, cure),
        Rebuilding.LogarithmsOfElements => LogarithmsOfElements.Plan(scene, cure),
        Rebuilding.LogarithmsOfCall => LogarithmsOfElements.PlanOfCall(scene, cure),
        _ => null,
    };
}
