using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Rules.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>A constant class index that the kernel does not have.</summary>
internal sealed class TargetOutOfRange : Rule
{
    // InvalidTarget.Ignore
    private const int IgnoreInvalid = 1;

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.TargetOutOfRange,
        "Class index out of range",
        "The class {0} does not exist: the kernel has {1} classes, from 0 to {2}; number them from 0",
        Labels,
        "The kernel throws before it writes anything.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site)
    {
        if (SoftmaxBeforeCrossEntropy.ClassesOf(site.Operation) is not { } classes || !site.Value.Arg(1).Is(Op.Tuple))
        {
            return null;
        }

        IMethodSymbol? kernel = (site.Operation as IInvocationOperation)?.TargetMethod;
        if (Option(kernel, "InvalidTarget") is IgnoreInvalid)
        {
            return null;
        }

        double ignored = Option(kernel, "IgnoreIndex") is { } index ? Convert.ToDouble(index, CultureInfo.InvariantCulture) : double.NaN;
        foreach (Value target in site.Value.Arg(1).Args)
        {
            if (target.Is(Op.Const) && target.Number != ignored && (target.Number < 0 || target.Number >= classes))
            {
                return new Finding(target.Number.ToString(CultureInfo.InvariantCulture), classes.ToString(CultureInfo.InvariantCulture), (classes - 1).ToString(CultureInfo.InvariantCulture)) { At = Operands.Argument(site, 1) };
            }
        }

        return null;
    }

    /// <summary>The value of an option in the kernel's attribute.</summary>
    private static object? Option(IMethodSymbol? kernel, string name) => kernel?.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.ContainingNamespace.Name == "LossGen")
        .SelectMany(attribute => attribute.NamedArguments)
        .FirstOrDefault(option => option.Key == name).Value.Value;
}
