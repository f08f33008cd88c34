using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private List<Env> exits = new();
    private List<Env> breaks = new();
    private List<Env> continues = new();

    private void Branch(IBranchOperation branch)
    {
        if (!env.Dead && branch.BranchKind == BranchKind.Continue)
        {
            continues.Add(env);
        }
        else if (!env.Dead && branch.BranchKind == BranchKind.Break)
        {
            breaks.Add(env);
        }

        env = env with { Dead = true };
    }

    private void Loop(ILoopOperation loop)
    {
        if (loop is IForLoopOperation { Before: var before })
        {
            foreach (IOperation first in before)
            {
                Execute(first);
            }
        }

        Value? collection = loop is IForEachLoopOperation each ? EvaluateRead(each.Collection) : null;
        foreach (ISymbol variable in WriteSet.MemoryOf(loop, IsOnlyRead))
        {
            Materialise(variable);
        }

        Env outside = env;
        LoopRun run = EnterLoop(loop);
        var (outerBreaks, outerContinues) = (breaks, continues);
        (breaks, continues) = (new List<Env>(), new List<Env>());

        int earlier = exits.Count;
        RunBody(loop, collection, run);
        SettleExits(earlier, run);
        Env after = LeaveLoop(outside, run);

        (breaks, continues) = (outerBreaks, outerContinues);
        env = after;
        EndOfChain(loop);
    }

    private void RunBody(ILoopOperation loop, Value? collection, LoopRun run)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                AssumeCondition(counted.Condition);
                Execute(counted.Body);
                JoinContinues();
                foreach (IOperation step in counted.AtLoopBottom)
                {
                    Execute(step);
                }

                break;
            case IForEachLoopOperation each:
                BindIteration(each, Canonical.Build(Op.Element, collection!, run.Iteration));
                Execute(each.Body);
                JoinContinues();
                break;
            case IWhileLoopOperation { ConditionIsTop: true } guarded:
                AssumeCondition(guarded.Condition);
                Execute(guarded.Body);
                JoinContinues();
                break;
            case IWhileLoopOperation trailing:
                Execute(trailing.Body);
                JoinContinues();
                Evaluate(trailing.Condition);
                break;
            default:
                Execute(loop.Body);
                JoinContinues();
                break;
        }
    }

    private void AssumeCondition(IOperation? condition)
    {
        if (condition is not null)
        {
            Value value = EvaluateRead(condition);
            env = env.Assume(value, holds: true);
        }
    }

    private void JoinContinues()
    {
        foreach (Env early in continues)
        {
            env = Env.Merge(Value.Unknown, env, early);
        }

        continues.Clear();
    }

    private void BindIteration(IForEachLoopOperation each, Value item)
    {
        if (each.LoopControlVariable is IVariableDeclaratorOperation declarator)
        {
            Assign(declarator.Symbol, item.At(each.Collection));
        }
        else
        {
            AssignTo(each.LoopControlVariable, item);
        }
    }
}
