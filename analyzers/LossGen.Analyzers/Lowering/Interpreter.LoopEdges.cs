using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // Inside the loop, what it writes holds an unknown number of passes; what it writes through an index is still old there.
    private LoopRun EnterLoop(IOperation loop)
    {
        var run = new LoopRun(new object()) { Passes = Passes.Of(loop) };
        var written = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(loop, written);
        foreach (ISymbol variable in written.Keys)
        {
            if (env.Variables.TryGetValue(variable, out Value? value) || variable is IFieldSymbol or IParameterSymbol)
            {
                Value running = Value.Keyed(Op.LoopVariable, (run.Key, variable)).Named(variable.Name).Typed(Memory.TypeOf(variable));
                run.Variables.Add(variable, running);
                env = env.Set(variable, running);
                if (value is { Op: Op.Reference })
                {
                    run.Variables.Remove(variable);
                    env = env.Set(variable, Value.Leaf(new object(), variable.Name));
                }
            }
        }

        foreach (ISymbol variable in WriteSet.MemoryOf(loop, IsOnlyRead))
        {
            if (MemoryOf(variable) is { } key)
            {
                EnterMemory(key, variable.Name, run, WriteSet.IsAtOnePlace(loop, variable));
            }
        }

        if (IsIterator)
        {
            EnterMemory(yielded.Key!, string.Empty, run);
        }

        HashSet<string> members = WriteSet.MembersOf(loop);
        foreach (object key in env.Contents.Keys)
        {
            if (key is MemberKey { Name: var member } && members.Contains(member))
            {
                EnterMemory(key, member, run);
            }
        }

        return run;
    }

    // What a method of the compilation only reads is the same in every pass.
    private bool IsOnlyRead(IMethodSymbol method, IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.None, IsParams: false } parameter && session.Summaries.Of(method, calls, cancellation) is { } summary
        && summary.Effects.All(effect => effect.Ordinal != parameter.Ordinal);

    private void EnterMemory(object key, string name, LoopRun run, bool isOnePlace = false)
    {
        if (run.Contents.ContainsKey(key))
        {
            return;
        }

        Value content = env.Contents.TryGetValue(key, out Value? known) ? known : InitialContent(key, name);
        Value before = Value.Keyed(Op.BeforeLoop, run.Key, content).Named(content.Name ?? name);
        before = isOnePlace ? before.With(before.Flags | ValueFlags.OnePlace) : before;
        run.Contents.Add(key, before);
        env = env.SetContent(key, before);

        // rows[i] = new double[k]; for (…) rows[i][j] = …: the loop writes the row, too.
        if (content.Is(Op.Store) && content.Args[2] is { Op: Op.Reference, Key: { } row })
        {
            EnterMemory(row, name, run);
        }
    }

    private Env LeaveLoop(Env outside, LoopRun run)
    {
        Env end = env;
        var lifting = new LoopLifting(run, end.Dead ? outside : end);
        Env after = outside with { Dead = false };
        foreach (KeyValuePair<ISymbol, Value> variable in run.Variables)
        {
            Value before = outside.Variables.TryGetValue(variable.Key, out Value? known) ? known : Initial.Of(variable.Key);
            Value last = !end.Dead && end.Variables.TryGetValue(variable.Key, out Value? reached) ? reached : Value.Unknown;
            after = after.Set(variable.Key, lifting.Variable(variable.Value, before, last) ?? Value.Leaf(new object(), variable.Key.Name));
        }

        foreach (KeyValuePair<object, Value> content in end.Contents)
        {
            if (run.Contents.TryGetValue(content.Key, out Value? before))
            {
                Value lifted = ReferenceEquals(before, content.Value) ? before.Args[0] : lifting.Content(before, content.Value);
                after = after.SetContent(content.Key, lifted);
            }
            else if (outside.Contents.TryGetValue(content.Key, out Value? old) && !ReferenceEquals(old, content.Value))
            {
                after = after.SetContent(content.Key, Value.Leaf(new object(), old.Name));
            }
            else if (content.Key is MemberKey { Name: var name } && old is null)
            {
                // Whose member it is, was only known inside.
                Value initial = InitialContent(content.Key, name);
                after = after.SetContent(content.Key, lifting.Content(Value.Keyed(Op.BeforeLoop, run.Key, initial), AsBefore(content.Value, initial, run)));
            }
        }

        return after;
    }

    // A method that is left from within the loop finds memory that no pass writes as it was before.
    private void SettleExits(int first, LoopRun run)
    {
        for (int i = first; i < exits.Count; i++)
        {
            foreach (KeyValuePair<object, Value> content in run.Contents)
            {
                if (exits[i].Contents.TryGetValue(content.Key, out Value? left) && ReferenceEquals(left, content.Value)
                    && env.Contents.TryGetValue(content.Key, out Value? last) && ReferenceEquals(last, content.Value))
                {
                    exits[i] = exits[i].SetContent(content.Key, content.Value.Args[0]);
                }
            }
        }
    }

    private static Value AsBefore(Value content, Value initial, LoopRun run) =>
        content.Is(Op.Store) && content.Args[0].Equals(initial)
            ? Value.Of(Op.Store, Value.Keyed(Op.BeforeLoop, run.Key, initial), content.Args[1], content.Args[2])
            : Value.Leaf(new object(), content.Name);

    private object? MemoryOf(ISymbol variable)
    {
        Value? value = env.Variables.TryGetValue(variable, out Value? known) ? known
            : variable is IParameterSymbol or IFieldSymbol && Memory.MayBeMemory(Memory.TypeOf(variable)) ? Value.Keyed(Op.Reference, variable)
            : null;
        return value is null ? null
            : value.Is(Op.Reference) ? value.Key
            : value.Is(Op.View) && value.Args[0].Is(Op.Reference) ? value.Args[0].Key
            : null;
    }
}
