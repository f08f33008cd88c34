using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // Train(model, optimizer, CrossEntropyLoss(), data): which loss meets which model, only the caller knows. The callee is run once more with what it gets,
    // and what its losses are given is shown at the call.
    private void LookIntoTraining(IInvocationOperation call, IMethodSymbol method, ImmutableArray<Value> args)
    {
        if (report is null || quiet || env.Dead || calls.Left < CallDepth.Most || !GetsLoss(args) || session.Bodies.Of(method.OriginalDefinition, cancellation) is not { } body)
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var losses = new List<Site>();
        var callee = new Interpreter(session, new CallDepth(calls.Left - 1), owner, losses.Add, cancellation);
        foreach (IParameterSymbol parameter in method.OriginalDefinition.Parameters)
        {
            if (args[parameter.Ordinal].Is(Op.Instance))
            {
                callee.Assign(parameter, args[parameter.Ordinal]);
            }
        }

        callee.Run(ImmutableArray.Create(body));
        foreach (Site loss in losses)
        {
            if (IsLoss(loss.Value.Op) && IsGiven(loss.Operation, method))
            {
                report(loss with { Operation = call, Value = loss.Value.At(origin: null), Member = null });
            }
        }
    }

    private static bool GetsLoss(ImmutableArray<Value> args)
    {
        foreach (Value arg in args)
        {
            if (arg is { Op: Op.Instance, Type: { } type } && type.Name.EndsWith("Loss", System.StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A loss that the callee makes itself is reported there.
    private static bool IsGiven(IOperation loss, IMethodSymbol method) =>
        loss is IInvocationOperation { Instance: IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } } && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, method.OriginalDefinition);

    private static bool IsLoss(Op op) => op is Op.CrossEntropyWithLogits or Op.NllLoss or Op.Bce or Op.BceWithLogits or Op.KlDiv;
}
