using System;
using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Summaries;

/// <summary>What all bodies of one compilation share.</summary>
internal sealed class EngineSession
{
    public EngineSession(Compilation compilation, KnowledgeBase texts, IEnumerable<Op> interesting, IEnumerable<string> interestingNames, Func<BinaryExpressionSyntax, bool> isQuotientOfInterest)
    {
        Compilation = compilation;
        Knowledge = new KnowledgeIndex(compilation, texts);
        Triggers = new Triggers(texts, Knowledge, interesting, interestingNames, isQuotientOfInterest);
        Bodies = new Bodies(compilation);
        Summaries = new MethodSummaries(this);
        Fields = new FieldValues(this);
        Chains = new Chains(this);
        Roles = new FieldRoles(this);
        Parameters = new ParameterRoles(this);
        Implementations = new Implementations(compilation);
    }

    public Compilation Compilation { get; }

    public KnowledgeIndex Knowledge { get; }

    public Triggers Triggers { get; }

    public Bodies Bodies { get; }

    public Imports Imports { get; } = new();

    public MethodSummaries Summaries { get; }

    public FieldWrites Writes { get; } = new();

    public FieldValues Fields { get; }

    public Chains Chains { get; }

    public FieldRoles Roles { get; }

    public ParameterRoles Parameters { get; }

    public Implementations Implementations { get; }

    public OwnLoops Loops { get; } = new();

    /// <summary>The <c>forward</c> that a module's <c>call</c> ends in, where the receiver's type says which.</summary>
    public IMethodSymbol? ForwardOf(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.Name is not ("call" or "forward") || !method.ContainingType.ToDisplayString().StartsWith("TorchSharp.", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (ISymbol member in Members.Of(receiver, "forward"))
        {
            if (member is IMethodSymbol { IsAbstract: false } forward && forward.Parameters.Length == method.Parameters.Length)
            {
                return forward;
            }
        }

        return null;
    }
}
