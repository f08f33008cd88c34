using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>A softmax of scores that are masked with −∞, of which a row may be masked as a whole.</summary>
internal sealed class MaskedRow : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.MaskedRow,
        "Softmax of a row that may be masked as a whole",
        "The softmax of a row whose scores are all masked with −∞ is 0/0 = NaN; mask with a large negative number, or set such rows to 0 afterwards",
        Stability,
        "The maximum of such a row is −∞, and −∞ − (−∞) is NaN.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.LogSoftmax, Op.Element);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Softmax, Op.LogSoftmax, Op.Exp);

    public override Finding? Look(Site site)
    {
        bool isCall = Operands.IsCall(site.Operation) && !site.Value.Is(Op.Element);
        Value softmax = site.Value.Is(Op.Element) ? site.Value.Args[0] : site.Value;
        if (softmax.Op is not (Op.Softmax or Op.LogSoftmax) || Shape.WithoutPlace(softmax.Arg(0)) is not { Op: Op.Choose } masked
            || (!IsMinusInfinity(masked.Args[1]) && !IsMinusInfinity(masked.Args[2])))
        {
            return null;
        }

        return isCall || (Surroundings.IsQuotient(site) && IsData(masked.Args[0], masked) && !IsGuarded(site, masked) && !IsReadElsewhere(site, masked.Args[0]))
            ? new Finding()
            : null;
    }

    private static bool IsMinusInfinity(Value value) => value.Is(Op.Const) && double.IsNegativeInfinity(value.Number);

    // A place is compared under a causal mask, and the row itself where the k largest are kept: both leave at least one score.
    private static bool IsData(Value condition, Value masked) => condition.Op switch
    {
        Op.Greater or Op.GreaterOrEqual or Op.Equal => condition.Args.Any(side => side.Is(Op.Const)) && condition.Args.Any(side => IsData(side, masked)),
        Op.Leaf or Op.Member or Op.Element => !Shape.WithoutPlace(masked.Args[1]).Equals(Shape.WithoutPlace(condition))
            && !Shape.WithoutPlace(masked.Args[2]).Equals(Shape.WithoutPlace(condition)),
        _ => false,
    };

    // if (max == double.NegativeInfinity) return; if (sum > 0) …
    private static bool IsGuarded(Site site, Value masked)
    {
        Value largest = Value.Of(Op.MaxOf, masked);
        Value sum = Value.Of(Op.Sum, Value.Of(Op.Exp, Value.Of(Op.Sub, masked, largest)));
        return site.Facts.Compare(largest) || site.Facts.Checked(largest) || site.Facts.Compare(sum);
    }

    // Whoever reads the mask a second time may have asked whether it leaves anything.
    private static bool IsReadElsewhere(Site site, Value condition) => Operands.BodyOf(site.Operation).Descendants()
        .Count(part => WriteSet.VariableOf(part) is { } read && part is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            && Shape.Any(condition, leaf => leaf.Key is ISymbol symbol && Memory.IsMemory(Memory.TypeOf(symbol)) && SymbolEqualityComparer.Default.Equals(symbol, read))) > 1;
}
