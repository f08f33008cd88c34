using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

/// <summary>
/// Runs a body on values instead of numbers, once: statements in order, both sides of a branch, the body of a loop as a map or a
/// reduction. What it does not understand becomes a leaf that equals only itself.
/// </summary>
internal sealed partial class Interpreter
{
    private const int MaxOperationDepth = 120;

    private readonly EngineSession session;
    private readonly CallDepth calls;
    private readonly ISymbol? owner;
    private readonly Action<Site>? report;
    private readonly CancellationToken cancellation;
    private readonly HashSet<IOperation> reported = new();
    private readonly Dictionary<ISymbol, int> writes;
    private readonly ImmutableArray<Returned>.Builder returns = ImmutableArray.CreateBuilder<Returned>();

    private readonly Dictionary<SyntaxNode, ImmutableArray<Value>> passed = new();

    private Env env = Env.Empty;
    private int depth;
    private bool quiet;

    public Interpreter(EngineSession session, CallDepth calls, CancellationToken cancellation)
        : this(session, calls, owner: null, report: null, cancellation)
    {
    }

    public Interpreter(EngineSession session, CallDepth calls, ISymbol? owner, Action<Site>? report, CancellationToken cancellation)
    {
        this.owner = owner;
        this.session = session;
        this.calls = calls;
        this.report = report;
        this.cancellation = cancellation;
        writes = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
    }

    /// <summary>The values of the <c>return</c>s met.</summary>
    public ImmutableArray<Returned> Returns => returns.ToImmutable();

    /// <summary>What was passed to methods of the compilation, by call.</summary>
    public ImmutableDictionary<SyntaxNode, ImmutableArray<Value>> Passed => passed.ToImmutableDictionary();

    /// <summary>What is known where the body is left, by whatever way.</summary>
    public Env ExitEnv()
    {
        Env exit = env;
        foreach (Env early in exits)
        {
            exit = Env.Merge(Value.Unknown, exit, early);
        }

        return exit;
    }

    public void Run(ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation block in blocks)
        {
            WriteSet.Count(block, writes);
        }

        EnterIterator(blocks);
        foreach (IOperation block in blocks)
        {
            Execute(block);
        }

        LeaveIterator();
        RunWaitingFunctions();
    }

    /// <summary>The value of a lone expression: a field's initializer.</summary>
    public Value EvaluateAlone(IOperation expression) => Read(Evaluate(expression));

    private void Execute(IOperation? operation)
    {
        if (operation is null)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        if (++depth <= MaxOperationDepth)
        {
            Statement(operation);
        }

        depth--;
    }

    /// <summary>The value of an expression; a <see cref="Op.Reference"/> or a view of one where it denotes memory.</summary>
    private Value Evaluate(IOperation? operation)
    {
        if (operation is null || depth >= MaxOperationDepth)
        {
            return Value.Unknown;
        }

        depth++;
        work++;
        Value value = operation.ConstantValue is { HasValue: true, Value: { } constant } && Literal.NumberOf(constant) is { } number
            ? Value.Const(number).At(operation)
            : Printed(Expression(operation), operation);
        depth--;
        return value;
    }

    // What stands for a value in the source is all of what computed it, await, assignment and increment included, never an operand alone.
    private static Value Printed(Value value, IOperation operation) =>
        value.Origin is null || operation is IConversionOperation { IsImplicit: true } or IParenthesizedOperation or ITranslatedQueryOperation or IDelegateCreationOperation or IConditionalAccessInstanceOperation
            ? value
            : value.At(operation);

    /// <summary>The numbers an expression holds: memory is looked into.</summary>
    private Value EvaluateRead(IOperation? operation)
    {
        Value raw = Evaluate(operation);
        Value value = Read(raw);
        return ReferenceEquals(raw, value) || operation is null ? value : value.At(operation);
    }

    private Value Read(Value value)
    {
        switch (value.Op)
        {
            case Op.Reference:
                return Settled(ContentOf(value));
            case Op.View when value.Args[0].Is(Op.Reference):
                Value source = ContentOf(value.Args[0]);
                if (source.Is(Op.BeforeLoop))
                {
                    source = source.Flags.HasFlag(ValueFlags.OnePlace) || LoopIndex.IsOwnPlace(value.Args) ? source.Args[0] : Settled(source);
                }

                return Canonical.Build(Op.View, value.Args.SetItem(0, source));
            default:
                return value;
        }
    }

    private Value ContentOf(Value reference) =>
        env.Contents.TryGetValue(reference.Key!, out Value? content) ? content : InitialContent(reference.Key!, reference.Name);

    // What the methods of its class leave in a field is known where the body itself has not written it.
    private Value InitialContent(object key, string? name) =>
        (key is IParameterSymbol parameter
            ? session.Parameters.Of(parameter, calls, cancellation)
            : session.Roles.Of(key is MemberKey { Member: { } member } ? member : key as ISymbol, calls, cancellation)) ?? Initial.ContentOf(key, name);

    // In a loop that writes an array, the array as a whole holds nothing in particular.
    private static Value Settled(Value content) => content.Is(Op.BeforeLoop) ? Value.Leaf(new object(), content.Name) : content;

    private Value Opaque(IOperation operation, string? name = null) => Value.Leaf(operation, name, operation.Type).At(operation);

    private void Emit(IOperation operation, Value value, KnownMember? member = null)
    {
        if (report is not null && !quiet && !env.Dead && reported.Add(operation))
        {
            report(new Site(operation, value, env.Facts, member, writes, env, session, owner!));
        }
    }
}
