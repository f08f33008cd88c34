using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// What a parameter is for: <c>Train</c> computes a softmax and hands it to <c>Loss</c>, which takes its logarithm. Known only where every
/// call in the files of its type passes the same. A method that does nothing but pass its parameter on is looked at where it is called.
/// </summary>
internal sealed class ParameterRoles
{
    // From the method that computes a softmax over those that hand it on.
    private const int MostSteps = 2;

    private readonly EngineSession session;
    private readonly ConcurrentDictionary<IParameterSymbol, Value?> known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, InvocationExpressionSyntax>> calls = new();

    public ParameterRoles(EngineSession session) => this.session = session;

    public Value? Of(IParameterSymbol parameter, CallDepth depth, CancellationToken cancellation)
    {
        parameter = parameter.OriginalDefinition;
        if (depth.Left < CallDepth.Most || parameter.ContainingSymbol is not IMethodSymbol method || !IsCalledByName(method, parameter))
        {
            // Only the body under analysis asks, as it does for fields.
            return null;
        }

        if (!known.TryGetValue(parameter, out Value? role))
        {
            role = Find(parameter, method, cancellation);
            role = role is not null && session.Summaries.Of(method, new CallDepth(CallDepth.Most), cancellation) is { IsWrapper: true } ? null : role;
            known.TryAdd(parameter, role);
        }

        return role;
    }

    private Value? Find(IParameterSymbol parameter, IMethodSymbol method, CancellationToken cancellation, int steps = MostSteps)
    {
        IEnumerable<InvocationExpressionSyntax> namesakes = method.ContainingType.DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Distinct()
            .SelectMany(tree => calls.GetOrAdd(tree, FindCalls)[method.Name]);
        return Common(namesakes.Where(call => MayCall(call, method, cancellation))
            .Select(call => Passed(call, parameter, cancellation, steps)));
    }

    private bool MayCall(InvocationExpressionSyntax call, IMethodSymbol method, CancellationToken cancellation) =>
        session.Bodies.Of(call, cancellation) is not IInvocationOperation { TargetMethod: var target }
        || SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, method);

    private static ILookup<string, InvocationExpressionSyntax> FindCalls(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(
        call => call.Expression switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
            MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
            _ => string.Empty,
        },
        StringComparer.Ordinal);

    // What the caller's own run has seen at the call, or what it got itself.
    private Value? Passed(InvocationExpressionSyntax call, IParameterSymbol parameter, CancellationToken cancellation, int steps)
    {
        for (SyntaxNode? node = call.Parent; node is not null and not TypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            {
                return session.Bodies.DeclaredBy(node, cancellation) is not IMethodSymbol caller ? null
                    : session.Summaries.Of(caller, new CallDepth(CallDepth.Most), cancellation) is { } summary
                        && summary.Calls.TryGetValue(call, out var args)
                        && parameter.Ordinal < args.Length && RoleOf(args[parameter.Ordinal], parameter) is { } role ? role
                    : steps > 0 && HandedOn(call, parameter, caller, cancellation) is { } handed && IsCalledByName(caller, handed)
                        && Find(handed, caller, cancellation, steps - 1) is { } given ? RoleOf(given, parameter)
                    : null;
            }
        }

        return null;
    }

    // Calculate(p, y) => Sum(Of(p, y)): a caller that computes nothing says no more than its own callers do.
    private IParameterSymbol? HandedOn(
        InvocationExpressionSyntax call, IParameterSymbol parameter, IMethodSymbol caller, CancellationToken cancellation)
    {
        if (session.Bodies.Of(call, cancellation) is not IInvocationOperation { Arguments: var arguments }
            || session.Bodies.Of(caller, cancellation) is not { } body
            || arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter))
                ?.Value is not IParameterReferenceOperation { Parameter: var handed }
            || !SymbolEqualityComparer.Default.Equals(handed.ContainingSymbol, caller))
        {
            return null;
        }

        var writes = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        WriteSet.Count(body, writes);
        return writes.ContainsKey(handed) ? null : handed;
    }

    private static bool IsCalledByName(IMethodSymbol method, IParameterSymbol parameter) =>
        method is { MethodKind: MethodKind.Ordinary, IsAbstract: false, IsVirtual: false, IsOverride: false }
            && parameter.RefKind is not (RefKind.Out or RefKind.Ref);

    /// <summary>What a parameter is for if every call says the same; null where one says something else, or nothing.</summary>
    public static Value? Common(IEnumerable<Value?> passed)
    {
        Value? role = null;
        foreach (Value? one in passed)
        {
            if (one is null || (role is not null && !Agree(role, one)))
            {
                return null;
            }

            role = one;
        }

        return role;
    }

    // Exponentials are the same only if they are of the same numbers.
    private static bool Agree(Value one, Value other) => one.Op == other.Op && (!IsOfExponentials(one) || one.Equals(other));

    /// <summary>What a value that is passed says about a parameter. Which logits a softmax was computed from, only the caller knows.</summary>
    /// <param name="passed">The value.</param>
    /// <param name="of">What stands for the logits.</param>
    public static Value? RoleOf(Value passed, object of)
    {
        passed = Shape.WithoutPlace(passed);
        return passed.Op is Op.Softmax or Op.Sigmoid or Op.LogSoftmax or Op.LogSigmoid or Op.Tanh or Op.Linear
                ? Value.Of(passed.Op, Value.Leaf(of, name: null)).With(passed.Flags)
            : IsOfExponentials(passed) && !LoopIndex.Mentions(passed) ? Shape.Detached(passed)
            : null;
    }

    // exp(x) and Σ exp(x) are halves of a softmax: that both are of the same x, the callee has to see.
    private static bool IsOfExponentials(Value value) => value.Is(Op.Exp) || (value.Is(Op.Sum) && Shape.WithoutPlace(value.Args[0]).Is(Op.Exp));
}
