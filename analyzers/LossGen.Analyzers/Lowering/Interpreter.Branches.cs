using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // Under which condition the statement is reached: null where none is asked, unknown in a branch of a branch, a loop or a switch.
    private Value? path;

    private void If(IConditionalOperation conditional)
    {
        Value condition = EvaluateRead(conditional.Condition);
        Env before = env;
        Value? outerPath = path;
        path = outerPath is null ? condition : Value.Unknown;
        env = before.Assume(condition, holds: true);
        Execute(conditional.WhenTrue);
        Env whenTrue = env;
        path = Value.Unknown;
        env = before.Assume(condition, holds: false);
        Execute(conditional.WhenFalse);
        env = Env.Merge(condition, whenTrue, env);
        path = outerPath;
    }

    // How often and whether its parts are reached, no condition of ours says.
    private void Nested(IOperation operation)
    {
        Value? outerPath = path;
        path = Value.Unknown;
        switch (operation)
        {
            case ILoopOperation loop:
                Loop(loop);
                break;
            case ISwitchOperation choice:
                Switch(choice);
                break;
            case ITryOperation attempt:
                Try(attempt);
                break;
        }

        path = outerPath;
    }

    private void Switch(ISwitchOperation choice)
    {
        Evaluate(choice.Value);
        Env before = env;
        Env? merged = null;
        bool hasDefault = false;
        var outer = breaks;
        breaks = new List<Env>();
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            env = before;
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                hasDefault |= clause.CaseKind == CaseKind.Default;
            }

            foreach (IOperation statement in section.Body)
            {
                Execute(statement);
            }

            merged = merged is null ? env : Env.Merge(Value.Unknown, merged, env);
        }

        foreach (Env left in breaks)
        {
            merged = merged is null ? left : Env.Merge(Value.Unknown, merged, left);
        }

        breaks = outer;
        env = merged is null ? before : hasDefault ? merged : Env.Merge(Value.Unknown, merged, before);
    }

    private void Try(ITryOperation attempt)
    {
        Env before = env;
        Execute(attempt.Body);
        Env after = env;
        var written = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(attempt.Body, written);
        foreach (ICatchClauseOperation handler in attempt.Catches)
        {
            env = before;
            ForgetWritten(written.Keys);
            ForgetMemory(attempt.Body);
            Execute(handler.Handler);
            after = Env.Merge(Value.Unknown, after, env);
        }

        env = after;
        if (attempt.Finally is not null)
        {
            bool dead = env.Dead;
            env = env with { Dead = false };
            Execute(attempt.Finally);
            env = env with { Dead = dead || env.Dead };
        }
    }
}
