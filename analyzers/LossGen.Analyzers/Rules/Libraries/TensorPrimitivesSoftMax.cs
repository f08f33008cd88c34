using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Libraries;

/// <summary>A library softmax that does not subtract the maximum, on input nobody has shifted.</summary>
internal sealed class TensorPrimitivesSoftMax : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.TensorPrimitivesSoftMax,
        "TensorPrimitives.SoftMax without max shift",
        "{0}.SoftMax does not subtract the maximum: it is NaN once a logit exceeds {1}, or once all are below −{2}; call {3} instead",
        Library,
        "TensorPrimitives.SoftMax is exp(x) / Σ exp(x) as written. The exponentials, or their sum, overflow.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax);

    public override Finding? Look(Site site)
    {
        Value x = site.Value.Arg(0);
        if (site.Member is not { } member || !member.Flags.HasFlag(ValueFlags.Unshifted) || WrittenCall.Of(site.Operation) is not { } call
            || Shift.IsShifted(x))
        {
            return null;
        }

        var bound = site.Operation as IInvocationOperation;
        string type = bound?.TargetMethod.ContainingType.Name ?? call.Qualifier;
        Precision precision = Precision.Of(bound is { Arguments.Length: > 0 } ? bound.Arguments[0].Parameter?.Type : call.Argument("x", ordinal: 0)?.Type);
        if (IsInRange(x, site.Facts, precision))
        {
            return null;
        }

        return new Finding(type, precision.ExpOverflow, precision.Gap, "StableMath.Softmax")
        {
            // The parameters have the same names and order, so the arguments stay as they are.
            Cure = member.Destination == 1 && type == "TensorPrimitives" && Cures.IsExpression(site) && bound?.Syntax is InvocationExpressionSyntax written
                ? Cure.Of(title: null, bound, "StableMath.Softmax" + written.ArgumentList)
                : null,
        };
    }

    // Of numbers that stand there one sees the largest: it decides whether the sum overflows, or is 0.
    private static bool IsInRange(Value x, Facts facts, Precision precision)
    {
        Value row = Shape.WithoutPlace(x);
        if (row.Is(Op.Tuple) && !row.Args.IsEmpty && row.Args.All(part => part.Is(Op.Const)))
        {
            double largest = row.Args.Max(part => part.Number);
            return largest < precision.Overflow - Math.Log(row.Args.Length) && largest > -precision.Vanished;
        }

        return Bounds.Above(x, facts, precision.Overflow) && Bounds.Below(x, facts);
    }
}
