using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private const int MaxNesting = 6;

    // Lambdas in lambdas in lambdas are looked at again for every call; at some point it is enough.
    private const int MaxWork = 100_000;

    private readonly Dictionary<ISymbol, ILocalFunctionOperation> localFunctions = new(SymbolEqualityComparer.Default);
    private readonly List<(IOperation Function, Env Env)> waiting = new();
    private readonly HashSet<IOperation> ran = new();
    private readonly HashSet<IOperation> active = new();
    private readonly Dictionary<IOperation, List<ImmutableArray<Value>>> applied = new();
    private int nesting;
    private int work;

    private Value Lambda(IAnonymousFunctionOperation function)
    {
        waiting.Add((function, env));
        var written = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(function, written);
        ForgetWritten(written.Keys);
        return Value.Keyed(Op.Function, function).At(function);
    }

    private Value MethodGroup(IMethodReferenceOperation reference)
    {
        Evaluate(reference.Instance);
        object key = localFunctions.TryGetValue(reference.Method, out ILocalFunctionOperation? local) ? local : reference.Method;
        return Value.Keyed(Op.Function, key).At(reference);
    }

    // A local function may be called before it is written.
    private void AddLocalFunctions(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
        {
            if (statement is ILocalFunctionOperation function)
            {
                localFunctions[function.Symbol] = function;
            }
        }
    }

    private Value? ApplyLocalFunction(IMethodSymbol method, ImmutableArray<Value> args) =>
        localFunctions.TryGetValue(method.OriginalDefinition, out ILocalFunctionOperation? function)
            ? ApplyQuietly(Value.Keyed(Op.Function, function), args)
            : null;

    private Value? ApplyQuietly(Value function, ImmutableArray<Value> args)
    {
        bool before = quiet;
        quiet = true;
        Value? result = ApplyFunction(function, args);
        quiet = before;
        if (function.Key is IAnonymousFunctionOperation or ILocalFunctionOperation && (result is null || !IsWrapped(result, args)))
        {
            NoteApplied((IOperation)function.Key, args);
        }

        return result;
    }

    private void NoteApplied(IOperation function, ImmutableArray<Value> args)
    {
        if (!applied.TryGetValue(function, out List<ImmutableArray<Value>>? calls))
        {
            applied.Add(function, calls = new List<ImmutableArray<Value>>());
        }

        calls.Add(ImmutableArray.CreateRange(args, arg => Read(arg)));
    }

    // What every call of a lambda or a local function passes is what its parameter is for, as with methods.
    private void AssignRoles(IOperation function, IMethodSymbol symbol)
    {
        if (!applied.TryGetValue(function, out List<ImmutableArray<Value>>? calls))
        {
            return;
        }

        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            if (ParameterRoles.Common(calls.Select(args => parameter.Ordinal < args.Length ? ParameterRoles.RoleOf(args[parameter.Ordinal], parameter) : null)) is { } role)
            {
                Assign(parameter, role);
            }
        }
    }

    private static (IMethodSymbol Symbol, IOperation? Body)? PartsOf(object? function) => function switch
    {
        IAnonymousFunctionOperation lambda => (lambda.Symbol, lambda.Body),
        ILocalFunctionOperation local => (local.Symbol, local.Body),
        _ => null,
    };

    /// <summary>The value of a call of a function value, or null where the function is not known.</summary>
    private Value? ApplyFunction(Value function, ImmutableArray<Value> args) => function.Is(Op.Function)
        ? function.Key switch
        {
            IOperation key when PartsOf(key) is var (symbol, body) => Inline(key, symbol, body, args),
            KnownMember known => Instantiate(known.Result, CallFrame.Of(args)),
            IMethodSymbol method when session.Knowledge.Find(method) is { } known => Instantiate(known.Result, CallFrame.Of(args)),
            IMethodSymbol method => Summarised(method, args),
            _ => null,
        }
        : null;

    private Value? Inline(IOperation function, IMethodSymbol symbol, IOperation? body, ImmutableArray<Value> args)
    {
        if (body is null || !MayRun(function))
        {
            return null;
        }

        Env outside = env;
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            if (parameter.Ordinal < args.Length && !args[parameter.Ordinal].Is(Op.Unknown))
            {
                Assign(parameter, args[parameter.Ordinal]);
            }
        }

        (ImmutableArray<Returned> returned, _) = Run(function, body);
        env = outside;
        var written = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(body, written);
        ForgetWritten(written.Keys);
        ForgetMemory(body);
        return Returned.Joined(returned);
    }

    /// <summary>Whether there is time left for a function's body, and it is not running already; who asks runs it.</summary>
    private bool MayRun(IOperation function) => nesting < MaxNesting && work <= MaxWork && active.Add(function);

    /// <summary>Runs a function's body where things stand; its returns are not those of the body around it.</summary>
    private (ImmutableArray<Returned> Returned, List<Env> Exits) Run(IOperation function, IOperation body)
    {
        nesting++;
        if (!quiet)
        {
            ran.Add(function);
        }

        ImmutableArray<Returned> outerReturns = returns.ToImmutable();
        returns.Clear();
        Value? outerPath = path;
        path = null;
        var (outerBreaks, outerContinues, outerExits) = (breaks, continues, exits);
        (breaks, continues, exits) = (new List<Env>(), new List<Env>(), new List<Env>());
        Execute(body);

        var result = (returns.ToImmutable(), exits);
        (breaks, continues, exits) = (outerBreaks, outerContinues, outerExits);
        returns.Clear();
        returns.AddRange(outerReturns);
        path = outerPath;
        active.Remove(function);
        nesting--;
        return result;
    }

    // Functions that nothing in the body called with known arguments are looked at on their own, with what never changes of their surroundings.
    private void RunWaitingFunctions()
    {
        if (report is null)
        {
            return;
        }

        for (int i = 0; i < waiting.Count; i++)
        {
            (IOperation function, Env created) = waiting[i];
            if (!ran.Add(function))
            {
                continue;
            }

            env = Unchanging(created, function);
            if (PartsOf(function) is var (symbol, body))
            {
                AssignRoles(function, symbol);
                Execute(body);
            }
        }
    }

    private Env Unchanging(Env created, IOperation function)
    {
        ImmutableDictionary<ISymbol, Value> variables = created.Variables;
        Dictionary<ISymbol, int> later = WriteSet.Later(function);
        foreach (ISymbol variable in created.Variables.Keys)
        {
            if (writes.TryGetValue(variable, out int count) && count > 1 && (variable is not ILocalSymbol || later.ContainsKey(variable) || WriteSet.IsAliased(writes, variable)))
            {
                variables = variables.Remove(variable);
            }
        }

        return created with { Variables = variables, Facts = Facts.None, Dead = false };
    }
}
