using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Summaries;

/// <summary>What a method of the compilation returns and leaves in its arguments, in terms of its parameters.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Returned">The value returned.</param>
/// <param name="Effects">What memory passed in holds afterwards, by ordinal.</param>
/// <param name="Outs">What variables passed by reference hold afterwards, by ordinal; the elements of those that are memory.</param>
/// <param name="Members">What the fields and properties of an object that it made and returns hold; the elements of those that are memory.</param>
/// <param name="Fields">What fields and properties of its own object hold afterwards; the elements of those that are memory.</param>
/// <param name="Calls">What it passes to other methods of the compilation, by call.</param>
internal sealed record MethodSummary(
    ImmutableArray<IParameterSymbol> Parameters, Value Returned, ImmutableArray<(int Ordinal, Value Content)> Effects, ImmutableArray<(int Ordinal, Value Held)> Outs,
    ImmutableArray<(MemberKey Member, Value Content)> Members, ImmutableDictionary<ISymbol, Value> Fields, ImmutableDictionary<SyntaxNode, ImmutableArray<Value>> Calls)
{
    /// <summary>Whether its body has nothing to say of what it logs, and its calls have.</summary>
    public bool IsJudgedWhereCalled => IsWrapper || IsLossTerm;

    /// <summary>double XLogY(double x, double y) => x * Math.Log(y), or a whole loss: only the call says what is logged.</summary>
    private bool IsLossTerm => LossTerm.Of(Returned) is var (weight, logged) && IsParameter(weight) && IsParameter(logged);

    private static bool IsParameter(Value value) => Shape.WithoutGuard(Shape.WithoutPlace(value)) is { Op: Op.Leaf, Key: IParameterSymbol };

    /// <summary>double SafeLog(double p) => Math.Log(p + 1e-12): nothing to say there, but where it is called.</summary>
    public bool IsWrapper
    {
        get
        {
            if (Returned.Args.IsEmpty || Returned.Op is Op.Element or Op.View)
            {
                return false;
            }

            foreach (Value arg in Returned.Args)
            {
                if (Shape.WithoutGuard(arg) is not { Op: Op.Leaf, Key: IParameterSymbol })
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>Summaries of methods, made when first asked for and kept for the compilation.</summary>
internal sealed class MethodSummaries
{
    private readonly EngineSession session;
    private readonly ConcurrentDictionary<IMethodSymbol, Entry> complete = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableDictionary<int, Entry>> limited = new(SymbolEqualityComparer.Default);

    public MethodSummaries(EngineSession session) => this.session = session;

    public MethodSummary? Of(IMethodSymbol method, CallDepth depth, CancellationToken cancellation)
    {
        // Generic or not, a method's body is written once, on its definition.
        method = method.OriginalDefinition;
        if (!IsFollowed(method))
        {
            return null;
        }

        int left = depth.Left - 1;
        if (left < 0)
        {
            depth.Took(0, cut: true);
            return null;
        }

        Entry entry = Find(method, left) ?? Keep(method, left, Summarise(method, left, cancellation));
        depth.Took(entry.Height + 1, entry.WasCut);
        return entry.Summary;
    }

    // A virtual method may be another one when it is called. An override is followed: it is what the receiver's type says.
    private static bool IsFollowed(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty && !method.IsAbstract && !method.IsVirtual && !method.IsExtern && !method.IsAsync
        && method.MethodKind != MethodKind.LocalFunction;

    private Entry? Find(IMethodSymbol method, int left)
    {
        if (complete.TryGetValue(method, out Entry? entry) && entry.Height <= left)
        {
            return entry;
        }

        return limited.TryGetValue(method, out ImmutableDictionary<int, Entry>? byDepth) && byDepth.TryGetValue(left, out entry) ? entry : null;
    }

    private Entry Keep(IMethodSymbol method, int left, Entry entry)
    {
        if (entry.WasCut)
        {
            limited.AddOrUpdate(method, _ => ImmutableDictionary<int, Entry>.Empty.Add(left, entry), (_, known) => known.SetItem(left, entry));
        }
        else
        {
            complete[method] = entry;
        }

        return entry;
    }

    private Entry Summarise(IMethodSymbol method, int left, CancellationToken cancellation)
    {
        if (session.Bodies.Of(method.PartialImplementationPart ?? method, cancellation) is not { } body || !session.Triggers.IsWorthFollowing(body))
        {
            return Entry.Nothing;
        }

        // Summaries nest inside summaries; better silent than out of stack.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var depth = new CallDepth(left);
        var interpreter = new Interpreter(session, depth, cancellation);
        interpreter.Run(ImmutableArray.Create(body));
        Value? returned = Returned.Joined(interpreter.Returns);
        Env exit = interpreter.ExitEnv();
        MethodSummary? summary = returned is null && !method.ReturnsVoid
            ? null
            : new MethodSummary(method.Parameters, returned ?? Value.Unknown, Effects(method, exit), Outs(method, exit), Members(returned, exit), Fields(exit), interpreter.Passed);
        return new Entry(summary, depth.Height, depth.WasCut);
    }

    private static ImmutableArray<(int Ordinal, Value Content)> Effects(IMethodSymbol method, Env exit)
    {
        var effects = ImmutableArray.CreateBuilder<(int, Value)>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Memory.IsWritable(parameter.Type) && exit.Contents.TryGetValue(parameter, out Value? content))
            {
                effects.Add((parameter.Ordinal, content));
            }
        }

        return effects.ToImmutable();
    }

    private static ImmutableArray<(int Ordinal, Value Held)> Outs(IMethodSymbol method, Env exit)
    {
        var outs = ImmutableArray.CreateBuilder<(int, Value)>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && exit.Variables.TryGetValue(parameter, out Value? held))
            {
                outs.Add((parameter.Ordinal, Held(held, exit)));
            }
        }

        return outs.ToImmutable();
    }

    private static ImmutableArray<(MemberKey Member, Value Content)> Members(Value? returned, Env exit)
    {
        if (returned is not { Op: Op.Leaf, Key: IObjectCreationOperation })
        {
            return ImmutableArray<(MemberKey, Value)>.Empty;
        }

        var members = ImmutableArray.CreateBuilder<(MemberKey, Value)>();
        foreach (KeyValuePair<object, Value> content in exit.Contents)
        {
            if (content.Key is MemberKey member && member.Owner.Equals(returned))
            {
                members.Add((member, Held(content.Value, exit)));
            }
        }

        return members.ToImmutable();
    }

    private static Value Held(Value value, Env exit) => value.Is(Op.Reference) && exit.Contents.TryGetValue(value.Key!, out Value? content) ? content : value;

    private static ImmutableDictionary<ISymbol, Value> Fields(Env exit)
    {
        var fields = ImmutableDictionary.CreateBuilder<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, Value> variable in exit.Variables)
        {
            if (variable.Key is IFieldSymbol or IPropertySymbol)
            {
                fields[variable.Key] = Held(variable.Value, exit);
            }
        }

        foreach (KeyValuePair<object, Value> content in exit.Contents)
        {
            if (content.Key is IFieldSymbol or IPropertySymbol && !fields.ContainsKey((ISymbol)content.Key))
            {
                fields[(ISymbol)content.Key] = content.Value;
            }
        }

        return fields.ToImmutable();
    }

    private sealed record Entry(MethodSummary? Summary, int Height, bool WasCut)
    {
        public static Entry Nothing { get; } = new(Summary: null, Height: 0, WasCut: false);
    }
}
