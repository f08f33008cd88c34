using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Knowledge;

internal enum TemplateKind : byte
{
    Operation,
    Number,
    Argument,
    AllArguments,
    NamedArgument,
    Receiver,
    ReceiverArgument,
}

/// <summary>The right-hand side of a knowledge line: a canonical expression over a call's arguments.</summary>
/// <param name="Kind">What this node is.</param>
/// <param name="Op">The operation of an <see cref="TemplateKind.Operation"/>.</param>
/// <param name="Number">A literal, the ordinal of an argument, or what a named argument is where nobody passes it; NaN where that is not said.</param>
/// <param name="Name">The parameter's name of a <see cref="TemplateKind.NamedArgument"/>.</param>
/// <param name="Parts">The operands.</param>
internal sealed record Template(TemplateKind Kind, Op Op, double Number, string? Name, ImmutableArray<Template> Parts)
{
    public int Ordinal => (int)Number;

    /// <summary>Whether the expression, anywhere in it, applies an operation.</summary>
    public bool Mentions(Op op)
    {
        if (Kind == TemplateKind.Operation && Op == op)
        {
            return true;
        }

        foreach (Template part in Parts)
        {
            if (part.Mentions(op))
            {
                return true;
            }
        }

        return false;
    }
}
