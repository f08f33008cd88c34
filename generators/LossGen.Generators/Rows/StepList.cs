using System;
using System.Collections.Generic;
using System.Globalization;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>The steps of a row program while it grows: each value gets a name once, and the same value is not computed twice.</summary>
internal sealed class StepList
{
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, Name> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<Expr, Name> shared = [];

    public IReadOnlyList<Statement> Statements => statements;

    public void Store(OutputKind output, Expr value) => statements.Add(new Store(output, value));

    public Expr Load(InputKind kind, KernelRole role = KernelRole.Logits)
    {
        if (kind == InputKind.TargetLogit)
        {
            // It may be picked out of the row's logits.
            Load(InputKind.Logit);
        }

        string name = InputNames.Of(kind, role);
        return names.TryGetValue(name, out var known) ? known : Add(name, new Load(name, kind, role), Inputs.ShapeOf(kind));
    }

    /// <summary>A value under a name that stands for no other.</summary>
    public Expr Defined(string name, Expr value, StepRole role = StepRole.Other) => Once(name, new Let(name, value, role), value.Shape);

    /// <summary>A reduction under a name that stands for no other.</summary>
    public Expr Reduced(string name, ReduceOp op, Expr body) => Once(name, new Reduce(name, op, body), Shape.Row);

    /// <summary>A sum under a name that is not taken, or under the one it has already.</summary>
    public Expr Summed(string hint, Expr body)
    {
        var key = Expr.Sum(body);
        if (!shared.TryGetValue(key, out var name))
        {
            name = (Name)Reduced(Fresh(hint), ReduceOp.Sum, body);
            shared.Add(key, name);
        }

        return name;
    }

    /// <summary>A value under a name that is not taken, or under the one it has already.</summary>
    public Expr Shared(string hint, Expr value, StepRole role = StepRole.Other)
    {
        if (!shared.TryGetValue(value, out var name))
        {
            name = (Name)Defined(Fresh(hint), value, role);
            shared.Add(value, name);
        }

        return name;
    }

    /// <summary>The name, which the same statement may ask for again. Another one would silently get a wrong value.</summary>
    private Name Once(string name, Statement statement, Shape shape)
    {
        if (!names.TryGetValue(name, out var known))
        {
            return Add(name, statement, shape);
        }

        return meanings[name] == statement
            ? known
            : throw new InvalidOperationException($"Two values of a row program are called '{name}': {meanings[name]} and {statement}");
    }

    private Name Add(string name, Statement statement, Shape shape)
    {
        var result = new Name(name, shape);
        statements.Add(statement);
        names.Add(name, result);
        meanings.Add(name, statement);
        return result;
    }

    // With a letter: a name with a number is the value of one class where the classes are written out.
    private string Fresh(string hint)
    {
        string name = hint;
        for (int i = 1; names.ContainsKey(name); i++)
        {
            name = hint + (char)('A' + i % 26) + (i < 26 ? string.Empty : "x" + (i / 26).ToString(CultureInfo.InvariantCulture) + "x");
        }

        return name;
    }
}
