using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Engine;

/// <summary>What a method of the compilation returns and leaves in its arguments, in terms of its parameters.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Returned">The value returned.</param>
/// <param name="Effects">What memory passed in holds afterwards, by ordinal.</param>
internal sealed record MethodSummary(ImmutableArray<IParameterSymbol> Parameters, Value Returned, ImmutableArray<(int Ordinal, Value Content)> Effects);

/// <summary>Summaries of methods, made when first asked for and kept for the compilation.</summary>
internal sealed class MethodSummaries
{
    private readonly EngineSession session;
    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary?> known = new(SymbolEqualityComparer.Default);

    public MethodSummaries(EngineSession session) => this.session = session;

    public MethodSummary? Of(IMethodSymbol method, CallChain chain, CancellationToken cancellation)
    {
        // Generic or not, a method's body is written once, on its definition.
        method = method.OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract || method.IsExtern || method.MethodKind == MethodKind.LocalFunction)
        {
            return null;
        }

        if (known.TryGetValue(method, out MethodSummary? summary))
        {
            return summary;
        }

        if (chain.Enter(method) is not { } inner)
        {
            return null;
        }

        summary = Summarise(method, inner, cancellation);
        if (!inner.WasCut)
        {
            known.TryAdd(method, summary);
        }

        return summary;
    }

    private MethodSummary? Summarise(IMethodSymbol method, CallChain chain, CancellationToken cancellation)
    {
        if (session.Bodies.Of(method.PartialImplementationPart ?? method, cancellation) is not { } body || session.Bodies.IsTooLarge(body))
        {
            return null;
        }

        var interpreter = new Interpreter(session, chain, report: null, cancellation);
        interpreter.Run(ImmutableArray.Create(body));
        if (method.IsAsync || (interpreter.Returns.IsEmpty && !method.ReturnsVoid))
        {
            return null;
        }

        Value returned = Interpreter.Joined(interpreter.Returns) ?? Value.Unknown;
        ImmutableArray<(int, Value)> effects = Effects(method, interpreter.ExitEnv());
        return new MethodSummary(method.Parameters, returned, effects);
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
}
