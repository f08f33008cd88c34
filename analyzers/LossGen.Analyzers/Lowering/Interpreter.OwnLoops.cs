using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    /// <summary>Runs <c>Parallel.For(0, n, i => …)</c>, <c>list.ForEach(item => …)</c> and a program's own like them as the loops they are.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="args">What it gets, the body among it.</param>
    /// <param name="before">What was known before the body was looked at as a function, which anyone may call.</param>
    /// <returns>Whether it was one.</returns>
    private bool RunsAsLoop(IMethodSymbol method, Value? receiver, ImmutableArray<Value> args, Env before)
    {
        if (args.IsEmpty || !args[args.Length - 1].Is(Op.Function) || session.Loops.Of(method, cancellation) is not { } loop
            || BodyOf(args[args.Length - 1]) is not var (function, symbol, body) || !MayRun(function))
        {
            return false;
        }

        env = before;
        Value? collection = loop.Elements is not { } place ? null : place == OwnLoop.Receiver ? Read(receiver ?? Value.Unknown) : Read(args[place]);
        foreach (ISymbol variable in WriteSet.MemoryOf(body, IsOnlyRead))
        {
            Materialise(variable);
        }

        Env outside = env;
        LoopRun run = EnterLoop(body);
        IParameterSymbol counter = symbol.Parameters[0];
        Assign(counter, (collection is null ? run.Iteration : Canonical.Build(Op.Element, collection, run.Iteration)).Typed(counter.Type));
        if (symbol.Parameters.Length == 2 && collection is not null && Types.IsInteger(symbol.Parameters[1].Type))
        {
            Assign(symbol.Parameters[1], run.Iteration);
        }

        (_, List<Env> early) = Run(function, body);
        foreach (Env exit in early)
        {
            env = Env.Merge(Value.Unknown, env, exit);
        }

        env = LeaveLoop(outside, run);
        return true;
    }

    private static (IOperation Function, IMethodSymbol Symbol, IOperation Body)? BodyOf(Value function) =>
        PartsOf(function.Key) is ({ Parameters.Length: 1 or 2 } symbol, { } body) ? ((IOperation)function.Key!, symbol, body) : null;
}
