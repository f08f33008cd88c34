using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

internal enum ReduceOp
{
    Max,
    Min,
    Sum,

    /// <summary>The sum of exponentials without one of the largest, which is 1: what log1p wants. NaN where the maximum is not finite.</summary>
    SumOthers,

    /// <summary>The value at the target's class, where it is not picked from memory.</summary>
    AtTarget,
}

internal enum OutputKind
{
    /// <summary>Added to the batch's total.</summary>
    Total,
    Losses,
    Gradient,
    Probabilities,
    LogProbabilities,
    LogSumExp,
    Predictions,

    /// <summary>Added to the batch's number of right predictions.</summary>
    Correct,
    HessianDiagonal,

    /// <summary>The loss of every label, of a binary kernel.</summary>
    ElementLosses,
}

internal static class Outputs
{
    /// <summary>Whether a row that does not count gives 0 there; the others say what the logits are, whatever the target.</summary>
    public static bool DependsOnTarget(OutputKind output) =>
        output is OutputKind.Total or OutputKind.Losses or OutputKind.Gradient or OutputKind.Correct or OutputKind.HessianDiagonal or OutputKind.ElementLosses;

    /// <summary>Outputs with one value per class.</summary>
    public static bool IsPerClass(OutputKind output) =>
        output is OutputKind.Gradient or OutputKind.Probabilities or OutputKind.LogProbabilities or OutputKind.HessianDiagonal or OutputKind.ElementLosses;
}

/// <summary>One step of a row program.</summary>
internal abstract record Statement;

/// <summary>Gives an input a name.</summary>
internal sealed record Load(string Name, InputKind Kind, KernelRole Role = KernelRole.Logits) : Statement;

/// <summary>Gives an expression a name.</summary>
internal sealed record Let(string Name, Expr Value, StepRole Role = StepRole.Other) : Statement;

/// <summary>Combines an expression's values over the classes.</summary>
internal sealed record Reduce(string Name, ReduceOp Op, Expr Body) : Statement;

/// <summary>Writes an output.</summary>
internal sealed record Store(OutputKind Output, Expr Value) : Statement;

/// <summary>
/// What one row computes, and nothing of how: elementwise steps over the classes, reductions over the classes, numbers of the row, stores.
/// Every schedule prints the same program, and an interpreter runs it.
/// </summary>
/// <param name="Classes">Logits per row.</param>
/// <param name="Kept">Conditions under which the row counts; otherwise all its outputs are exactly 0.</param>
/// <param name="Statements">The steps, each after those it uses.</param>
/// <param name="Loss">The formula the program computes, for people.</param>
/// <param name="Gradient">The formula of its gradient, for people.</param>
internal sealed record RowProgram(
    ClassCount Classes,
    EquatableArray<Expr> Kept,
    EquatableArray<Statement> Statements,
    string Loss,
    string Gradient)
{
    /// <summary>The conditions under which a right prediction counts: a weight of its target's class does not change what a row is.</summary>
    public IReadOnlyList<Expr> Counted => [.. Kept.Where(condition => !IsOfClassWeight(condition))];

    public IEnumerable<Load> Loads => Statements.OfType<Load>();

    public IEnumerable<Store> Stores => Statements.OfType<Store>();

    public bool Writes(OutputKind output) => Stores.Any(store => store.Output == output);

    public bool Reads(InputKind input) => Loads.Any(load => load.Kind == input);

    /// <summary>The statement that a name stands for.</summary>
    public Statement Definition(string name) => Statements.First(statement => NameOf(statement) == name);

    public static string? NameOf(Statement statement) => statement switch
    {
        Load load => load.Name,
        Let let => let.Name,
        Reduce reduce => reduce.Name,
        _ => null,
    };

    /// <summary>Whether a condition is that the weight of the target's class is not 0.</summary>
    public static bool IsOfClassWeight(Expr condition) =>
        condition is Compare { Left: Name name } && InputNames.IsOf(name, InputKind.OfTarget, KernelRole.ClassWeights);

    /// <summary>The names an expression uses.</summary>
    public static IEnumerable<Name> NamesIn(Expr expr) => expr.DescendantsAndSelf().OfType<Name>();
}
