using System.Collections.Generic;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Engine;

/// <summary>A place where a value is computed, for rules to look at.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Value">What it computes.</param>
/// <param name="Facts">Which comparisons hold there.</param>
/// <param name="Member">What the knowledge files say about the member it calls, if it calls one.</param>
/// <param name="Writes">How often the body writes each variable.</param>
/// <param name="Session">What is known about the compilation.</param>
internal sealed record Site(
    IOperation Operation, Value Value, Facts Facts, KnownMember? Member, IReadOnlyDictionary<ISymbol, int> Writes, EngineSession Session);
