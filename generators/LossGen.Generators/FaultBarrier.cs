using System;
using System.Linq;
using System.Threading;
using LossGen.Generators.Definitions;
using LossGen.Generators.Planning;
using LossGen.Generators.Reading;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators;

/// <summary>Keeps a fault in one kernel to that kernel: an exception out of a generator would take every kernel of the project with it.</summary>
internal static class FaultBarrier
{
    /// <summary>What was read or, where reading fails, a refusal with the fault as the problem of the declaration.</summary>
    public static KernelReading Read(Func<KernelReading> read, IMethodSymbol method, CancellationToken token)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // Whatever went wrong, it is reported.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var place = method.Locations.FirstOrDefault() ?? Location.None;
            return KernelReader.Refused(method, [new Problem(RuleIds.GeneratorFault, place, method.Name, Describe(fault))], token);
        }
    }

    /// <summary>The plan or, where planning fails, how.</summary>
    public static (KernelPlan? Plan, string Fault) Plan(Func<KernelPlan> plan)
    {
        try
        {
            return (plan(), string.Empty);
        }
#pragma warning disable CA1031 // Whatever went wrong, it is reported.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (null, Describe(fault));
        }
    }

    /// <summary>The kernel's file or, where writing it fails, one that throws; the fault is reported.</summary>
    public static string Write(Func<string> kernel, MethodShape method, Action<Diagnostic> report)
    {
        try
        {
            return kernel();
        }
#pragma warning disable CA1031 // Whatever went wrong, it is reported.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Refuse(method, Describe(fault), report);
        }
    }

    /// <summary>Reports a fault; the file throws with the same text.</summary>
    public static string Refuse(MethodShape method, string fault, Action<Diagnostic> report)
    {
        report(Diagnostic.Create(KernelDescriptors.GeneratorFault, Location.None, method.Name, fault));
        return KernelFile.WriteRefusal(method, KernelDescriptors.Sentence(RuleIds.GeneratorFault, method.Name, fault));
    }

    private static string Describe(Exception fault) => fault.GetType().Name + ", " + fault.Message.TrimEnd('.');
}
