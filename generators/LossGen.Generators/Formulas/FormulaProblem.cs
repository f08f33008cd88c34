using System;
using LossGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Formulas;

/// <summary>Stops the reading of a formula where it cannot be understood; <see cref="FormulaReader"/> catches it.</summary>
#pragma warning disable RCS1194, CA1032 // It is thrown and caught in one folder and needs no other constructors.
internal sealed class FormulaProblem(Problem problem) : Exception
#pragma warning restore RCS1194, CA1032
{
    public Problem Problem { get; } = problem;

    /// <summary>Something that a formula cannot hold, and what can be written instead.</summary>
    public static FormulaProblem Unsupported(SyntaxNode place, string what, string instead) =>
        new(new Problem(RuleIds.FormulaConstruct, place.GetLocation(), what, instead));
}
