using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

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

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax);

    public override Finding? Look(Site site)
    {
        Value x = site.Value.Arg(0);
        if (site.Member is not { } member || !member.Flags.HasFlag(ValueFlags.Unshifted) || WrittenCall.Of(site.Operation) is not { } call
            || Shift.IsShifted(x) || (Bounds.Above(x, site.Facts) && Bounds.Below(x, site.Facts)))
        {
            return null;
        }

        var bound = site.Operation as IInvocationOperation;
        string type = bound?.TargetMethod.ContainingType.Name ?? call.Qualifier;
        Precision precision = Precision.Of(bound is { Arguments.Length: > 0 } ? bound.Arguments[0].Parameter?.Type : call.Argument("x", ordinal: 0)?.Type);
        return new Finding(type, precision.ExpOverflow, precision.Gap, "StableMath.Softmax")
        {
            Recipe = bound is not null && member.Destination == 1 && type == "TensorPrimitives" ? new Recipe("Softmax", ImmutableArray<Location>.Empty) : null,
        };
    }
}
