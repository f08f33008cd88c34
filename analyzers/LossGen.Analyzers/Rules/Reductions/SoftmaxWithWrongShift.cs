using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>A softmax or log-sum-exp from which something is subtracted that is not the maximum, or a maximum that started from 0.</summary>
internal sealed class SoftmaxWithWrongShift : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxWithWrongShift,
        "Softmax shifted by something else than the maximum",
        "{0}; {1}",
        Stability,
        "Only the row's own maximum keeps every exponential at or below 1 and one of them at 1.");

    private static readonly Pattern SumOfShifted = P.AnyLog(P.Guarded(P.Is(Op.Sum, P.Placed(P.Exp(P.Any("z"))))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Softmax, Op.Element, Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        Value softmax = site.Value.Is(Op.Element) ? site.Value.Args[0] : site.Value;
        Value row = Value.Unknown;
        ValueFlags defect = ValueFlags.None;
        if (softmax.Is(Op.Softmax) && Surroundings.IsQuotient(site) && !Surroundings.IsInLogarithm(site.Operation))
        {
            (row, defect) = (softmax.Args[0], softmax.Flags);
        }
        else if (SumOfShifted.On(site.Value) is { } match)
        {
            (row, defect) = (Shape.WithoutPlace(match["z"]).Arg(0), Shift.Defect(match["z"]));
        }

        Precision precision = Precision.Of(site.ElementType);
        string what = softmax.Is(Op.Softmax) ? "NaN" : "−∞";
        return defect.HasFlag(ValueFlags.ShiftedByBatch) && !Bounds.Below(row, site.Facts)
                ? new Finding("The maximum subtracted here is that of all rows: where a whole row lies more than " + precision.Gap + " below it, the result is " + what, "subtract each row's own maximum")
            : defect.HasFlag(ValueFlags.ShiftedFromHigh) && !Bounds.Below(row, site.Facts)
                ? new Finding("The maximum subtracted here starts from a number that no x may reach, such as 0: where all x lie more than " + precision.Gap + " below it, the result is " + what, "start it from NegativeInfinity") { Cure = MaximumStart.FromNegativeInfinity(site.Operation) }
            : defect.HasFlag(ValueFlags.ShiftedByOther) && !Bounds.Above(row, site.Facts)
                ? new Finding("What is subtracted here is not the largest x: an x that exceeds it by " + precision.ExpOverflow + " still overflows", "subtract the maximum")
            : null;
    }
}
